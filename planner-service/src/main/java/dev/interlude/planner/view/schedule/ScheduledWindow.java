package dev.interlude.planner.view.schedule;

import dev.interlude.planner.slot.Booked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window in the schedule.
 *
 * @param p50 when it is expected to end, if its checklist has said so
 */
public record ScheduledWindow(
        Booked booked,
        String state,
        String kind,
        String audience,
        boolean tentative,
        String zone,
        @Nullable Instant p50) {}
