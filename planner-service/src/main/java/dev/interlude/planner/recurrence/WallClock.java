package dev.interlude.planner.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/** What a time on the wall of a zone is, around the nights when the clocks are changed. */
public final class WallClock {

    private WallClock() {}

    /** What a local time comes to. */
    public sealed interface Reading {

        /** The usual case: there is exactly one such time. */
        record Once(Instant instant, ZoneOffset offset) implements Reading {}

        /** The clocks were put back: the time is there twice, first at the earlier instant. */
        record Twice(Instant first, ZoneOffset offset, Instant second, ZoneOffset secondOffset)
                implements Reading {}

        /** The clocks were put forward over it; {@code next} is the first instant behind it. */
        record Never(LocalDateTime gapStart, LocalDateTime gapEnd, Instant next, ZoneOffset offset)
                implements Reading {}
    }

    /** Reads a local time in a zone. */
    public static Reading read(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            ZoneOffset offset = rules.getOffset(local);
            return new Reading.Once(local.toInstant(offset), offset);
        }
        return change.isGap()
                ? new Reading.Never(
                        change.getDateTimeBefore(),
                        change.getDateTimeAfter(),
                        change.getInstant(),
                        change.getOffsetAfter())
                : new Reading.Twice(
                        local.toInstant(change.getOffsetBefore()),
                        change.getOffsetBefore(),
                        local.toInstant(change.getOffsetAfter()),
                        change.getOffsetAfter());
    }

    /** The first such instant; of a time that is not there, the first one behind the gap. */
    public static Instant first(LocalDateTime local, ZoneId zone) {
        return switch (read(local, zone)) {
            case Reading.Once once -> once.instant();
            case Reading.Twice twice -> twice.first();
            case Reading.Never never -> never.next();
        };
    }

    /** The last such instant; of a time that is not there, the first one behind the gap. */
    public static Instant last(LocalDateTime local, ZoneId zone) {
        return switch (read(local, zone)) {
            case Reading.Once once -> once.instant();
            case Reading.Twice twice -> twice.second();
            case Reading.Never never -> never.next();
        };
    }

    /** True when the offset changes between the two. */
    public static boolean changesWithin(Period period, ZoneId zone) {
        var next = zone.getRules().nextTransition(period.start());
        return next != null
                && next.getInstant().isBefore(period.end())
                && !next.getOffsetBefore().equals(next.getOffsetAfter());
    }
}
