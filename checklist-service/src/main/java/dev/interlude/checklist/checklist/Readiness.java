package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.OpenGate;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how far a drafted checklist is; the planner's gates rest on the answer. */
final class Readiness {

    private final Checklist checklist;
    private final Checklist.Plan plan;

    Readiness(Checklist checklist, Checklist.Plan plan) {
        this.checklist = checklist;
        this.plan = plan;
    }

    ReadinessChanged now() {
        boolean carriedOut = settled(Phase.CARRY_OUT) && checklist.of(Phase.CARRY_OUT).count() > 0;
        return new ReadinessChanged(
                plan.windowId(),
                PlanHash.of(plan.title(), checklist.planned()),
                reviewed(),
                checklist.openConcerns().size(),
                withoutRollback().isEmpty(),
                settled(Phase.PREPARE),
                checklist.of(Phase.CARRY_OUT).anyMatch(step -> step.attempts() > 0),
                checklist.pastPointOfNoReturn(),
                carriedOut,
                carriedOut && settled(Phase.VERIFY),
                rolledBack(),
                rolledBack() && unsettled(Rollback::verify).isEmpty(),
                open());
    }

    /** Whether nothing of the way that is gone is left. */
    boolean finished() {
        if (checklist.rollback() != null) {
            return rolledBack() && unsettled(Rollback::verify).isEmpty();
        }
        return settled(Phase.PREPARE)
                && settled(Phase.CARRY_OUT)
                && settled(Phase.VERIFY)
                && !checklist.steps().isEmpty();
    }

    private boolean reviewed() {
        return !checklist.steps().isEmpty()
                && checklist.reviewed().containsAll(checklist.steps().keySet());
    }

    private boolean rolledBack() {
        return checklist.rollback() != null && unsettled(Rollback::steps).isEmpty();
    }

    /** Of the way back. */
    private List<Step> unsettled(Function<Rollback, List<Undo>> part) {
        Rollback way = checklist.rollback();
        return way == null
                ? List.of()
                : part.apply(way).stream()
                        .flatMap(undo -> checklist.step(undo.stepId()).stream())
                        .filter(s -> !s.progress().settled())
                        .map(StepRecord::step)
                        .toList();
    }

    private boolean settled(Phase phase) {
        return unsettled(phase).isEmpty();
    }

    private List<Step> unsettled(Phase phase) {
        return checklist
                .of(phase)
                .filter(step -> step.step().leadsForward() && !step.progress().settled())
                .map(StepRecord::step)
                .toList();
    }

    private List<Step> withoutRollback() {
        Set<String> undone =
                checklist
                        .of(Phase.ROLLBACK)
                        .flatMap(step -> Stream.ofNullable(step.step().rollbackOf()))
                        .collect(Collectors.toSet());
        return checklist
                .of(Phase.CARRY_OUT)
                .map(StepRecord::step)
                .filter(step -> step.noRollback() == null && !undone.contains(step.id()))
                .toList();
    }

    private List<OpenGate> open() {
        List<OpenGate> open = new ArrayList<>();
        unsettled(Phase.PREPARE).forEach(step -> open.add(gate("prepare", step)));
        if (!reviewed()) {
            open.add(new OpenGate("review", null, null));
        }
        for (Concern concern : checklist.openConcerns()) {
            checklist.step(concern.stepId()).ifPresent(s -> open.add(gate("review", s.step())));
        }
        withoutRollback().forEach(step -> open.add(gate("rollback", step)));
        unverified().forEach(step -> open.add(gate("verify", step)));
        return List.copyOf(open);
    }

    /** The verify steps say it all, as they follow the work; without any, the work itself does. */
    private List<Step> unverified() {
        if (checklist.rollback() != null) {
            List<Step> left = unsettled(Rollback::verify);
            return left.isEmpty() ? unsettled(Rollback::steps) : left;
        }
        List<Step> verify = unsettled(Phase.VERIFY);
        return verify.isEmpty() ? unsettled(Phase.CARRY_OUT) : verify;
    }

    private static OpenGate gate(String gate, Step step) {
        return new OpenGate(gate, step.id(), step.title());
    }
}
