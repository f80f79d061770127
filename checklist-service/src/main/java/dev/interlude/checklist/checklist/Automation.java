package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptCancelled;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asking for the run of a step's script, and for its end. Who asks performs the step. */
final class Automation {

    private Automation() {}

    static Decision<ChecklistEvent> request(RequestScript c, Checklist state) {
        boolean runs = runs(state, c.stepId());
        Guard free =
                Guard.of(state, c.act(), c.stepId())
                        .performer()
                        .onDuty()
                        .permitted()
                        .and(Automation::refuseWithout)
                        .noScriptRuns()
                        .in(Set.of(StepState.Ready, StepState.Running))
                        .notHeld();
        Guard may =
                runs
                        ? free.and(s -> refuseOthers(c, s))
                        : free.inTime(null).otherThanOrAlone(Execution::clearer, Execution.CLEARED);
        return may.then(s -> Decision.acceptAll(requested(c, state, s, runs)));
    }

    static Decision<ChecklistEvent> cancel(CancelScript c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .and(s ->
                        s.openRun() == null
                                ? Rejection.conflict("wrong-state", "no script of it runs")
                                        .with("stepId", s.step().id())
                                : null)
                .then(s -> Decision.acceptAll(cancelled(c, state, s)));
    }

    private static List<Fact<ChecklistEvent>> requested(
            RequestScript c, Checklist state, StepRecord s, boolean runs) {
        Step step = s.step();
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        if (!runs) {
            facts.addAll(Execution.started(c.act(), state, s, null));
        }
        facts.add(
                ChecklistDecider.now(
                        new ScriptRequested(
                                ChecklistDecider.windowId(state),
                                step.id(),
                                step.title(),
                                step.phase(),
                                c.runId(),
                                team(state),
                                step.script(),
                                step.expectation())));
        return facts;
    }

    private static List<Fact<ChecklistEvent>> cancelled(
            CancelScript c, Checklist state, StepRecord s) {
        ScriptRun run = s.openRun();
        if (run == null || run.cancelledAt() != null) {
            return List.of();
        }
        Step step = s.step();
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        facts.add(
                ChecklistDecider.now(
                        new ScriptCancelled(
                                ChecklistDecider.windowId(state),
                                step.id(),
                                step.title(),
                                step.phase(),
                                run.id(),
                                c.reason())));
        if (run.claim() == null) {
            facts.add(
                    ChecklistDecider.now(
                            Reporting.finished(
                                    state,
                                    s,
                                    run,
                                    ScriptOutcome.CANCELLED,
                                    "it was taken back before a runner took it")));
        }
        return facts;
    }

    private static boolean runs(Checklist state, String stepId) {
        return state.step(stepId).filter(s -> s.progress() instanceof Progress.Running).isPresent();
    }

    private static @Nullable Rejection refuseWithout(StepRecord s) {
        Expectation expected = s.step().expectation();
        boolean any = s.step().script() != null || (expected != null && expected.probe() != null);
        return any
                ? null
                : Rejection.conflict("no-script", "the step names no script and no probe")
                        .with("stepId", s.step().id());
    }

    /** The performer is one: who started it. */
    private static @Nullable Rejection refuseOthers(RequestScript c, StepRecord s) {
        return c.act().actor().equals(Execution.performer(s))
                ? null
                : Rejection.conflict("wrong-state", "who started the step runs its script")
                        .with("stepId", s.step().id());
    }

    private static String team(Checklist state) {
        Window window = state.window();
        return window == null ? "" : window.team();
    }
}
