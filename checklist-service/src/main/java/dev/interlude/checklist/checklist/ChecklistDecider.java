package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.AddNote;
import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.AttachEvidence;
import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.CheckSlack;
import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ExpireScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowAnew;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ObserveSideEffect;
import dev.interlude.checklist.checklist.ChecklistCommand.OfDrafted;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReorderSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The write side of a checklist. What an act changes for the planner's gates is part of the same
 * decision, so that nobody sees the one without the other.
 */
public final class ChecklistDecider
        implements Decider<ChecklistCommand, ChecklistEvent, Checklist> {

    private static final String SCRIPT = "script/";

    /** The command of a timer that fired. */
    public static ChecklistCommand whenDue(Due due, Act act) {
        return due.name().startsWith(SCRIPT)
                ? new ExpireScript(act, due.name().substring(SCRIPT.length()))
                : new CheckSlack(act);
    }

    @Override
    public Checklist initial() {
        return Checklist.NONE;
    }

    @Override
    public Decision<ChecklistEvent> decide(ChecklistCommand command, Checklist state) {
        return switch (act(command, state)) {
            case Decision.Rejected<ChecklistEvent> rejected -> rejected;
            case Decision.Accepted<ChecklistEvent>(var facts) ->
                    facts.isEmpty()
                            ? Decision.nothing()
                            : Decision.acceptAll(withReadiness(facts, state, command.act()));
        };
    }

    @Override
    public Checklist evolve(Checklist state, Recorded<ChecklistEvent> event) {
        return Evolution.next(state, event).at(event.recordedAt());
    }

    @Override
    public Set<Due> due(Checklist state) {
        return Stream.concat(
                        Lookout.slackUsedUpAt(state).stream().map(at -> new Due("slack", at)),
                        state.openRuns().map(run -> new Due(SCRIPT + run.id(), run.deadline())))
                .collect(Collectors.toSet());
    }

    private static Decision<ChecklistEvent> act(ChecklistCommand command, Checklist state) {
        return switch (command) {
            case DraftChecklist c -> Authoring.draft(c, state);
            case FollowWindow c -> Following.follow(c, state);
            case FollowAnew c -> FollowingAnew.follow(c, state);
            case CheckSlack c -> Lookout.check(c, state);
            case OfDrafted c ->
                    state.drafted()
                            ? onDrafted(c, state)
                            : Decision.reject(
                                    Rejection.notFound("the window has no checklist yet"));
        };
    }

    private static Decision<ChecklistEvent> onDrafted(OfDrafted command, Checklist state) {
        return switch (command) {
            case AddStep c -> Editing.add(c, state);
            case ReviseStep c -> Editing.revise(c, state);
            case RemoveStep c -> Editing.remove(c, state);
            case ReorderSteps c -> Ordering.reorder(c, state);
            case ReviewChecklist c -> Review.review(c, state);
            case ReviewStep c -> Review.reviewStep(c, state);
            case AnswerConcern c -> Review.answer(c, state);
            case ClearStep c -> Execution.clear(c, state);
            case StartStep c -> Execution.start(c, state);
            case WithdrawStart c -> Execution.withdraw(c, state);
            case CompleteStep c -> Completion.complete(c, state);
            case ConfirmSteps c -> Confirming.confirm(c, state);
            case RejectStep c -> Execution.reject(c, state);
            case FailStep c -> Execution.fail(c, state);
            case RetryStep c -> Execution.retry(c, state);
            case RequestSkip c -> Agreements.requestSkip(c, state);
            case ConfirmSkip c -> Agreements.confirmSkip(c, state);
            case DeclineSkip c -> Agreements.declineSkip(c, state);
            case RequestReopening c -> Agreements.requestReopening(c, state);
            case ConfirmReopening c -> Agreements.confirmReopening(c, state);
            case DeclineReopening c -> Agreements.declineReopening(c, state);
            case AttachEvidence c -> Agreements.attach(c, state);
            case ObserveSideEffect c -> Agreements.observe(c, state);
            case AddNote c -> Agreements.note(c, state);
            case RequestScript c -> Automation.request(c, state);
            case CancelScript c -> Automation.cancel(c, state);
            case ClaimScript c -> Reporting.claim(c, state);
            case FinishScript c -> Reporting.finish(c, state);
            case LoseScript c -> Reporting.lose(c, state);
            case ExpireScript c -> Reporting.expire(c, state);
        };
    }

    private static List<Fact<ChecklistEvent>> withReadiness(
            List<Fact<ChecklistEvent>> facts, Checklist before, Act act) {
        Checklist after = fold(before, facts, act);
        Checklist.Plan plan = after.plan();
        if (plan == null) {
            return facts;
        }
        List<Fact<ChecklistEvent>> all = new ArrayList<>(facts);
        Readiness readiness = new Readiness(after, plan);
        ReadinessChanged now = readiness.now();
        if (!now.equals(after.readiness())) {
            all.add(new Fact<>(now, null));
        }
        if (readiness.finished() && !after.finished()) {
            all.add(new Fact<>(new ChecklistFinished(plan.windowId()), null));
        }
        return all;
    }

    /** The state once these facts are recorded. */
    static Checklist fold(Checklist state, List<Fact<ChecklistEvent>> facts, Act act) {
        Checklist next = state;
        for (Fact<ChecklistEvent> fact : facts) {
            next = Evolution.next(next, Recorded.decided(fact, act, 0)).at(act.now());
        }
        return next;
    }

    /** The event, told of now. */
    static Fact<ChecklistEvent> now(ChecklistEvent event) {
        return new Fact<>(event, null);
    }

    static String windowId(Checklist state) {
        Checklist.Plan plan = state.plan();
        if (plan == null) {
            throw new IllegalStateException("only a drafted checklist is acted on");
        }
        return plan.windowId();
    }
}
