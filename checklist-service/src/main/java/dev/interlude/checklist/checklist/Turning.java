package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turning back, and forward again. */
final class Turning {

    private Turning() {}

    /** What lies on the way back is to be done from now on, whatever was done of it before. */
    static Checklist back(Checklist state, RollbackPlanned planned, Instant at) {
        Rollback way = Rollback.of(planned);
        Map<String, StepRecord> steps = new LinkedHashMap<>(state.steps());
        way.all().forEach(undo -> steps.computeIfPresent(undo.stepId(), (_, s) -> s.reopened(at)));
        return state.on(way, steps).turned(state.pastPointOfNoReturn(), false);
    }

    /** A carry-out step is rolled back as soon as all that undoes it is done. */
    static Checklist undone(Checklist state, String stepId, Instant at) {
        Rollback way = state.rollback();
        Undo undo = way == null ? null : way.of(stepId);
        String forward = undo == null ? null : undo.undoes();
        if (way == null || forward == null) {
            return state;
        }
        List<String> undoing = way.undoing(forward);
        boolean all =
                undoing.stream()
                        .flatMap(id -> state.step(id).stream())
                        .allMatch(s -> s.progress() instanceof Progress.Done);
        return all ? state.change(forward, s -> s.now(new Progress.RolledBack(at))) : state;
    }

    /** Work was resumed: what was undone has to be done again, and could be undone once more. */
    static Checklist forward(Checklist state, Instant at) {
        Rollback way = state.rollback();
        if (way == null) {
            return state;
        }
        Map<String, StepRecord> steps = new LinkedHashMap<>(state.steps());
        steps.replaceAll((id, s) ->
                s.progress() instanceof Progress.RolledBack || way.of(id) != null
                        ? s.reopened(at)
                        : s);
        return state.on(null, steps);
    }
}
