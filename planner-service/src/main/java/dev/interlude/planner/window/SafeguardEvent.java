package dev.interlude.planner.window;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stops, exceptions and approvals: what one may call alone and two must settle. Persons are opaque
 * ids, instants UTC.
 */
public sealed interface SafeguardEvent extends WindowEvent.AmongPeople {

    record HoldCalled(String windowId, int ordinal, String by, String reason)
            implements SafeguardEvent {}

    record HoldReleaseOffered(String windowId, int ordinal, String by) implements SafeguardEvent {}

    /** {@code by}: two persons, or one under broken glass. */
    record HoldReleased(
            String windowId, int ordinal, List<String> by, @Nullable List<PassedBy> exceptions)
            implements SafeguardEvent {}

    record OverrideRequested(
            String windowId, int ordinal, List<String> gates, String reason, String by)
            implements SafeguardEvent {}

    record GateOverridden(
            String windowId,
            int ordinal,
            List<String> gates,
            String reason,
            String by,
            String approvedBy)
            implements SafeguardEvent {}

    record OverrideRejected(String windowId, int ordinal, String by, @Nullable String reason)
            implements SafeguardEvent {}

    /** One operator goes on alone; {@code countersignBy} is when another must have looked. */
    record GlassBroken(
            String windowId,
            int ordinal,
            List<String> gates,
            List<String> confirmations,
            String reason,
            String by,
            Instant countersignBy)
            implements SafeguardEvent {}

    record BreakGlassCountersigned(String windowId, int ordinal, String by)
            implements SafeguardEvent {}

    record CountersignatureOverdue(String windowId, int ordinal, String by, Instant dueAt)
            implements SafeguardEvent {}

    /** {@code version}: that of the window's stream; {@code planHash}: that of its checklist. */
    record WindowApproved(String windowId, String by, long version, @Nullable String planHash)
            implements SafeguardEvent {}

    /** {@code because}: time, components, impact, checklist. */
    record ApprovalVoided(String windowId, List<String> because) implements SafeguardEvent {}

    /** {@code hold}: number of the hold that came with it. */
    record RollbackCalled(
            String windowId,
            String by,
            String reason,
            int hold,
            @Nullable List<PassedBy> exceptions)
            implements SafeguardEvent {}

    record RollbackRejected(String windowId, String by, @Nullable String reason)
            implements SafeguardEvent {}

    record RollbackBegan(
            String windowId,
            String calledBy,
            String confirmedBy,
            String reason,
            @Nullable Map<String, String> publicText,
            @Nullable List<PassedBy> exceptions)
            implements SafeguardEvent {}
}
