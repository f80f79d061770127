package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.NotUndone;
import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way back from here. Begun steps are undone in the reverse of their order: one that others
 * rest on is undone after them, of independent ones the last begun goes first. Rollback steps that
 * undo none keep their place before or after the others.
 */
final class WayBack {

    private final Checklist checklist;
    private final List<Step> rollback;
    private final Map<String, List<Step>> undoing = new HashMap<>();
    private final Map<String, Set<String>> restsOn = new HashMap<>();
    private final Map<String, Undo> undos = new LinkedHashMap<>();

    private WayBack(Checklist checklist) {
        this.checklist = checklist;
        this.rollback = checklist.of(Phase.ROLLBACK).map(StepRecord::step).toList();
        for (Step step : rollback) {
            String forward = step.rollbackOf();
            if (forward != null) {
                undoing.computeIfAbsent(forward, _ -> new ArrayList<>()).add(step);
            }
        }
    }

    /** Computed for any drafted checklist at any time. */
    static RollbackPlanned from(Checklist checklist, String windowId) {
        return new WayBack(checklist).planned(windowId);
    }

    private RollbackPlanned planned(String windowId) {
        List<StepRecord> begun = lastFirst();
        Set<String> ids = new HashSet<>();
        begun.forEach(s -> ids.add(s.step().id()));
        List<NotUndone> left = new ArrayList<>();
        List<String> lead = addAll(leading(), List.of());
        for (StepRecord s : begun) {
            List<Step> undoing = undoing(s.step().id());
            if (undoing.isEmpty()) {
                left.add(new NotUndone(s.step().id(), s.step().title(), s.step().noRollback()));
            }
            undoing.forEach(undo -> add(undo, lead));
        }
        List<String> last = List.copyOf(undos.keySet());
        addAll(trailing(), last);
        List<Undo> steps = List.copyOf(undos.values());
        return new RollbackPlanned(windowId, steps, verify(), left);
    }

    /**
     * Every step behind those that rest on it; of independent ones the last begun first, unless the
     * plan says of their rollback steps which comes first.
     */
    private List<StepRecord> lastFirst() {
        List<StepRecord> open =
                new ArrayList<>(checklist.of(Phase.CARRY_OUT).filter(WayBack::begun).toList());
        List<StepRecord> order = new ArrayList<>();
        while (!open.isEmpty()) {
            StepRecord next =
                    open.stream()
                            .filter(s -> open.stream().noneMatch(o -> restsOn(o, s)))
                            .max(
                                    Comparator.comparing((StepRecord s) -> asPlanned(s, open))
                                            .thenComparing(WayBack::since))
                            .orElse(open.getLast());
            open.remove(next);
            order.add(next);
        }
        return order;
    }

    /** Whether none of the others is planned to be undone first. */
    private boolean asPlanned(StepRecord s, List<StepRecord> open) {
        String id = s.step().id();
        Set<String> first = new HashSet<>();
        undoing(id).forEach(undo -> first.addAll(undo.dependsOn()));
        if (first.isEmpty()) {
            return true;
        }
        return open.stream()
                .filter(other -> !other.step().id().equals(id))
                .flatMap(other -> undoing(other.step().id()).stream())
                .noneMatch(undo -> first.contains(undo.id()));
    }

    private static boolean begun(StepRecord s) {
        return s.attempts() > 0 && !(s.progress() instanceof Progress.RolledBack);
    }

    private static Instant since(StepRecord s) {
        return switch (s.progress()) {
            case Progress.Running p -> p.startedAt();
            case Progress.AwaitingConfirmation p -> p.startedAt();
            case Progress.Done p -> p.startedAt();
            case Progress.Failed p -> p.startedAt();
            case Progress.Skipped p -> p.settledAt();
            case Progress.NotBegun(var since) -> since == null ? Instant.MIN : since;
            case Progress.RolledBack p -> p.at();
        };
    }

    private boolean restsOn(StepRecord one, StepRecord other) {
        return below(one.step().id()).contains(other.step().id());
    }

    /** Everything that a step depends on, directly or not. */
    private Set<String> below(String id) {
        Set<String> known = restsOn.get(id);
        if (known != null) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>();
        StepRecord record = checklist.steps().get(id);
        if (record != null) {
            for (String before : record.step().dependsOn()) {
                all.add(before);
                all.addAll(below(before));
            }
        }
        restsOn.put(id, all);
        return all;
    }

    private List<Step> undoing(String forward) {
        return undoing.getOrDefault(forward, List.of());
    }

    /** Rollback steps that undo none and stand before all that do. */
    private List<Step> leading() {
        return rollback.stream().takeWhile(step -> step.rollbackOf() == null).toList();
    }

    private List<Step> trailing() {
        return rollback.subList(leading().size(), rollback.size()).stream()
                .filter(step -> step.rollbackOf() == null)
                .toList();
    }

    private List<String> addAll(List<Step> steps, List<String> after) {
        steps.forEach(step -> add(step, after));
        return steps.stream().map(Step::id).toList();
    }

    private void add(Step step, List<String> after) {
        Set<String> waits = new LinkedHashSet<>(after);
        String undoes = step.rollbackOf();
        for (Undo before : undos.values()) {
            boolean planned = step.dependsOn().contains(before.stepId());
            if (planned || (undoes != null && restsOn(before.undoes(), undoes))) {
                waits.add(before.stepId());
            }
        }
        undos.put(step.id(), undo(step, needed(waits)));
    }

    private boolean restsOn(@Nullable String one, String other) {
        return one != null && below(one).contains(other);
    }

    /** Without those that another of them waits for already. */
    private List<String> needed(Set<String> waits) {
        Set<String> implied = new HashSet<>();
        for (String id : waits) {
            Undo undo = undos.get(id);
            if (undo != null) {
                collect(undo, implied);
            }
        }
        return waits.stream().filter(id -> !implied.contains(id)).toList();
    }

    private void collect(Undo undo, Set<String> into) {
        for (String id : undo.dependsOn()) {
            Undo before = undos.get(id);
            if (into.add(id) && before != null) {
                collect(before, into);
            }
        }
    }

    private List<Undo> verify() {
        List<Step> steps =
                checklist
                        .of(Phase.VERIFY)
                        .map(StepRecord::step)
                        .filter(step -> step.verifies() != Verifies.WORK)
                        .toList();
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> ids.add(step.id()));
        List<Undo> all = new ArrayList<>();
        List<String> undone = needed(undos.keySet());
        for (Step step : steps) {
            List<String> among = step.dependsOn().stream().filter(ids::contains).toList();
            all.add(undo(step, among.isEmpty() ? undone : among));
        }
        return all;
    }

    private static Undo undo(Step step, List<String> after) {
        return new Undo(step.id(), step.title(), step.rollbackOf(), after);
    }
}
