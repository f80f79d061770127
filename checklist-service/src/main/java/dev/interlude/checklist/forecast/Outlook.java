package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said now about the end. Instants in UTC, rounded up to the second.
 *
 * @param p50 end in the middle: by the estimates, and by earlier runs where there are some
 * @param p90 end in nine of ten cases: with all that is left taking twice as long, or by earlier
 *     runs where there are some
 * @param announcedEnd what the customers were told
 * @param slack announced end − p50; negative when late
 * @param criticalPath the steps that decide the end, first to last
 * @param rollbackReserve announced end − now − duration of the rollback from here; null before
 *     carrying out has begun and past the point of no return
 * @param lastMoment when that reserve is used up; null as above
 */
public record Outlook(
        Instant p50,
        Instant p90,
        Instant announcedEnd,
        Duration slack,
        List<String> criticalPath,
        @Nullable Duration rollbackReserve,
        @Nullable Instant lastMoment) {

    public Outlook {
        criticalPath = List.copyOf(criticalPath);
    }
}
