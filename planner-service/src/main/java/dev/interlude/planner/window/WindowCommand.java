package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a window, by a person, a machine, a reaction or a timer. */
public sealed interface WindowCommand {

    Act act();

    /** What people settle among themselves. */
    sealed interface AmongPeople extends WindowCommand permits CrewCommand, SafeguardCommand {}

    /**
     * {@code audience}, {@code reminders} and {@code updateEvery} have defaults when null; {@code
     * policy} is what an emergency is announced by when it goes further than its plan at once.
     */
    record PlanWindow(
            Act act,
            String windowId,
            String title,
            Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            String zone,
            Instant start,
            Instant end,
            Kind kind,
            @Nullable Audience audience,
            String team,
            @Nullable String reason,
            @Nullable Risk risk,
            List<String> references,
            List<ComponentImpact> components,
            @Nullable List<String> reminders,
            @Nullable Duration updateEvery,
            @Nullable Seats crew,
            boolean tentative,
            @Nullable String templateId,
            @Nullable UpTo upTo,
            NoticePolicy policy,
            @Nullable String copyOf,
            WindowEvent.@Nullable OfSeries series)
            implements WindowCommand {}

    /** How far an emergency goes in one request; written as the state it comes to. */
    enum UpTo {
        Announced,
        InProgress
    }

    /** What is null stays as it is. */
    record ReviseWindow(
            Act act,
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
            NoticePolicy policy)
            implements WindowCommand {

        public ReviseWindow(
                Act act,
                @Nullable String title,
                @Nullable Map<String, String> publicText,
                @Nullable Map<String, String> internalText,
                @Nullable String reason,
                @Nullable Risk risk,
                @Nullable List<String> references,
                @Nullable List<ComponentImpact> components,
                @Nullable List<String> reminders,
                @Nullable Duration updateEvery,
                NoticePolicy policy) {
            this(
                    act,
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
                    policy);
        }
    }

    record ConfirmWindow(Act act) implements WindowCommand {}

    /** Without an end the window keeps its length. */
    record MoveWindow(
            Act act,
            Instant start,
            @Nullable Instant end,
            String reason,
            @Nullable Map<String, String> publicText,
            NoticePolicy policy)
            implements WindowCommand {}

    /** {@code of}: the event that told the text; null for what was told last. */
    record CorrectText(
            Act act, @Nullable UUID of, Map<String, String> publicText, @Nullable String reason)
            implements WindowCommand {}

    /**
     * Who shall be what; without a liaison the buddy speaks with customers too. In the time of a
     * shift somebody else has the role.
     */
    record Seats(
            String driver,
            String buddy,
            @Nullable String liaison,
            List<CrewEvent.Expert> experts,
            List<CrewEvent.Shift> shifts) {

        public Seats(String driver, String buddy, @Nullable String liaison) {
            this(driver, buddy, liaison, List.of(), List.of());
        }
    }

    /** What a view had against a command: if its rules would let it pass, it is refused so. */
    record Objected(WindowCommand asked, Rejection why) implements WindowCommand {
        @Override
        public Act act() {
            return asked.act();
        }
    }

    /**
     * It names what there is not. Whoever may not ask for it, or not now, is told that first; a
     * component that is unknown stands in it under its slug.
     */
    record Misnamed(WindowCommand asked, Rejection why) implements WindowCommand {
        @Override
        public Act act() {
            return asked.act();
        }
    }

    record AssignCrew(Act act, Seats crew) implements WindowCommand {}

    record AcceptCrew(Act act) implements WindowCommand {}

    record DeclineCrew(Act act, @Nullable String reason) implements WindowCommand {}

    record AnnounceWindow(Act act, NoticePolicy policy) implements WindowCommand {}

    /** {@code frozen}: the freezes that the work would fall into. */
    record StartWindow(Act act, List<FrozenBy> frozen) implements WindowCommand {
        public StartWindow(Act act) {
            this(act, List.of());
        }
    }

    record PostProgress(
            Act act,
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable Instant nextUpdateBy,
            @Nullable Instant occurredAt)
            implements WindowCommand {}

    record ChangeImpact(
            Act act,
            List<ComponentImpact> components,
            @Nullable Map<String, String> publicText,
            @Nullable Instant occurredAt)
            implements WindowCommand {}

    /**
     * {@code previousEnd}: the end the caller believes in, when they say so; {@code policy}: what
     * more time is judged by while the work has not begun.
     */
    record ExtendWindow(
            Act act,
            NewEnd end,
            String reason,
            @Nullable Map<String, String> publicText,
            @Nullable Instant previousEnd,
            NoticePolicy policy)
            implements WindowCommand {}

    /** The ways to say until when. */
    sealed interface NewEnd {
        record At(Instant instant) implements NewEnd {}

        record By(Duration later) implements NewEnd {}

        record AsProposed(int ordinal) implements NewEnd {}

        /** An answer to a proposal with an end of one's own. */
        record Edited(int ordinal, NewEnd end) implements NewEnd {}
    }

    record DismissProposal(Act act, int ordinal) implements WindowCommand {}

    record BeginVerification(Act act) implements WindowCommand {}

    record ResumeCarryOut(Act act, @Nullable String reason) implements WindowCommand {}

    /** {@code impactLeft} names components of the window only. */
    record CompleteWindow(
            Act act,
            Outcome outcome,
            @Nullable List<String> undone,
            @Nullable Map<String, Impact> impactLeft,
            @Nullable Map<String, String> publicText)
            implements WindowCommand {}

    record CancelWindow(Act act, String reason, @Nullable Map<String, String> publicText)
            implements WindowCommand {}

    record RecordReadiness(Act act, ReadinessRecorded readiness) implements WindowCommand {}

    /** The checklist's store was restored to before there was a checklist. */
    record ForgetReadiness(Act act, int checklistEpoch) implements WindowCommand {}

    /** The checklist's latest estimate: median and pessimistic end. */
    record RecordForecast(Act act, Instant p50, Instant p90) implements WindowCommand {}

    /** {@code policy}: what a time that nobody was told of is judged by. */
    record TakeProviderNotice(Act act, ProviderNotice notice, NoticePolicy policy)
            implements WindowCommand {}

    record FireTimer(Act act, String name, Instant dueAt) implements WindowCommand {}
}
