package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.ReorderSteps;
import dev.interlude.checklist.checklist.ChecklistEvent.Relinked;
import dev.interlude.checklist.checklist.ChecklistEvent.StepsReordered;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Another order of the steps. A step that just follows the one before it, as one without {@code
 * after:} does, follows the one that is before it now; what was said on purpose stays.
 */
final class Ordering {

    private Ordering() {}

    static Decision<ChecklistEvent> reorder(ReorderSteps c, Checklist state) {
        Rejection no = Editing.refuse(c.act(), c.reason(), state);
        if (no != null) {
            return Decision.reject(no);
        }
        if (state.rollback() != null) {
            return Decision.reject(
                    Rejection.conflict(
                            "wrong-state", "the order of the way back follows from what was done"));
        }
        List<Step> before = state.planned();
        List<String> ids = before.stream().map(Step::id).toList();
        if (c.order().equals(ids)) {
            return Decision.nothing();
        }
        if (c.order().size() != ids.size()
                || !new HashSet<>(c.order()).equals(new HashSet<>(ids))) {
            return Decision.reject(Rejection.invalid("/stepIds", "names every step once"));
        }
        List<Step> after = relinked(before, c.order(), state);
        List<Fault> faults = PlanRules.faults(after);
        if (!faults.isEmpty()) {
            return Decision.reject(Rejection.invalid("/stepIds", faults.getFirst().rule()));
        }
        List<Relinked> relinked = new ArrayList<>();
        for (Step step : after) {
            if (!before.contains(step)) {
                relinked.add(new Relinked(step.id(), step.dependsOn()));
            }
        }
        return Decision.accept(
                new StepsReordered(
                        ChecklistDecider.windowId(state), c.order(), relinked, c.reason()));
    }

    private static List<Step> relinked(List<Step> before, List<String> order, Checklist state) {
        Map<String, Step> byId = new HashMap<>();
        Map<String, Boolean> follows = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            Step step = before.get(i);
            List<String> usual = Drafting.usual(before.subList(0, i), step.phase(), step.lane());
            byId.put(step.id(), step);
            follows.put(step.id(), step.dependsOn().equals(usual));
        }
        List<Step> after = new ArrayList<>();
        for (String id : order) {
            Step step = byId.get(id);
            if (step != null) {
                boolean free =
                        state.step(id)
                                .filter(s -> s.progress() instanceof Progress.NotBegun)
                                .isPresent();
                after.add(
                        free && Boolean.TRUE.equals(follows.get(id))
                                ? step.after(Drafting.usual(after, step.phase(), step.lane()))
                                : step);
            }
        }
        return after;
    }
}
