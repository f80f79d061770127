package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@code forecast-<windowId>} says. */
public sealed interface ForecastEvent {

    /**
     * The forecast turned or moved noticeably.
     *
     * @param p50 end by the estimates, UTC
     * @param p90 end when all that is left takes twice as long, UTC
     * @param announcedEnd what the customers were told, UTC
     * @param slack announced end − p50, negative when late
     * @param rollbackReserve time left for deciding to turn back; absent where there is no way back
     * @param lastMoment last instant at which a rollback still fits; absent as above
     * @param checklistSequence version of the checklist that this was seen in
     */
    record ForecastChanged(
            String windowId,
            Instant p50,
            Instant p90,
            Instant announcedEnd,
            Duration slack,
            @Nullable Duration rollbackReserve,
            @Nullable Instant lastMoment,
            long checklistSequence)
            implements ForecastEvent {}
}
