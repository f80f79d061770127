package dev.interlude.planner.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a window. Texts are {@code {language: text}} with placeholders unrendered,
 * persons opaque ids, instants UTC, durations ISO 8601; a member that is null is absent on the
 * wire.
 */
public sealed interface WindowEvent {

    String windowId();

    /** What people settle among themselves. */
    sealed interface AmongPeople extends WindowEvent permits CrewEvent, SafeguardEvent {}

    /**
     * The plan as it was made; {@code reminders} are ISO 8601 leads before the start, {@code
     * copyOf} is the earlier window that it was made from.
     */
    record WindowPlanned(
            String windowId,
            String title,
            Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            String zone,
            Instant start,
            Instant end,
            Kind kind,
            Audience audience,
            boolean tentative,
            String team,
            @Nullable String reason,
            @Nullable Risk risk,
            List<String> references,
            List<ComponentImpact> components,
            List<String> reminders,
            @Nullable Duration updateEvery,
            @Nullable String templateId,
            @Nullable String copyOf,
            @Nullable OfSeries series)
            implements WindowEvent {}

    /** The series that a window is an occurrence of, and its original local start there. */
    record OfSeries(String seriesId, LocalDateTime localStart) {}

    /**
     * Only what changed is there; lists are whole new lists. The notice is there when something was
     * announced by it: a component that is new or worse off.
     */
    record WindowRevised(
            String windowId,
            @Nullable String title,
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable String reason,
            @Nullable Risk risk,
            @Nullable List<String> references,
            @Nullable List<ComponentImpact> components,
            @Nullable List<String> reminders,
            @Nullable Duration updateEvery,
            @Nullable Audience audience,
            @Nullable Duration noticeGiven,
            @Nullable Duration noticeRequired,
            @Nullable PolicyUsed policy,
            @Nullable List<PassedBy> exceptions)
            implements WindowEvent {

        /** Of a revision that announces nothing. */
        public WindowRevised(
                String windowId,
                @Nullable String title,
                @Nullable Map<String, String> publicText,
                @Nullable Map<String, String> internalText,
                @Nullable String reason,
                @Nullable Risk risk,
                @Nullable List<String> references,
                @Nullable List<ComponentImpact> components,
                @Nullable List<String> reminders,
                @Nullable Duration updateEvery) {
            this(
                    windowId,
                    title,
                    publicText,
                    internalText,
                    reason,
                    risk,
                    references,
                    components,
                    reminders,
                    updateEvery,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** It is sure to take place now. */
    record WindowConfirmed(String windowId) implements WindowEvent {}

    /** {@code shifts}: times in which somebody else has a role. */
    record CrewAssigned(
            String windowId,
            String driver,
            String buddy,
            @Nullable String liaison,
            @Nullable List<CrewEvent.Expert> experts,
            @Nullable List<CrewEvent.Shift> shifts)
            implements WindowEvent {

        public CrewAssigned(
                String windowId, String driver, String buddy, @Nullable String liaison) {
            this(windowId, driver, buddy, liaison, null, null);
        }
    }

    record CrewAccepted(String windowId, String person, List<CrewRole> roles)
            implements WindowEvent {}

    record CrewDeclined(String windowId, String person, @Nullable String reason)
            implements WindowEvent {}

    /** The policy that the notice was judged by. */
    record PolicyUsed(String scope, int version) {}

    /**
     * {@code noticeGiven} is the time from the announcement to the start; {@code approvalFrom} the
     * least impact for which the policy wants an approval before the start.
     */
    record WindowAnnounced(
            String windowId,
            Instant start,
            Instant end,
            List<ComponentImpact> components,
            Duration noticeGiven,
            Duration noticeRequired,
            PolicyUsed policy,
            @Nullable Impact approvalFrom,
            @Nullable List<PassedBy> exceptions)
            implements WindowEvent {

        public WindowAnnounced(
                String windowId,
                Instant start,
                Instant end,
                List<ComponentImpact> components,
                Duration noticeGiven,
                Duration noticeRequired,
                PolicyUsed policy) {
            this(windowId, start, end, components, noticeGiven, noticeRequired, policy, null, null);
        }
    }

    /**
     * Another time. {@code announced}: its audience had been told of the old one and is told of
     * this. The notice is that of the time which nobody had been told of; null when there is none,
     * or when the policy tolerates the delay.
     */
    record WindowMoved(
            String windowId,
            Instant previousStart,
            Instant previousEnd,
            Instant start,
            Instant end,
            String reason,
            @Nullable Map<String, String> publicText,
            int ordinal,
            boolean announced,
            @Nullable Duration noticeGiven,
            @Nullable Duration noticeRequired,
            @Nullable PolicyUsed policy,
            @Nullable List<PassedBy> exceptions)
            implements WindowEvent {}

    /** The announced start passed, and at {@code at} the work had not begun. */
    record StartDelayed(String windowId, Instant start, Instant at) implements WindowEvent {}

    record ReminderDue(String windowId, String reminder, Instant start, Instant dueAt)
            implements WindowEvent {}

    /** The reminder came too late to be of use and was not sent. */
    record ReminderMissed(String windowId, String reminder, Instant start, Instant dueAt)
            implements WindowEvent {}

    /**
     * {@code exceptions}: gates that were passed on record; {@code frozen}: freezes it began in.
     */
    record WindowStarted(
            String windowId,
            Instant announcedStart,
            Instant announcedEnd,
            @Nullable List<PassedBy> exceptions,
            @Nullable List<FrozenBy> frozen)
            implements WindowEvent {

        public WindowStarted(String windowId, Instant announcedStart, Instant announcedEnd) {
            this(windowId, announcedStart, announcedEnd, null, null);
        }
    }

    record ProgressPosted(
            String windowId,
            int ordinal,
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable Instant nextUpdateBy)
            implements WindowEvent {}

    /** The next public update was to be there by then, and is not. */
    record UpdateDue(String windowId, Instant nextUpdateBy) implements WindowEvent {}

    /** A text that was told is replaced; {@code corrects} is the id of the event that told it. */
    record TextCorrected(
            String windowId,
            String corrects,
            Map<String, String> publicText,
            Map<String, String> previous,
            @Nullable String reason)
            implements WindowEvent {}

    record ComponentChange(String id, String name, Impact previousImpact, Impact impact) {}

    /** {@code worseThanAnnounced}: at least one component is worse off than customers were told. */
    record ImpactChanged(
            String windowId,
            int ordinal,
            List<ComponentChange> changes,
            boolean worseThanAnnounced,
            @Nullable Map<String, String> publicText)
            implements WindowEvent {}

    /** A thing of the checklist that keeps a gate closed. */
    record OpenItem(String gate, @Nullable String stepId, @Nullable String title) {}

    /**
     * What the checklist said last; gates decide on this alone.
     *
     * @param checklistEpoch store epoch of what it said; null for the first
     */
    record ReadinessRecorded(
            String windowId,
            long checklistSequence,
            String planHash,
            boolean reviewed,
            int openConcerns,
            boolean rollbacksNamed,
            boolean prepared,
            boolean carryOutStarted,
            boolean pastPointOfNoReturn,
            boolean carriedOut,
            boolean verified,
            boolean rolledBack,
            boolean rollbackVerified,
            List<OpenItem> open,
            @Nullable Integer checklistEpoch)
            implements WindowEvent {

        /** Of a checklist whose store has not been restored. */
        public ReadinessRecorded(
                String windowId,
                long checklistSequence,
                String planHash,
                boolean reviewed,
                int openConcerns,
                boolean rollbacksNamed,
                boolean prepared,
                boolean carryOutStarted,
                boolean pastPointOfNoReturn,
                boolean carriedOut,
                boolean verified,
                boolean rolledBack,
                boolean rollbackVerified,
                List<OpenItem> open) {
            this(
                    windowId,
                    checklistSequence,
                    planHash,
                    reviewed,
                    openConcerns,
                    rollbacksNamed,
                    prepared,
                    carryOutStarted,
                    pastPointOfNoReturn,
                    carriedOut,
                    verified,
                    rolledBack,
                    rollbackVerified,
                    open,
                    null);
        }
    }

    /** What was recorded of the checklist is void: its store was restored to before its draft. */
    record ReadinessForgotten(String windowId, int checklistEpoch) implements WindowEvent {}

    /**
     * What the provider said of its work; what it means is done by the events that follow it in the
     * same append. {@code impact} is that on the provider's own service.
     */
    record ProviderNoticeReceived(
            String windowId,
            String provider,
            String account,
            String maintenanceId,
            int sequence,
            ProviderNotice.Status status,
            Instant start,
            Instant end,
            Impact impact,
            List<String> objects,
            @Nullable String summary)
            implements WindowEvent {}

    /** Nothing public changes by it; {@code publicText} is a draft. */
    record ExtensionProposed(
            String windowId,
            int ordinal,
            Instant announcedEnd,
            Instant proposedEnd,
            Instant p50,
            Instant p90,
            Map<String, String> publicText)
            implements WindowEvent {}

    record ExtensionWithdrawn(String windowId, int ordinal, Instant p50) implements WindowEvent {}

    record ExtensionDismissed(String windowId, int ordinal, Instant p50) implements WindowEvent {}

    /**
     * {@code beforePreviousEnd}: told while the old promise still held. The notice is that of more
     * time for work which has not begun; null once it has, or when the policy tolerates the delay.
     */
    record WindowExtended(
            String windowId,
            Instant previousEnd,
            Instant newEnd,
            String reason,
            @Nullable Map<String, String> publicText,
            int ordinal,
            @Nullable Integer proposal,
            boolean beforePreviousEnd,
            @Nullable Duration noticeGiven,
            @Nullable Duration noticeRequired,
            @Nullable PolicyUsed policy,
            @Nullable List<PassedBy> exceptions)
            implements WindowEvent {

        /** Of work that goes on. */
        public WindowExtended(
                String windowId,
                Instant previousEnd,
                Instant newEnd,
                String reason,
                @Nullable Map<String, String> publicText,
                int ordinal,
                @Nullable Integer proposal,
                boolean beforePreviousEnd) {
            this(
                    windowId,
                    previousEnd,
                    newEnd,
                    reason,
                    publicText,
                    ordinal,
                    proposal,
                    beforePreviousEnd,
                    null,
                    null,
                    null,
                    null);
        }
    }

    record VerificationBegan(String windowId) implements WindowEvent {}

    record CarryOutResumed(
            String windowId, @Nullable String reason, @Nullable List<PassedBy> exceptions)
            implements WindowEvent {

        public CarryOutResumed(String windowId, @Nullable String reason) {
            this(windowId, reason, null);
        }
    }

    /** The announced end passed and the window was not completed. */
    record WindowOverran(String windowId, Instant end) implements WindowEvent {}

    record WindowCompleted(
            String windowId,
            Outcome outcome,
            Instant actualEnd,
            @Nullable List<String> undone,
            @Nullable List<ComponentImpact> impactLeft,
            @Nullable Map<String, String> publicText,
            @Nullable List<PassedBy> exceptions)
            implements WindowEvent {

        public WindowCompleted(
                String windowId,
                Outcome outcome,
                Instant actualEnd,
                @Nullable List<String> undone,
                @Nullable List<ComponentImpact> impactLeft,
                @Nullable Map<String, String> publicText) {
            this(windowId, outcome, actualEnd, undone, impactLeft, publicText, null);
        }
    }

    /** {@code announced}: it had been told to its audience before. */
    record WindowCancelled(
            String windowId,
            String reason,
            boolean announced,
            @Nullable Map<String, String> publicText)
            implements WindowEvent {}
}
