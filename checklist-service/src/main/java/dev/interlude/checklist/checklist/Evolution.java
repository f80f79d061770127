package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistDrafted;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFrozen;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.ConcernAnswered;
import dev.interlude.checklist.checklist.ChecklistEvent.Objection;
import dev.interlude.checklist.checklist.ChecklistEvent.OfStep;
import dev.interlude.checklist.checklist.ChecklistEvent.PointOfNoReturnPassed;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.checklist.ChecklistEvent.SlackUsedUp;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReopened;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRevised;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStartWithdrawn;
import dev.interlude.checklist.checklist.ChecklistEvent.StepsReordered;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowForgotten;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Folds an event into the checklist; {@link StepEvolution} folds what concerns one step. */
final class Evolution {

    private Evolution() {}

    static Checklist next(Checklist state, Recorded<ChecklistEvent> recorded) {
        Actor by = recorded.actor();
        return switch (recorded.event()) {
            case ChecklistDrafted e ->
                    state.with(
                            new Checklist.Plan(
                                    e.windowId(), e.title(), by.id(), false, e.origin()));
            case StepAdded e -> PlanEvolution.added(state, e, recorded);
            case StepRevised e -> PlanEvolution.revised(state, e, recorded);
            case StepRemoved e -> PlanEvolution.removed(state, e, recorded);
            case StepsReordered e -> PlanEvolution.reordered(state, e, recorded);
            case WindowFollowed e -> followed(state, e, recorded.occurredAt());
            case WindowForgotten _ -> state.withoutWindow();
            case RollbackPlanned e -> Turning.back(state, e, recorded.occurredAt());
            case ChecklistReviewed e ->
                    state.reviewed(state.steps().keySet(), raised(state, e, by));
            case ConcernAnswered e -> state.reviewed(state.reviewed(), answered(state, e, by));
            case ChecklistFrozen _ -> {
                Checklist.Plan plan = state.plan();
                yield plan == null ? state : state.with(plan.freeze());
            }
            case ReadinessChanged e -> state.said(e);
            case ChecklistFinished _ -> state.turned(state.pastPointOfNoReturn(), true);
            case SlackUsedUp _ -> state;
            case StepReviewed e -> reviewed(state, e, by);
            case StepStartWithdrawn e -> withdrawn(state, e, recorded);
            case PointOfNoReturnPassed _ -> state.turned(true, state.finished());
            case StepReopened e ->
                    state.change(e.stepId(), s -> StepEvolution.next(s, e, recorded))
                            .turned(state.pastPointOfNoReturn(), false);
            case OfStep e ->
                    Turning.undone(
                            state.change(e.stepId(), s -> StepEvolution.next(s, e, recorded)),
                            e.stepId(),
                            recorded.occurredAt());
        };
    }

    private static Checklist followed(Checklist state, WindowFollowed e, Instant at) {
        Checklist next = state.with(Window.of(e, state.window(), at));
        return e.state() == WindowState.InProgress ? Turning.forward(next, at) : next;
    }

    private static Checklist reviewed(Checklist state, StepReviewed e, Actor by) {
        Set<String> seen = new LinkedHashSet<>(state.reviewed());
        seen.add(e.stepId());
        List<Concern> concerns = new ArrayList<>(state.concerns());
        if (e.concern() != null && e.text() != null) {
            concerns.add(new Concern(e.concern(), e.stepId(), e.text(), by, null, null));
        }
        return state.reviewed(seen, concerns);
    }

    /** There is a way back again, unless another step without one has begun. */
    private static Checklist withdrawn(
            Checklist state, StepStartWithdrawn e, Recorded<ChecklistEvent> recorded) {
        Checklist next = state.change(e.stepId(), s -> StepEvolution.next(s, e, recorded));
        boolean passed =
                next.steps().values().stream()
                        .anyMatch(s -> s.step().pointOfNoReturn() && s.attempts() > 0);
        return next.turned(state.pastPointOfNoReturn() && passed, next.finished());
    }

    private static List<Concern> raised(Checklist state, ChecklistReviewed e, Actor by) {
        List<Concern> all = new ArrayList<>(state.concerns());
        for (Objection one : e.except()) {
            all.add(new Concern(one.concern(), one.stepId(), one.text(), by, null, null));
        }
        return all;
    }

    private static List<Concern> answered(Checklist state, ConcernAnswered e, Actor by) {
        return state.concerns().stream()
                .map(concern ->
                        concern.n() == e.concern() ? concern.answered(e.answer(), by) : concern)
                .toList();
    }
}
