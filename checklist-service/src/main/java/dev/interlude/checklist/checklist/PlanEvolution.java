package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.Relinked;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRevised;
import dev.interlude.checklist.checklist.ChecklistEvent.StepsReordered;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds what happens to the plan. */
final class PlanEvolution {

    private PlanEvolution() {}

    static Checklist added(Checklist state, StepAdded e, Recorded<ChecklistEvent> recorded) {
        Map<String, StepRecord> steps = new LinkedHashMap<>(state.steps());
        steps.put(e.step().id(), StepRecord.planned(e.step(), e.earlier()));
        Checklist planned = state.with(steps).turned(state.pastPointOfNoReturn(), false);
        Checklist next = Detour.with(planned, e.step(), true);
        return deviating(next, "ADDED", e.step().id(), e.step().title(), e.reason(), recorded);
    }

    /** What differs from what was looked at has to be looked at again. */
    static Checklist revised(Checklist state, StepRevised e, Recorded<ChecklistEvent> recorded) {
        Step step = e.step();
        Set<String> seen = new HashSet<>(state.reviewed());
        seen.remove(step.id());
        Checklist planned =
                state.change(step.id(), s -> s.revised(step)).reviewed(seen, state.concerns());
        Checklist next = Detour.with(planned, step, e.changed().contains("dependsOn"));
        return deviating(next, "REVISED", step.id(), step.title(), e.reason(), recorded);
    }

    static Checklist removed(Checklist state, StepRemoved e, Recorded<ChecklistEvent> recorded) {
        StepRecord gone = state.steps().get(e.stepId());
        Map<String, StepRecord> steps = new LinkedHashMap<>(state.steps());
        steps.remove(e.stepId());
        if (gone != null) {
            List<String> instead = gone.step().dependsOn();
            steps.replaceAll((_, s) -> s.after(without(s.step(), e.stepId(), instead)));
        }
        Set<String> seen = new HashSet<>(state.reviewed());
        seen.remove(e.stepId());
        List<Concern> concerns =
                state.concerns().stream()
                        .map(c ->
                                c.open() && c.stepId().equals(e.stepId())
                                        ? c.answered("The step was removed.", recorded.actor())
                                        : c)
                        .toList();
        Checklist next = Detour.without(state.with(steps).reviewed(seen, concerns), e.stepId());
        return deviating(
                undone(next, gone, recorded.occurredAt()),
                "REMOVED",
                e.stepId(),
                e.title(),
                e.reason(),
                recorded);
    }

    /** What a step undid may be undone without it. */
    private static Checklist undone(Checklist state, @Nullable StepRecord gone, Instant at) {
        Rollback way = state.rollback();
        String forward = gone == null ? null : gone.step().rollbackOf();
        List<String> others = way == null || forward == null ? List.of() : way.undoing(forward);
        return others.isEmpty() ? state : Turning.undone(state, others.getFirst(), at);
    }

    static Checklist reordered(
            Checklist state, StepsReordered e, Recorded<ChecklistEvent> recorded) {
        Map<String, StepRecord> steps = new LinkedHashMap<>();
        for (String id : e.order()) {
            StepRecord s = state.steps().get(id);
            if (s != null) {
                steps.put(id, s);
            }
        }
        for (Relinked link : e.relinked()) {
            steps.computeIfPresent(
                    link.stepId(), (_, s) -> s.revised(s.step().after(link.dependsOn())));
        }
        return deviating(state.with(steps), "REORDERED", null, null, e.reason(), recorded);
    }

    private static List<String> without(Step step, String gone, List<String> instead) {
        if (!step.dependsOn().contains(gone)) {
            return step.dependsOn();
        }
        Set<String> after = new LinkedHashSet<>();
        for (String id : step.dependsOn()) {
            if (id.equals(gone)) {
                after.addAll(instead);
            } else {
                after.add(id);
            }
        }
        return List.copyOf(after);
    }

    private static Checklist deviating(
            Checklist state,
            String what,
            @Nullable String stepId,
            @Nullable String title,
            @Nullable String reason,
            Recorded<ChecklistEvent> recorded) {
        Checklist.Plan plan = state.plan();
        if (plan == null || !plan.frozen() || reason == null) {
            return state;
        }
        List<Deviation> all = new ArrayList<>(state.deviated());
        all.add(
                new Deviation(
                        what, stepId, title, recorded.actor(), recorded.occurredAt(), reason));
        return new ChecklistCopy(state).deviations(all).done();
    }
}
