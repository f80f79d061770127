package dev.interlude.postmortem.heard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the planner. Instants are UTC. */
public sealed interface FromPlanner {

    record Component(String id, @Nullable String name, String impact) {}

    record ImpactTurn(String id, @Nullable String name, String previousImpact, String impact) {}

    record WindowPlanned(
            String windowId,
            String title,
            ZoneId zone,
            Instant start,
            Instant end,
            @Nullable List<Component> components)
            implements FromPlanner {}

    record CrewAssigned(String driver, String buddy, @Nullable String liaison)
            implements FromPlanner {}

    record CrewAccepted(String person, List<String> roles) implements FromPlanner {}

    record CrewDeclined(String person, @Nullable String reason) implements FromPlanner {}

    record WindowAnnounced(
            Instant start, Instant end, Duration noticeGiven, Duration noticeRequired)
            implements FromPlanner {}

    record ProviderNoticeReceived(
            String provider, String maintenanceId, int sequence, String status)
            implements FromPlanner {}

    record WindowMoved(
            Instant previousStart,
            Instant previousEnd,
            Instant start,
            Instant end,
            String reason,
            boolean announced,
            @Nullable Duration noticeGiven,
            @Nullable Duration noticeRequired)
            implements FromPlanner {}

    record StartDelayed(Instant start) implements FromPlanner {}

    record UpdateDue(Instant nextUpdateBy) implements FromPlanner {}

    record TextCorrected(Text publicText, @Nullable String reason) implements FromPlanner {}

    /** ReminderDue and ReminderMissed. */
    record Reminder(String reminder, Instant start) implements FromPlanner {}

    record ProgressPosted(int ordinal, @Nullable Text publicText, @Nullable Text internalText)
            implements FromPlanner {}

    record ImpactChanged(List<ImpactTurn> changes) implements FromPlanner {}

    record ReadinessRecorded(long checklistSequence, boolean prepared, boolean verified)
            implements FromPlanner {}

    record ExtensionProposed(Instant announcedEnd, Instant proposedEnd, Instant p50)
            implements FromPlanner {}

    /** ExtensionWithdrawn and ExtensionDismissed. */
    record ProposalClosed(int ordinal, Instant p50) implements FromPlanner {}

    record WindowExtended(
            Instant previousEnd,
            Instant newEnd,
            String reason,
            int ordinal,
            boolean beforePreviousEnd)
            implements FromPlanner {}

    record CarryOutResumed(@Nullable String reason) implements FromPlanner {}

    record WindowOverran(Instant end) implements FromPlanner {}

    record WindowCompleted(String outcome, Instant actualEnd) implements FromPlanner {}

    record WindowCancelled(String reason) implements FromPlanner {}
}
