package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way back that was planned, as long as it is gone. */
public record Rollback(List<Undo> steps, List<Undo> verify) {

    public Rollback {
        steps = List.copyOf(steps);
        verify = List.copyOf(verify);
    }

    static Rollback of(RollbackPlanned planned) {
        return new Rollback(planned.steps(), planned.verify());
    }

    /** The step as part of the way back; null when it is none. */
    public @Nullable Undo of(String stepId) {
        return all().filter(undo -> undo.stepId().equals(stepId)).findFirst().orElse(null);
    }

    /** Ids of the steps that undo a carry-out step. */
    List<String> undoing(String forward) {
        List<String> ids = new ArrayList<>();
        for (Undo undo : steps) {
            if (Objects.equals(undo.undoes(), forward)) {
                ids.add(undo.stepId());
            }
        }
        return ids;
    }

    /** Rollback steps, then those that verify it. */
    Stream<Undo> all() {
        return Stream.concat(steps.stream(), verify.stream());
    }
}
