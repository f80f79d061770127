package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.CheckSlack;
import dev.interlude.checklist.checklist.ChecklistEvent.LateStep;
import dev.interlude.checklist.checklist.ChecklistEvent.SlackUsedUp;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.checklist.forecast.Schedule;
import dev.interlude.checklist.forecast.Spread;
import dev.interlude.checklist.forecast.Task;
import dev.interlude.eventlog.decider.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks ahead from an instant: when the checklist will be done, and when the end is in danger. */
public final class Lookout {

    private static final Duration NEARLY = Duration.ofSeconds(2);
    private static final int MOST_STEPS = 10;
    private static final int FEW_STEPS = 4;

    private Lookout() {}

    /** What can be said at that instant; empty without a plan, a window or once that is over. */
    public static Optional<Outlook> from(Checklist checklist, Instant now) {
        Window window = checklist.window();
        if (window == null || !checklist.drafted() || window.state().over()) {
            return Optional.empty();
        }
        var work = new WorkLeft(checklist, window);
        List<Task> ahead = work.ahead(now);
        Schedule schedule = Schedule.of(ahead, now);
        Spread spread = spread(checklist, work, ahead, now);
        Instant p50 = wholeSecond(spread.p50());
        Instant p90 = wholeSecond(spread.p90());
        Optional<Duration> back = work.wayBack(now);
        return Optional.of(
                new Outlook(
                        p50,
                        p90,
                        window.end(),
                        Duration.between(p50, window.end()),
                        schedule.criticalPath(),
                        back.map(way -> wholeSeconds(now, window.end()).minus(way)).orElse(null),
                        back.map(way -> window.end().minus(way)).orElse(null)));
    }

    /**
     * When the unfinished steps will no longer fit before the announced end if nobody does
     * anything; empty once that is so, until an act or another end makes them fit again.
     */
    static Optional<Instant> slackUsedUpAt(Checklist checklist) {
        Window window = checklist.window();
        if (window == null || !checklist.drafted() || !window.state().underWay()) {
            return Optional.empty();
        }
        var work = new WorkLeft(checklist, window);
        if (work.nothingLeft()) {
            return Optional.empty();
        }
        Instant limit = window.end();
        Instant p50 = exactEnd(checklist, work, checklist.at());
        // a timer may come a moment early: what is that near is not told again
        if (!p50.isBefore(limit.minus(NEARLY))) {
            return Optional.empty();
        }
        Duration wait = Duration.between(end(work, checklist.at()), p50);
        Instant at = firstAtOrAfter(limit.minus(wait), checklist.at(), work);
        return Optional.of(wait.isZero() ? at : refined(limit, at, checklist, work));
    }

    /**
     * The middle of many runs lies behind the one run in which all takes what it takes in the
     * middle, since whoever needs two others waits for the later one. While nothing is done that
     * hardly moves: what was found with the one run is mended in a few steps.
     */
    private static Instant refined(
            Instant limit, Instant found, Checklist checklist, WorkLeft work) {
        Instant at = found;
        for (int step = 0; step < FEW_STEPS; step++) {
            Instant end = exactEnd(checklist, work, at);
            if (!end.isBefore(limit)) {
                return at;
            }
            at = at.plus(Duration.between(end, limit)).plusSeconds(1);
        }
        return at;
    }

    private static Instant exactEnd(Checklist checklist, WorkLeft work, Instant now) {
        return spread(checklist, work, work.ahead(now), now).p50();
    }

    private static Spread spread(
            Checklist checklist, WorkLeft work, List<Task> ahead, Instant now) {
        if (work.nothingLeft()) {
            Instant done = work.lastSettled().orElse(now);
            return new Spread(done, done);
        }
        Checklist.Plan plan = checklist.plan();
        return Spread.of(ahead, now, plan == null ? 0 : plan.windowId().hashCode());
    }

    static Decision<ChecklistEvent> check(CheckSlack c, Checklist checklist) {
        Instant now = c.act().now();
        // the row was planned a moment before its event was recorded, so it may come a moment early
        Instant soon = now.plusSeconds(1);
        boolean due = slackUsedUpAt(checklist).filter(at -> !at.isAfter(soon)).isPresent();
        Window window = checklist.window();
        Checklist.Plan plan = checklist.plan();
        if (!due || window == null || plan == null) {
            return Decision.nothing();
        }
        var work = new WorkLeft(checklist, window);
        Instant p50 = wholeSecond(exactEnd(checklist, work, now));
        return Decision.accept(
                new SlackUsedUp(
                        plan.windowId(),
                        window.end(),
                        p50,
                        Duration.between(p50, window.end()),
                        late(checklist, now)));
    }

    /**
     * While nothing is done, the end moves later by no more than the time that passes: what is
     * missing to the limit can be waited for without passing it. That mostly ends after a few
     * steps; else the rest is searched by halving.
     */
    private static Instant firstAtOrAfter(Instant limit, Instant from, WorkLeft work) {
        Instant at = from;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant end = end(work, at);
            if (!end.isBefore(limit)) {
                return at;
            }
            at = at.plus(Duration.between(end, limit));
        }
        return halving(limit, at, work);
    }

    private static Instant halving(Instant limit, Instant from, WorkLeft work) {
        long before = from.toEpochMilli();
        long after = limit.toEpochMilli();
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            if (end(work, Instant.ofEpochMilli(middle)).isBefore(limit)) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Instant.ofEpochMilli(after);
    }

    private static Instant end(WorkLeft work, Instant now) {
        return Schedule.of(work.ahead(now), now).end();
    }

    private static List<LateStep> late(Checklist checklist, Instant now) {
        List<LateStep> late = new ArrayList<>();
        for (StepRecord s : checklist.steps().values()) {
            Duration over = over(checklist, s, now);
            if (over != null) {
                late.add(new LateStep(s.step().id(), s.step().title(), over));
            }
        }
        return late;
    }

    private static @Nullable Duration over(Checklist checklist, StepRecord s, Instant now) {
        if (s.progress() instanceof Progress.Running running) {
            Duration over =
                    wholeSeconds(running.startedAt(), now).minus(s.step().expectedDuration());
            return over.isPositive() ? over : null;
        }
        return switch (checklist.stateOf(s)) {
            case Ready, AwaitingClearance, AwaitingConfirmation, Failed ->
                    checklist.permits(s.step()) ? Duration.ZERO : null;
            case Pending, Running, Done, Skipped, RolledBack -> null;
        };
    }

    private static Duration wholeSeconds(Instant from, Instant to) {
        return Duration.between(from, to).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant wholeSecond(Instant instant) {
        Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(instant) ? whole : whole.plusSeconds(1);
    }
}
