package dev.interlude.planner.slot;

import dev.interlude.planner.component.LoadProfile;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.recurrence.WallClock;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best times for a maintenance, one a day, each with what speaks for it and against it. */
public final class Slots {

    private static final Duration NEAR = Duration.ofHours(12);
    private static final Comparator<Slot> BEST =
            Comparator.comparing(Slot::open, Comparator.reverseOrder())
                    .thenComparing(Slot::score, Comparator.reverseOrder())
                    .thenComparing(Slot::start);

    private final SlotQuestion question;
    private final Surroundings around;
    private final Duration required;
    private final List<Frozen> frozen;
    private final List<Near> near;
    private final Map<String, LoadProfile> loads = new HashMap<>();

    /** A period of a freeze that is about the question. */
    private record Frozen(String title, Period time) {}

    /** A booked time that would collide with the question if it were at the same time. */
    private record Near(Booked booked, List<Collision> why) {}

    private Slots(SlotQuestion question, Surroundings around) {
        this.question = question;
        this.around = around;
        Audience audience = quiet() ? Audience.STAFF : Audience.PUBLIC;
        this.required = around.policy().required(question.components(), audience);
        var wide =
                new Period(question.range().start().minus(NEAR), question.range().end().plus(NEAR));
        this.frozen =
                around.freezes().stream()
                        .flatMap(freeze ->
                                freeze.against(question.slugs(), question.team(), wide).stream()
                                        .map(time -> new Frozen(freeze.terms().title(), time)))
                        .toList();
        Booked wanted = wanted();
        this.near =
                around.booked().stream()
                        .map(booked ->
                                new Near(
                                        booked, Collisions.between(wanted, booked, around.graph())))
                        .filter(one -> !one.why().isEmpty())
                        .toList();
        question.slugs()
                .forEach(slug ->
                        loads.put(
                                slug,
                                around.loads().getOrDefault(slug, Traffic.usual(question.zone()))));
    }

    private boolean quiet() {
        return question.components().stream().allMatch(c -> c.impact() == Impact.NO_IMPACT);
    }

    private Booked wanted() {
        var impacts = new LinkedHashMap<String, Impact>();
        for (ComponentImpact c : question.components()) {
            impacts.put(c.id(), c.impact());
        }
        List<String> crew = question.crew();
        return new Booked(
                "",
                null,
                "",
                question.team(),
                question.range(),
                impacts,
                crew.isEmpty() ? null : crew.getFirst(),
                crew.stream().skip(1).toList());
    }

