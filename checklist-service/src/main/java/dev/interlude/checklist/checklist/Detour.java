package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way back while the plan is changed: it takes in what belongs to it, and leaves out the rest.
 */
final class Detour {

    private final Checklist checklist;
    private final Rollback way;

    private Detour(Checklist checklist, Rollback way) {
        this.checklist = checklist;
        this.way = way;
    }

    /**
     * After a step was added or revised.
     *
     * @param relinked whether it was said anew what the step waits for
     */
    static Checklist with(Checklist state, Step step, boolean relinked) {
        Rollback way = state.rollback();
        return way == null
                ? state
                : state.on(new Detour(state, way).with(step, relinked), state.steps());
    }

    /** After a step was removed: what waited for it waits for what it waited for. */
    static Checklist without(Checklist state, String stepId) {
        Rollback way = state.rollback();
        return way == null || way.of(stepId) == null
                ? state
                : state.on(new Detour(state, way).without(stepId), state.steps());
    }

    private Rollback with(Step step, boolean relinked) {
        Undo known = way.of(step.id());
        if (!belongs(step)) {
            return known == null ? way : without(step.id());
        }
        boolean verify = step.phase() == Phase.VERIFY;
        List<String> after = known == null || relinked ? after(step) : known.dependsOn();
        var undo = new Undo(step.id(), step.title(), step.rollbackOf(), after);
        Rollback others = known == null ? behind(step, verify) : way;
        return new Rollback(
                replaced(others.steps(), undo, !verify), replaced(others.verify(), undo, verify));
    }

    /** It undoes something that was begun, or nothing in particular, or verifies the way back. */
    private boolean belongs(Step step) {
        return switch (step.phase()) {
            case PREPARE, CARRY_OUT -> false;
            case VERIFY -> step.verifies() != Verifies.WORK;
            case ROLLBACK -> {
                String undoes = step.rollbackOf();
                StepRecord undone = undoes == null ? null : checklist.steps().get(undoes);
                yield undone == null || undone.attempts() > 0;
            }
        };
    }

    /** What it says it waits for, as far as that is on the way and doesn't wait for it. */
    private List<String> after(Step step) {
        List<String> said =
                step.dependsOn().stream()
                        .filter(id -> way.of(id) != null && !waits(id, step.id(), new HashSet<>()))
                        .toList();
        boolean among = said.stream().anyMatch(this::verifies);
        if (step.phase() != Phase.VERIFY || among) {
            return said;
        }
        return way.steps().stream().map(Undo::stepId).toList();
    }

    private boolean waits(String id, String forOther, Set<String> seen) {
        Undo undo = way.of(id);
        return id.equals(forOther)
                || (undo != null
                        && seen.add(id)
                        && undo.dependsOn().stream().anyMatch(o -> waits(o, forOther, seen)));
    }

    /** Nobody verifies before a further step of the way back is done. */
    private Rollback behind(Step step, boolean verify) {
        if (verify) {
            return way;
        }
        List<Undo> verifying = new ArrayList<>();
        for (Undo undo : way.verify()) {
            boolean first = undo.dependsOn().stream().noneMatch(this::verifies);
            verifying.add(first ? undo(undo, and(undo.dependsOn(), step.id())) : undo);
        }
        return new Rollback(way.steps(), verifying);
    }

    private boolean verifies(String id) {
        return way.verify().stream().anyMatch(undo -> undo.stepId().equals(id));
    }

    private Rollback without(String stepId) {
        Undo gone = way.of(stepId);
        return new Rollback(
                without(way.steps(), stepId, gone), without(way.verify(), stepId, gone));
    }

    private static List<Undo> without(List<Undo> undos, String stepId, @Nullable Undo gone) {
        List<Undo> rest = new ArrayList<>();
        for (Undo undo : undos) {
            if (undo.stepId().equals(stepId)) {
                continue;
            }
            Set<String> after = new LinkedHashSet<>();
            for (String id : undo.dependsOn()) {
                if (!id.equals(stepId)) {
                    after.add(id);
                } else if (gone != null) {
                    after.addAll(gone.dependsOn());
                }
            }
            rest.add(undo(undo, List.copyOf(after)));
        }
        return rest;
    }

    private static List<Undo> replaced(List<Undo> undos, Undo by, boolean here) {
        List<Undo> all = new ArrayList<>();
        boolean there = false;
        for (Undo undo : undos) {
            boolean same = undo.stepId().equals(by.stepId());
            if (!same || here) {
                all.add(same ? by : undo);
            }
            there |= same;
        }
        if (here && !there) {
            all.add(by);
        }
        return all;
    }

    private static Undo undo(Undo undo, List<String> after) {
        return new Undo(undo.stepId(), undo.title(), undo.undoes(), after);
    }

    private static List<String> and(List<String> ids, String more) {
        Set<String> all = new LinkedHashSet<>(ids);
        all.add(more);
        return List.copyOf(all);
    }
}
