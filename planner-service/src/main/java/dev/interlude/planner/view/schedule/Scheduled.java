package dev.interlude.planner.view.schedule;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.window.Impact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A window of the schedule as it is written: the columns of its row. */
record Scheduled(
        String id,
        long number,
        String title,
        String team,
        String state,
        String kind,
        String audience,
        boolean tentative,
        String zone,
        Instant startsAt,
        Instant endsAt,
        String components,
        String crew,
        @Nullable Instant p50) {

    /** Before the seat of somebody who said no to it, and is free for other windows. */
    private static final String NO = "-";

    /** As it is handed out. */
    ScheduledWindow window() {
        var impacts = new LinkedHashMap<String, Impact>();
        pairs(components).forEach((slug, impact) -> impacts.put(slug, Impact.valueOf(impact)));
        Map<String, String> seats = new LinkedHashMap<>(pairs(crew));
        seats.keySet().removeIf(seat -> seat.startsWith(NO));
        var booked =
                new Booked(
                        id,
                        "M-" + number,
                        title,
                        team,
                        new Period(startsAt, endsAt),
                        impacts,
                        seats.get("DRIVER"),
                        seats.entrySet().stream()
                                .filter(seat -> !seat.getKey().equals("DRIVER"))
                                .map(Map.Entry::getValue)
                                .toList());
        return new ScheduledWindow(booked, state, kind, audience, tentative, zone, p50);
    }

    /** {@code a=b c=d} as pairs, in their order. */
    static Map<String, String> pairs(String written) {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    private static String written(Map<String, String> pairs) {
        return String.join(
                " ", pairs.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    Scheduled titled(String next) {
        return with(next, state, tentative, startsAt, endsAt, components, crew, p50);
    }

    Scheduled in(String next) {
        return with(title, next, tentative, startsAt, endsAt, components, crew, p50);
    }

    Scheduled confirmed() {
        return with(title, state, false, startsAt, endsAt, components, crew, p50);
    }

    Scheduled at(Instant start, Instant end) {
        return with(title, state, tentative, start, end, components, crew, p50);
    }

    Scheduled on(Map<String, String> impacts) {
        return with(title, state, tentative, startsAt, endsAt, written(impacts), crew, p50);
    }

    Scheduled by(Map<String, String> seats) {
        return with(title, state, tentative, startsAt, endsAt, components, written(seats), p50);
    }

    /** One role changes hands. */
    Scheduled by(String role, String person) {
        var seats = pairs(crew);
        seats.remove(NO + role);
        seats.put(role, person);
        return by(seats);
    }

    Scheduled declinedBy(String person) {
        return seated(
                (seat, named) -> named.equals(person) && !seat.startsWith(NO) ? NO + seat : seat);
    }

    Scheduled acceptedBy(String person) {
        return seated((seat, named) ->
                named.equals(person) && seat.startsWith(NO) ? seat.substring(NO.length()) : seat);
    }

    private Scheduled seated(BinaryOperator<String> seat) {
        var seats = new LinkedHashMap<String, String>();
        pairs(crew).forEach((before, person) -> seats.put(seat.apply(before, person), person));
        return by(seats);
    }

    Scheduled forecast(Instant expected) {
        return with(title, state, tentative, startsAt, endsAt, components, crew, expected);
    }

    private Scheduled with(
            String newTitle,
            String newState,
            boolean stillTentative,
            Instant newStart,
            Instant newEnd,
            String newComponents,
            String newCrew,
            @Nullable Instant expected) {
        return new Scheduled(
                id,
                number,
                newTitle,
                team,
                newState,
                kind,
                audience,
                stillTentative,
                zone,
                newStart,
                newEnd,
                newComponents,
                newCrew,
                expected);
    }
}
