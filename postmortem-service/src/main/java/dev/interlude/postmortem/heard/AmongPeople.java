package dev.interlude.postmortem.heard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people of a window settle among themselves, as the planner tells it. Instants are UTC. */
public sealed interface AmongPeople {

    record HandOverOffered(String role, String from, String to, Instant at)
            implements AmongPeople {}

    record HandOverDeclined(String by, @Nullable String reason) implements AmongPeople {}

    /** CrewHandedOver and, with the gap, RoleTakenOver. */
    record RoleTurned(
            String role,
            String from,
            String to,
            @Nullable Instant gapSince,
            @Nullable String reason)
            implements AmongPeople {}

    /** HoldCalled and HoldReleaseOffered. */
    record Hold(int ordinal, String by, @Nullable String reason) implements AmongPeople {}

    record HoldReleased(int ordinal, List<String> by) implements AmongPeople {}

    /** OverrideRequested, GateOverridden and OverrideRejected. */
    record GateOverride(
            int ordinal,
            @Nullable List<String> gates,
            @Nullable String reason,
            String by,
            @Nullable String approvedBy)
            implements AmongPeople {}

    record GlassBroken(List<String> gates, List<String> confirmations, String reason, String by)
            implements AmongPeople {}

    record BreakGlassCountersigned(int ordinal, String by) implements AmongPeople {}

    record CountersignatureOverdue(int ordinal, Instant dueAt) implements AmongPeople {}

    record WindowApproved(String by, long version) implements AmongPeople {}

    record ApprovalVoided(List<String> because) implements AmongPeople {}

    /** RollbackCalled and RollbackRejected. */
    record RollbackCall(String by, @Nullable String reason) implements AmongPeople {}

    record RollbackBegan(String calledBy, String confirmedBy, String reason)
            implements AmongPeople {}
}