    /** At most so many, the best first; closed ones only where a day has no other. */
    public static List<Slot> of(SlotQuestion question, Surroundings around, int atMost) {
        var slots = new Slots(question, around);
        Map<LocalDate, Slot> byDay = new LinkedHashMap<>();
        for (Period time : Candidates.of(question)) {
            if (time.start().isAfter(around.now())) {
                byDay.merge(
                        LocalDate.ofInstant(time.start(), question.zone()),
                        slots.judge(time),
                        (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
            }
        }
        return byDay.values().stream().sorted(BEST).limit(atMost).toList();
    }

    private Slot judge(Period time) {
        var verdict = new Verdict();
        notice(time, verdict);
        traffic(time, verdict);
        freezes(time, verdict);
        collisions(time, verdict);
        clock(time, verdict);
        ZonedDateTime start = time.start().atZone(question.zone());
        ZonedDateTime end = time.end().atZone(question.zone());
        if (weekend(start)) {
            verdict.speaksFor(3, "It is a weekend.");
        }
        long days = Duration.between(around.now(), time.start()).toDays();
        return new Slot(
                time.start(),
                time.end(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end),
                verdict.open,
                100 + verdict.score - (int) Math.min(days / 7, 20),
                List.copyOf(verdict.reasonsFor),
                List.copyOf(verdict.against));
    }

    private static boolean weekend(ZonedDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void notice(Period time, Verdict verdict) {
        Duration given = Duration.between(around.now(), time.start());
        String words =
                "Notice of "
                        + Words.of(given)
                        + (required.isZero()
                                ? "; none is asked for."
                                : "; the policy asks for " + Words.of(required) + ".");
        if (given.compareTo(required) >= 0) {
            verdict.speaksFor(0, words);
        } else if (around.policy().refuses(given, required)) {
            verdict.closes("Too short a notice: " + words);
        } else {
            verdict.speaksAgainst(20, "Short notice: " + words);
        }
    }

    private void traffic(Period time, Verdict verdict) {
        String busiest = "";
        double most = -1;
        for (ComponentImpact c : question.components()) {
            double share = Traffic.share(loads.getOrDefault(c.id(), usual()), time);
            if (share > most) {
                most = share;
                busiest = c.id();
            }
        }
        int percent = (int) Math.round(most * 100);
        String words =
                around.graph().name(busiest)
                        + " sees "
                        + percent
                        + " % of the traffic of its busiest hour"
                        + (around.loads().containsKey(busiest) ? "." : ", as is usual then.");
        if (percent <= 25) {
            verdict.speaksFor(-percent / 2, words);
        } else {
            verdict.speaksAgainst(percent / 2, words);
        }
    }

    private LoadProfile usual() {
        return Traffic.usual(question.zone());
    }

    private void freezes(Period time, Verdict verdict) {
        ZoneId zone = question.zone();
        for (Frozen freeze : frozen) {
            if (freeze.time().overlaps(time)) {
                String until = Words.of(freeze.time().end(), zone);
                verdict.closes("Frozen until " + until + ": " + freeze.title() + ".");
            } else if (soonAfter(freeze.time().start(), time)) {
                Duration room = Duration.between(time.end(), freeze.time().start());
                String words = "Little room if it takes longer: " + freeze.title() + " begins ";
                verdict.speaksAgainst(8, words + Words.of(room) + " later.");
            }
        }
        if (frozen.stream().noneMatch(freeze -> freeze.time().overlaps(time))) {
            verdict.speaksFor(0, "No freeze.");
        }
    }

    private void collisions(Period time, Verdict verdict) {
        boolean alone = true;
        for (Near other : near) {
            Period theirs = other.booked().time();
            if (theirs.overlaps(time)) {
                alone = false;
                other.why().forEach(why -> collides(why, verdict));
            } else if (soonAfter(theirs.start(), time)
                    && other.why().stream().anyMatch(Collision::ofWork)) {
                Duration room = Duration.between(time.end(), theirs.start());
                String words = "Little room if it takes longer: " + other.booked().name();
                verdict.speaksAgainst(8, words + " begins " + Words.of(room) + " later.");
            }
        }
        if (alone) {
            verdict.speaksFor(
                    0,
                    question.crew().isEmpty()
                            ? "Nothing else on these components, or on what has to do with them."
                            : "Nothing else on these components or with this crew.");
        }
    }

    private static void collides(Collision why, Verdict verdict) {
        if (why.kind() == Collision.Kind.CREW_TWICE) {
            verdict.speaksAgainst(15, why.text());
        } else {
            verdict.closes(why.text());
        }
    }

    private static boolean soonAfter(Instant start, Period time) {
        return !start.isBefore(time.end()) && start.isBefore(time.end().plus(NEAR));
    }

    private void clock(Period time, Verdict verdict) {
        if (WallClock.changesWithin(time, question.zone())) {
            verdict.speaksAgainst(15, "The clocks are changed during it.");
        }
        var local = time.start().atZone(question.zone()).toLocalDateTime();
        if (WallClock.read(local, question.zone()) instanceof WallClock.Reading.Twice twice) {
            verdict.speaksAgainst(
                    5, "The time of its start comes twice; the first, " + twice.offset() + ".");
        }
    }

    /** What has been said of one time. */
    private static final class Verdict {
        private final List<String> reasonsFor = new ArrayList<>();
        private final List<String> against = new ArrayList<>();
        private boolean open = true;
        private int score;

        void speaksFor(int points, String words) {
            score += points;
            reasonsFor.add(words);
        }

        void speaksAgainst(int points, String words) {
            score -= points;
            against.add(words);
        }

        void closes(String words) {
            open = false;
            speaksAgainst(100, words);
        }
    }
}
