package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Rejection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rules about instants that callers give. */
final class Times {

    /** Bounds that no honest plan meets, and that keep every sum of instants in range. */
    static final Duration FARTHEST = Duration.ofDays(1_826);

    static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final long QUARTER_HOUR = 900;

    private Times() {}

    /**
     * A window has a length, begins not before the earliest instant, and ends in the future.
     *
     * @param earliest now, or earlier for what may have begun
     */
    static @Nullable Rejection window(Instant start, Instant end, Instant earliest, Instant now) {
        if (!start.isBefore(end)) {
            return Rejection.invalid("/end", "must be later than start");
        }
        if (earliest.equals(now) && !start.isAfter(now)) {
            return Rejection.invalid("/start", "must lie in the future");
        }
        if (start.isBefore(earliest)) {
            return Rejection.invalid("/start", "must not lie more than 24 hours back");
        }
        if (start.isAfter(now.plus(FARTHEST))) {
            return tooFar();
        }
        if (!end.isAfter(now)) {
            return Rejection.invalid("/end", "must lie in the future");
        }
        return end.isAfter(start.plus(LONGEST))
                ? Rejection.invalid("/end", "must not be more than 90 days later than start")
                : null;
    }

    static Rejection tooFar() {
        return Rejection.invalid("/start", "must not lie more than 5 years ahead");
    }

    /**
     * Something may have happened before it is told, but not later, nor before what it is part of.
     */
    static @Nullable Rejection happened(
            @Nullable Instant occurredAt, @Nullable Instant began, Instant now) {
        if (occurredAt == null) {
            return null;
        }
        if (occurredAt.isAfter(now)) {
            return Rejection.invalid("/occurredAt", "must not lie in the future");
        }
        if (occurredAt.isBefore(now.minus(LOOK_BACK))) {
            return Rejection.invalid("/occurredAt", "must not lie more than 24 hours back");
        }
        if (began != null && occurredAt.isBefore(began)) {
            return Rejection.invalid("/occurredAt", "must not lie before " + began);
        }
        return null;
    }

    /** The same instant if it is a quarter of an hour, else the next one that is. */
    static Instant upToQuarterHour(Instant instant) {
        long seconds = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, QUARTER_HOUR) * QUARTER_HOUR);
    }
}
