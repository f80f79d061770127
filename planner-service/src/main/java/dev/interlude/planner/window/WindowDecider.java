package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.ChangeImpact;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.CorrectText;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.DismissProposal;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowCommand.ForgetReadiness;
import dev.interlude.planner.window.WindowCommand.Misnamed;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowCommand.Objected;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowCommand.TakeProviderNotice;
import java.util.LinkedHashSet;
import java.util.Set;

/** All rules of a maintenance window, each in the class of its concern. */
public final class WindowDecider implements Decider<WindowCommand, WindowEvent, Window> {

    @Override
    public Window initial() {
        return new NotPlanned();
    }

    @Override
    public Decision<WindowEvent> decide(WindowCommand command, Window state) {
        return Dated.at(command.act().now(), decided(command, state));
    }

    private static Decision<WindowEvent> decided(WindowCommand command, Window state) {
        if (command instanceof Objected(var asked, var why)) {
            return objected(decided(asked, state), why);
        }
        if (command instanceof Misnamed(var asked, var why)) {
            return misnamed(decided(asked, state), why);
        }
        return switch (state) {
            case NotPlanned _ ->
                    command instanceof PlanWindow c ? Planning.plan(c) : Refusals.noSuchWindow();
            case Known w -> Approving.follow(decide(command, w), w);
        };
    }

    private static Decision<WindowEvent> objected(Decision<WindowEvent> own, Rejection why) {
        return switch (own) {
            case Decision.Rejected<WindowEvent> rejected -> rejected;
            case Decision.Accepted<WindowEvent>(var facts) ->
                    facts.isEmpty() ? own : Decision.reject(why);
        };
    }

    private static Decision<WindowEvent> misnamed(Decision<WindowEvent> own, Rejection why) {
        return switch (own) {
            case Decision.Rejected<WindowEvent>(var rejection) ->
                    Decision.reject(rejection.kind() == Rejection.Kind.INVALID ? why : rejection);
            case Decision.Accepted<WindowEvent> _ -> Decision.reject(why);
        };
    }

    static Decision<WindowEvent> decide(WindowCommand command, Known w) {
        return switch (command) {
            case PlanWindow _ ->
                    Decision.reject(Refusals.wrongState(w, "The window is planned already."));
            case Objected(var asked, _) -> decide(asked, w);
            case Misnamed(var asked, _) -> decide(asked, w);
            case ReviseWindow c -> Revising.revise(c, w);
            case ConfirmWindow c -> Planning.confirm(c, w);
            case MoveWindow c -> Moving.move(c, w);
            case CorrectText c -> Correcting.correct(c, w);
            case AssignCrew c -> Crewing.assign(c, w);
            case AcceptCrew c -> Crewing.accept(c, w);
            case DeclineCrew c -> Crewing.decline(c, w);
            case AnnounceWindow c -> Planning.announce(c, w);
            case StartWindow c -> Running.start(c, w);
            case PostProgress c -> Telling.progress(c, w);
            case ChangeImpact c -> Telling.impact(c, w);
            case ExtendWindow c -> Extending.extend(c, w);
            case DismissProposal c -> Proposing.dismiss(c, w);
            case BeginVerification c -> Running.verify(c, w);
            case ResumeCarryOut c -> Running.resume(c, w);
            case CompleteWindow c -> Running.complete(c, w);
            case CancelWindow c -> Planning.cancel(c, w);
            case RecordReadiness c -> Recording.record(c, w);
            case ForgetReadiness c -> Recording.forget(c, w);
            case RecordForecast c -> Proposing.forecast(c, w);
            case TakeProviderNotice c -> FollowingProvider.take(c, w);
            case FireTimer c ->
                    BreakingGlass.isMine(c) ? BreakingGlass.fire(c, w) : Timers.fire(c, w);
            case WindowCommand.AmongPeople c -> AmongPeople.decide(c, w);
        };
    }

    @Override
    public Window evolve(Window state, Recorded<WindowEvent> event) {
        return WindowEvolution.evolve(state, event);
    }

    @Override
    public Set<Due> due(Window state) {
        return switch (state) {
            case NotPlanned _ -> Set.of();
            case Known w -> {
                var due = new LinkedHashSet<>(Timers.due(w));
                due.addAll(BreakingGlass.due(w));
                yield due;
            }
        };
    }
}
