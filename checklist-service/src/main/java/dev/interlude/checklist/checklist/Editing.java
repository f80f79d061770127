package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRevised;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changing a plan. Once the window has started, a change is a deviation and says why. */
final class Editing {

    private Editing() {}

    static Decision<ChecklistEvent> add(AddStep c, Checklist state) {
        Rejection no = refuse(c.act(), c.reason(), state);
        if (no != null) {
            return Decision.reject(no);
        }
        List<Step> before = state.planned();
        Step added = Drafting.complete(before, List.of(c.step())).getFirst();
        List<Step> all = new ArrayList<>(before);
        all.add(added);
        List<Fault> faults = PlanRules.faults(all);
        return faults.isEmpty()
                ? Decision.accept(new StepAdded(id(state), added, c.reason(), null))
                : Decision.reject(Authoring.invalid("", before.size(), faults));
    }

    static Decision<ChecklistEvent> revise(ReviseStep c, Checklist state) {
        Rejection no = refuse(c.act(), c.reason(), state);
        StepRecord record = state.steps().get(c.stepId());
        if (no != null || record == null) {
            return Decision.reject(no == null ? absent(c.stepId()) : no);
        }
        List<String> unknown =
                c.patch().remove().stream()
                        .filter(member -> !StepPatch.REMOVABLE.contains(member))
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            return Decision.reject(
                    Rejection.invalid("/remove", "can't be empty: " + Crew.named(unknown)));
        }
        Step next = c.patch().of(record.step());
        List<String> changed = Difference.between(record.step(), next);
        if (changed.isEmpty()) {
            return Decision.nothing();
        }
        if (begun(record)) {
            return Decision.reject(stands(record));
        }
        Rejection lowered = Lowering.refuse(state, record.step(), next, c.act());
        if (lowered != null) {
            return Decision.reject(lowered);
        }
        List<Step> all = new ArrayList<>(state.planned());
        int index = all.indexOf(record.step());
        all.set(index, next);
        List<Fault> faults = PlanRules.faults(all);
        if (!faults.isEmpty()) {
            boolean own = faults.stream().allMatch(fault -> fault.index() == index);
            return Decision.reject(
                    own
                            ? Authoring.invalid("", index, faults)
                            : Rejection.invalid("", others(all, faults.getFirst())));
        }
        return Decision.accept(new StepRevised(id(state), next, changed, c.reason()));
    }

    static Decision<ChecklistEvent> remove(RemoveStep c, Checklist state) {
        Rejection no = refuse(c.act(), c.reason(), state);
        StepRecord record = state.steps().get(c.stepId());
        if (no != null || record == null) {
            return Decision.reject(no == null ? absent(c.stepId()) : no);
        }
        if (begun(record)) {
            return Decision.reject(stands(record));
        }
        Rejection lowered = Lowering.refuseRemoval(state, record, c.act());
        if (lowered != null) {
            return Decision.reject(lowered);
        }
        List<String> undoing =
                state.planned().stream()
                        .filter(step -> c.stepId().equals(step.rollbackOf()))
                        .map(Step::id)
                        .toList();
        if (!undoing.isEmpty()) {
            return Decision.reject(
                    Rejection.conflict(
                                    "wrong-state",
                                    "remove what undoes it first: " + Crew.named(undoing))
                            .with("stepIds", undoing));
        }
        Step step = record.step();
        return Decision.accept(
                new StepRemoved(id(state), step.id(), step.title(), step.phase(), c.reason()));
    }

    /** Who may change the plan, as long as it can be changed. */
    static @Nullable Rejection refuse(Act act, @Nullable String reason, Checklist state) {
        boolean crew = Crew.refuse(state, act) == null;
        Rejection no = crew ? null : Crew.refuseAuthor(state, act);
        Window window = state.window();
        Checklist.Plan plan = state.plan();
        if (no != null || plan == null) {
            return no;
        }
        if (window != null && window.state().over()) {
            return Rejection.conflict("wrong-state", "the window is " + window.state());
        }
        return plan.frozen() && reason == null
                ? Rejection.invalid(
                        "/reason", "the window has started: a change of the plan says why")
                : null;
    }

    private static boolean begun(StepRecord s) {
        return !(s.progress() instanceof Progress.NotBegun)
                && !(s.progress() instanceof Progress.Failed);
    }

    private static Rejection stands(StepRecord s) {
        return Rejection.conflict(
                        "wrong-state", "step \"" + s.step().id() + "\" has begun: it stands")
                .with("stepId", s.step().id());
    }

    private static String others(List<Step> all, Fault fault) {
        return "step \""
                + all.get(fault.index()).id()
                + "\", "
                + fault.member()
                + ": "
                + fault.rule();
    }

    private static Rejection absent(String stepId) {
        return Rejection.notFound("there is no step \"" + stepId + "\" in the checklist");
    }

    private static String id(Checklist state) {
        return ChecklistDecider.windowId(state);
    }
}
