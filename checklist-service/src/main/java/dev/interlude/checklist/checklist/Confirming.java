package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps.Clearance;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looking at what another did, and going on from there: one act at night, every part of it decided
 * as if it came alone, all of it or nothing.
 */
final class Confirming {

    private Confirming() {}

    static Decision<ChecklistEvent> confirm(ConfirmSteps c, Checklist state) {
        Optional<Rejection> no = refuse(c, state);
        if (no.isPresent()) {
            return Decision.reject(no.get());
        }
        Stream<Function<Checklist, Decision<ChecklistEvent>>> looks =
                new LinkedHashSet<>(c.stepIds()).stream().map(id -> now -> look(c.act(), id, now));
        Stream<Function<Checklist, Decision<ChecklistEvent>>> goes =
                c.clearances().stream().map(one -> now -> clear(c.act(), one, now));
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        Checklist then = state;
        for (var part : Stream.concat(looks, goes).toList()) {
            switch (part.apply(then)) {
                case Decision.Rejected<ChecklistEvent> rejected -> {
                    return rejected;
                }
                case Decision.Accepted<ChecklistEvent>(var more) -> {
                    facts.addAll(more);
                    then = ChecklistDecider.fold(then, more, c.act());
                }
            }
        }
        if (c.startNext()) {
            facts.addAll(NextStep.own(c.act(), then));
        }
        return Decision.acceptAll(facts);
    }

    /** Who lets others pass the point of no return unasked says what they have looked at. */
    private static Optional<Rejection> refuse(ConfirmSteps c, Checklist state) {
        if (c.stepIds().isEmpty()) {
            return Optional.of(Rejection.invalid("/stepIds", "names at least one step"));
        }
        for (int i = 0; i < c.clearances().size(); i++) {
            Clearance one = c.clearances().get(i);
            boolean noReturn =
                    state.step(one.stepId()).filter(s -> s.step().pointOfNoReturn()).isPresent();
            if (noReturn && one.go() && one.seen() == null) {
                return Optional.of(
                        Rejection.invalid(
                                "/clearances/" + i + "/seen",
                                "what the go rests on: the step's goNoGo as it was shown"));
            }
        }
        return Optional.empty();
    }

    private static Decision<ChecklistEvent> look(Act act, String id, Checklist state) {
        return Guard.of(state, act, id)
                .crew()
                .open()
                .in(Set.of(StepState.AwaitingConfirmation))
                .otherThanOrAlone(Execution::performer, "one does a step, another confirms it")
                .then(s -> Decision.accept(confirmed(act, state, s)));
    }

    private static Decision<ChecklistEvent> clear(Act act, Clearance one, Checklist state) {
        return Execution.clear(
                new ClearStep(act, one.stepId(), one.go(), one.reason(), one.seen()), state);
    }

    private static StepConfirmed confirmed(Act act, Checklist state, StepRecord s) {
        Step step = s.step();
        Integer glass = act.actor().equals(Execution.performer(s)) ? Guard.glass(state, act) : null;
        return new StepConfirmed(
                ChecklistDecider.windowId(state), step.id(), step.title(), step.phase(), glass);
    }
}
