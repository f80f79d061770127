package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.checklist.ChecklistEvent.PointOfNoReturnPassed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCleared;
import dev.interlude.checklist.checklist.ChecklistEvent.StepFailed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRejected;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRetried;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStartWithdrawn;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Doing steps: one does, the other clears, confirms or rejects. */
final class Execution {

    static final String CLEARED = "who cleared a step does not carry it out";

    private Execution() {}

    static Decision<ChecklistEvent> clear(ClearStep c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .permitted()
                .in(Set.of(StepState.AwaitingClearance))
                .and(s -> c.go() ? GoNoGo.refuse(state, s.step(), c.seen(), c.act().now()) : null)
                .then(s -> Decision.accept(cleared(state, s.step(), c)));
    }

    /** Starts a step; one that failed is retried along with it. */
    static Decision<ChecklistEvent> start(StartStep c, Checklist state) {
        boolean failed =
                state.step(c.stepId())
                        .filter(s -> s.progress() instanceof Progress.Failed)
                        .isPresent();
        if (!failed) {
            return begin(c, state);
        }
        return switch (retry(new RetryStep(c.act(), c.stepId()), state)) {
            case Decision.Rejected<ChecklistEvent> rejected -> rejected;
            case Decision.Accepted<ChecklistEvent>(var retried) ->
                    switch (begin(c, ChecklistDecider.fold(state, retried, c.act()))) {
                        case Decision.Rejected<ChecklistEvent> rejected -> rejected;
                        case Decision.Accepted<ChecklistEvent>(var begun) -> {
                            List<Fact<ChecklistEvent>> both = new ArrayList<>(retried);
                            both.addAll(begun);
                            yield Decision.acceptAll(both);
                        }
                    };
        };
    }

    private static Decision<ChecklistEvent> begin(StartStep c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .onDuty()
                .permitted()
                .in(Set.of(StepState.Ready))
                .noScriptRuns()
                .notHeld()
                .inTime(c.occurredAt())
                .otherThanOrAlone(Execution::clearer, CLEARED)
                .and(s ->
                        Times.refuse(
                                c.occurredAt(),
                                Times.startable(state, s),
                                c.act().now(),
                                "/occurredAt"))
                .then(s -> Decision.acceptAll(started(c.act(), state, s, c.occurredAt())));
    }

    static Decision<ChecklistEvent> withdraw(WithdrawStart c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .onDuty()
                .open()
                .in(Set.of(StepState.Running))
                .noScriptRuns()
                .and(s -> Slip.refuse(c, s))
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new StepStartWithdrawn(
                                    id(state), step.id(), step.title(), step.phase()));
                });
    }

    static Decision<ChecklistEvent> reject(RejectStep c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .in(Set.of(StepState.AwaitingConfirmation))
                .otherThan(Execution::performer, "one does a step, another looks at it")
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new StepRejected(
                                    id(state), step.id(), step.title(), step.phase(), c.reason()));
                });
    }

    static Decision<ChecklistEvent> fail(FailStep c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .onDuty()
                .open()
                .in(Set.of(StepState.Running))
                .noScriptRuns()
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new StepFailed(
                                    id(state), step.id(), step.title(), step.phase(), c.reason()));
                });
    }

    static Decision<ChecklistEvent> retry(RetryStep c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .permitted()
                .in(Set.of(StepState.Failed))
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new StepRetried(id(state), step.id(), step.title(), step.phase()));
                });
    }

    static @Nullable Actor clearer(StepRecord s) {
        StepRecord.Clearance clearance = s.clearance();
        return clearance == null ? null : clearance.by();
    }

    static @Nullable Actor performer(StepRecord s) {
        return switch (s.progress()) {
            case Progress.Running running -> running.startedBy();
            case Progress.AwaitingConfirmation awaiting -> awaiting.performer();
            case Progress.Done done -> done.performer();
            case Progress.Failed failed -> failed.by();
            case Progress.NotBegun _, Progress.Skipped _, Progress.RolledBack _ -> null;
        };
    }

    static List<Fact<ChecklistEvent>> started(
            Act act, Checklist state, StepRecord s, @Nullable Instant at) {
        Step step = s.step();
        Integer glass = act.actor().equals(clearer(s)) ? Guard.glass(state, act) : null;
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        facts.add(
                new Fact<>(
                        new StepStarted(id(state), step.id(), step.title(), step.phase(), glass),
                        at));
        if (step.pointOfNoReturn() && !state.pastPointOfNoReturn()) {
            facts.add(
                    new Fact<>(
                            new PointOfNoReturnPassed(
                                    id(state), step.id(), step.title(), step.phase()),
                            at));
        }
        return facts;
    }

    private static StepCleared cleared(Checklist state, Step step, ClearStep c) {
        return new StepCleared(
                id(state),
                step.id(),
                step.title(),
                step.phase(),
                c.go(),
                c.reason(),
                step.pointOfNoReturn() ? GoNoGo.seen(state, c.act().now()) : null);
    }

    private static String id(Checklist state) {
        return ChecklistDecider.windowId(state);
    }
}
