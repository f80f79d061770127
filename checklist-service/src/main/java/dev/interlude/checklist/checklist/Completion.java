package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saying that a step is done, as few acts as can be: it is started along, and the next one too. */
final class Completion {

    private Completion() {}

    static Decision<ChecklistEvent> complete(CompleteStep c, Checklist state) {
        Guard guard = Guard.of(state, c.act(), c.stepId()).performer().onDuty().open();
        // what runs is brought to its end, wherever the window has gone meanwhile
        Guard ready = runs(state, c.stepId()) ? guard : guard.permitted();
        Guard free = ready.in(Set.of(StepState.Ready, StepState.Running)).noScriptRuns();
        Instant begins = c.startedAt() != null ? c.startedAt() : c.occurredAt();
        return (runs(state, c.stepId()) ? free : free.notHeld().inTime(begins))
                .otherThanOrAlone(Execution::clearer, Execution.CLEARED)
                .and(s -> refuseTimes(c, state, s))
                .and(s -> refuseValue(c, s.step()))
                .then(s -> Decision.acceptAll(completed(c, state, s)));
    }

    private static boolean runs(Checklist state, String stepId) {
        return state.step(stepId).filter(s -> s.progress() instanceof Progress.Running).isPresent();
    }

    private static @Nullable Rejection refuseTimes(CompleteStep c, Checklist state, StepRecord s) {
        Instant now = c.act().now();
        if (s.progress() instanceof Progress.Running running) {
            return c.startedAt() != null
                    ? Rejection.invalid("/startedAt", "the step was started before")
                    : Times.refuse(c.occurredAt(), running.startedAt(), now, "/occurredAt");
        }
        Instant earliest = Times.startable(state, s);
        Rejection start = Times.refuse(c.startedAt(), earliest, now, "/startedAt");
        return start != null
                ? start
                : Times.refuse(
                        c.occurredAt(), Times.latest(earliest, c.startedAt()), now, "/occurredAt");
    }

    private static @Nullable Rejection refuseValue(CompleteStep c, Step step) {
        Expectation expected = step.expectation();
        if (c.value() == null) {
            return null;
        }
        return expected == null || !expected.bounded()
                ? Rejection.invalid("/value", "the step expects no value")
                : FieldRules.tooLong(c.value())
                        ? Rejection.invalid("/value", "has too many digits")
                        : null;
    }

    private static @Nullable Boolean asExpected(CompleteStep c, Step step) {
        Expectation expected = step.expectation();
        BigDecimal value = c.value();
        if (value == null || expected == null) {
            return null;
        }
        return expected.metBy(value);
    }

    private static List<Fact<ChecklistEvent>> completed(
            CompleteStep c, Checklist state, StepRecord s) {
        Step step = s.step();
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        if (!(s.progress() instanceof Progress.Running)) {
            Instant at = c.startedAt() != null ? c.startedAt() : c.occurredAt();
            facts.addAll(Execution.started(c.act(), state, s, at));
        }
        facts.add(
                new Fact<>(
                        new StepCompleted(
                                ChecklistDecider.windowId(state),
                                step.id(),
                                step.title(),
                                step.phase(),
                                c.evidence(),
                                c.observedSideEffects(),
                                c.value(),
                                asExpected(c, step),
                                null),
                        c.occurredAt()));
        if (c.startNext()) {
            facts.addAll(
                    NextStep.started(
                            c.act(),
                            ChecklistDecider.fold(state, facts, c.act()),
                            List.of(step.lane())));
        }
        return facts;
    }
}
