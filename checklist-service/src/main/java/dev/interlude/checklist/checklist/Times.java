package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Acts may be told afterwards: at most a day later, not before they were possible, never ahead of
 * time.
 */
final class Times {

    private static final Duration LONGEST_AGO = Duration.ofHours(24);

    private Times() {}

    static @Nullable Rejection refuse(
            @Nullable Instant told, @Nullable Instant earliest, Instant now, String pointer) {
        if (told == null) {
            return null;
        }
        if (told.isAfter(now)) {
            return Rejection.invalid(pointer, "must not be in the future");
        }
        if (told.isBefore(now.minus(LONGEST_AGO))) {
            return Rejection.invalid(pointer, "must not be more than 24 hours ago");
        }
        if (earliest != null && told.isBefore(earliest)) {
            return Rejection.invalid(pointer, "must not be before " + earliest);
        }
        return null;
    }

    /** When a step could be started at the earliest; null when nothing is known against it. */
    static @Nullable Instant startable(Checklist checklist, StepRecord record) {
        Window window = checklist.window();
        boolean anyTime = record.step().phase() == Phase.PREPARE;
        Instant reopened =
                record.progress() instanceof Progress.NotBegun(Instant since) ? since : null;
        StepRecord.Clearance clearance = record.clearance();
        return latest(
                anyTime || window == null ? null : window.startedAt(),
                checklist.freeSince(record.step()),
                reopened,
                clearance == null ? null : clearance.at());
    }

    static @Nullable Instant latest(@Nullable Instant... instants) {
        return Stream.of(instants).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }
}
