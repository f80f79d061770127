package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the plan was changed after it was frozen.
 *
 * @param what ADDED, REVISED, REMOVED or REORDERED
 * @param stepId null for the order of all
 */
public record Deviation(
        String what,
        @Nullable String stepId,
        @Nullable String title,
        Actor by,
        Instant at,
        String reason) {}
