package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Course.Ending;
import dev.interlude.planner.window.Course.ImpactUpdate;
import dev.interlude.planner.window.Course.Update;
import dev.interlude.planner.window.Promise.Extension;
import dev.interlude.planner.window.Promise.ReminderFate;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import dev.interlude.planner.window.WindowEvent.ExtensionDismissed;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.ProviderNoticeReceived;
import dev.interlude.planner.window.WindowEvent.ReadinessForgotten;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.TextCorrected;
import dev.interlude.planner.window.WindowEvent.UpdateDue;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.List;

/** What each event does to the state. */
final class WindowEvolution {

    private WindowEvolution() {}

    static Window evolve(Window state, Recorded<WindowEvent> event) {
        if (event.event() instanceof WindowPlanned e) {
            var planned =
                    new Known(
                            Plan.of(e, event.streamOrdinal()),
                            State.PLANNED,
                            Crew.NOBODY,
                            Promise.NONE,
                            Course.NOT_BEGUN,
                            Safeguards.NONE,
                            null);
            return SafeguardUse.follow(planned, event);
        }
        return state instanceof Known w ? SafeguardUse.follow(evolve(w, event), event) : state;
    }

    private static Known evolve(Known w, Recorded<WindowEvent> event) {
        return switch (event.event()) {
            case WindowPlanned _ -> w;
            case CrewEvent e -> CrewEvolution.evolve(w, e, event);
            case SafeguardEvent e ->
                    ToldEvolution.safeguarded(SafeguardEvolution.evolve(w, e, event), e, event);
            case WindowRevised e ->
                    ToldEvolution.said(w.with(w.plan().revised(e)), event, e.publicText(), true);
            case WindowConfirmed _ -> w.with(w.plan().confirmed());
            case WindowMoved e -> ToldEvolution.moved(w, e, event);
            case StartDelayed _ -> w.with(w.promise().with(w.promise().timing().delayed(true)));
            case UpdateDue e ->
                    w.with(w.promise().with(w.promise().saying().missed(e.nextUpdateBy())));
            case TextCorrected e -> ToldEvolution.corrected(w, e);
            case CrewAssigned e ->
                    w.with(
                            w.crew()
                                    .assigned(
                                            new Seats(
                                                    e.driver(),
                                                    e.buddy(),
                                                    e.liaison(),
                                                    CrewEvent.orNone(e.experts()),
                                                    CrewEvent.orNone(e.shifts()))));
            case CrewAccepted e -> w.with(w.crew().accepted(e.person(), e.roles()));
            case CrewDeclined e -> w.with(w.crew().declined(e.person()));
            case WindowAnnounced e -> ToldEvolution.announced(w, e, event);
            case ReminderDue e -> w.with(w.promise().reminded(e.reminder(), ReminderFate.SENT));
            case ReminderMissed e ->
                    w.with(w.promise().reminded(e.reminder(), ReminderFate.MISSED));
            case WindowStarted _ ->
                    ToldEvolution.said(ToldEvolution.onTime(w), event, null, false)
                            .with(State.IN_PROGRESS)
                            .with(w.course().started(event.occurredAt()));
            case ProgressPosted e ->
                    ToldEvolution.progressed(w, e, event)
                            .with(w.course().updated(update(e, event)));
            case ImpactChanged e ->
                    ToldEvolution.said(w, event, e.publicText(), false)
                            .with(w.course().impactChanged(impact(e, event)));
            case ReadinessRecorded e -> w.with(w.course().ready(e));
            case ReadinessForgotten _ -> w.with(w.course().ready(null));
            case ProviderNoticeReceived e -> w.with(notice(e));
            case ExtensionProposed e -> w.with(w.promise().proposed(proposal(e)));
            case ExtensionWithdrawn e ->
                    w.with(w.promise().proposalTurned(e.ordinal(), Proposal.Status.WITHDRAWN));
            case ExtensionDismissed e ->
                    w.with(w.promise().proposalTurned(e.ordinal(), Proposal.Status.DISMISSED));
            case WindowExtended e ->
                    ToldEvolution.said(
                            w.with(w.plan().endingAt(e.newEnd()))
                                    .with(
                                            w.promise()
                                                    .extended(
                                                            extension(e, event),
                                                            e.noticeGiven() != null)),
                            event,
                            e.publicText(),
                            false);
            case VerificationBegan _ ->
                    ToldEvolution.said(w, event, null, false)
                            .with(State.VERIFYING)
                            .with(w.course().verifying());
            case CarryOutResumed _ ->
                    ToldEvolution.said(w, event, null, false).with(State.IN_PROGRESS);
            case WindowOverran _ -> w.with(w.promise().overran());
            case WindowCompleted e ->
                    ToldEvolution.said(w, event, e.publicText(), false)
                            .with(State.COMPLETED)
                            .with(w.course().ended(completion(e, event)));
            case WindowCancelled e ->
                    ToldEvolution.said(ToldEvolution.onTime(w), event, e.publicText(), false)
                            .with(State.CANCELLED)
                            .with(w.course().ended(cancellation(e, event)));
        };
    }

    private static ProviderNotice notice(ProviderNoticeReceived e) {
        return new ProviderNotice(
                e.provider(),
                e.account(),
                e.maintenanceId(),
                e.sequence(),
                e.status(),
                e.start(),
                e.end(),
                e.impact(),
                e.objects(),
                e.summary());
    }

    private static Update update(ProgressPosted e, Recorded<WindowEvent> event) {
        return new Update(
                e.ordinal(),
                e.publicText(),
                e.internalText(),
                e.nextUpdateBy(),
                event.occurredAt(),
                event.actor().toString(),
                event.id());
    }

    private static ImpactUpdate impact(ImpactChanged e, Recorded<WindowEvent> event) {
        return new ImpactUpdate(
                e.ordinal(),
                e.changes(),
                e.worseThanAnnounced(),
                e.publicText(),
                event.occurredAt(),
                event.actor().toString(),
                event.id());
    }

    private static Proposal proposal(ExtensionProposed e) {
        return new Proposal(
                e.ordinal(),
                e.announcedEnd(),
                e.proposedEnd(),
                e.p50(),
                e.p90(),
                e.publicText(),
                Proposal.Status.OPEN);
    }

    private static Extension extension(WindowExtended e, Recorded<WindowEvent> event) {
        return new Extension(
                e.ordinal(),
                e.previousEnd(),
                e.newEnd(),
                e.reason(),
                e.publicText(),
                e.proposal(),
                e.beforePreviousEnd(),
                event.recordedAt(),
                event.actor().toString(),
                event.id());
    }

    private static Ending cancellation(WindowCancelled e, Recorded<WindowEvent> event) {
        return new Ending.Cancellation(
                e.reason(), e.announced(), event.recordedAt(), e.publicText(), event.id());
    }

    private static Ending completion(WindowCompleted e, Recorded<WindowEvent> event) {
        return new Ending.Completion(
                e.outcome(),
                e.actualEnd(),
                e.undone() == null ? List.of() : e.undone(),
                e.impactLeft() == null ? List.of() : e.impactLeft(),
                e.publicText(),
                event.id());
    }
}
