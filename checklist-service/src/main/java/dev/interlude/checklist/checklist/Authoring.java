package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistDrafted;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFrozen;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writing the plan. */
final class Authoring {

    private Authoring() {}

    static Decision<ChecklistEvent> draft(DraftChecklist c, Checklist state) {
        Rejection no = refuse(c, state);
        if (no != null) {
            return Decision.reject(no);
        }
        List<Step> steps = Drafting.complete(List.of(), c.steps());
        List<Fault> faults = PlanRules.faults(steps);
        if (!faults.isEmpty()) {
            return Decision.reject(invalid("/steps/", 0, faults));
        }
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        Window window = state.window();
        Boolean rehearsal = window == null ? null : window.rehearsal();
        facts.add(
                new Fact<>(
                        new ChecklistDrafted(c.windowId(), c.title(), c.origin(), rehearsal),
                        null));
        for (Step step : steps) {
            facts.add(
                    new Fact<>(
                            new StepAdded(c.windowId(), step, null, c.earlier().get(step.id())),
                            null));
        }
        if (window != null && window.state().underWay()) {
            facts.add(new Fact<>(new ChecklistFrozen(c.windowId()), null));
        }
        return Decision.acceptAll(facts);
    }

    private static @Nullable Rejection refuse(DraftChecklist c, Checklist state) {
        // what a person has set going by a series is not asked again
        boolean reaction = c.act().actor().kind() == Actor.Kind.REACTION;
        Rejection no = reaction ? null : Crew.refuseAuthor(state, c.act());
        if (no != null) {
            return no;
        }
        if (state.drafted()) {
            return Rejection.conflict("already-exists", "the window has a checklist already");
        }
        String title = PlanRules.titleFault(c.title());
        if (title != null) {
            return Rejection.invalid("/title", title);
        }
        Window window = state.window();
        if (window != null && window.state().over()) {
            return Rejection.conflict("wrong-state", "the window is " + window.state());
        }
        return null;
    }

    static Rejection invalid(String root, int first, List<Fault> faults) {
        List<Map<String, String>> errors =
                faults.stream().map(fault -> error(root, first, fault)).toList();
        Fault one = faults.getFirst();
        return new Rejection(
                Rejection.Kind.INVALID, "invalid", one.rule(), Map.of("errors", errors));
    }

    private static Map<String, String> error(String root, int first, Fault fault) {
        String step = root.isEmpty() ? "" : root + (fault.index() - first);
        String pointer = fault.member().isEmpty() ? step : step + "/" + fault.member();
        return Map.of("pointer", pointer, "rule", fault.rule());
    }
}
