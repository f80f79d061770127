package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules that acts on a step share, asked in order; the first that says no is the answer. */
final class Guard {

    private final Checklist checklist;
    private final Act act;
    private final @Nullable StepRecord step;
    private final @Nullable Rejection no;

    private Guard(Checklist checklist, Act act, @Nullable StepRecord step, @Nullable Rejection no) {
        this.checklist = checklist;
        this.act = act;
        this.step = step;
        this.no = no;
    }

    static Guard of(Checklist checklist, Act act, String stepId) {
        StepRecord step = checklist.steps().get(stepId);
        Rejection no =
                step == null
                        ? Rejection.notFound("there is no step \"" + stepId + "\" in the checklist")
                        : null;
        return new Guard(checklist, act, step, no);
    }

    /** A person of the crew on duty: the only ones who confirm, clear, reject and agree. */
    Guard crew() {
        return and(_ -> Crew.refuse(checklist, act)).onDuty();
    }

    /** Whose shift it is; who carries out the step may also bring it to its end. */
    Guard onDuty() {
        return and(s ->
                s.progress() instanceof Progress.Running running
                                && running.startedBy().equals(act.actor())
                        ? null
                        : Crew.refuseOffDuty(checklist, act));
    }

    /** A person of the crew, or a machine of the window's team: who may carry out. */
    Guard performer() {
        return and(_ ->
                act.actor().isPerson()
                        ? Crew.refuse(checklist, act)
                        : Crew.refuseMachine(checklist, act));
    }

    /** The window is where this step is worked on. */
    Guard permitted() {
        return and(s -> checklist.permits(s.step()) ? null : notNow(s));
    }

    /** Nothing new is started while the work is held. */
    Guard notHeld() {
        return and(s -> {
            Window window = checklist.window();
            return window != null && window.onHold()
                    ? Rejection.conflict("work-held", "the work is held: nothing new is started")
                            .with("stepId", s.step().id())
                    : null;
        });
    }

    /** The step may begin by then: at the instant told, or now. */
    Guard inTime(@Nullable Instant told) {
        return and(s -> {
            Instant notBefore = s.step().notBefore();
            Instant begins = told == null ? act.now() : told;
            return notBefore != null && begins.isBefore(notBefore)
                    ? Rejection.conflict("too-early", "it may not begin before " + notBefore)
                            .with("stepId", s.step().id())
                            .with("notBefore", notBefore.toString())
                    : null;
        });
    }

    /** No script works on it: what it brings about is awaited, or it is cancelled first. */
    Guard noScriptRuns() {
        return and(s -> {
            ScriptRun run = s.openRun();
            return run == null
                    ? null
                    : Rejection.conflict("script-running", "its script runs, or waits for a runner")
                            .with("stepId", s.step().id())
                            .with("runId", run.id());
        });
    }

    /** The window is not over. */
    Guard open() {
        return and(s -> {
            Window window = checklist.window();
            return window != null && window.state().over() ? notNow(s) : null;
        });
    }

    /** The step stands there; what is only not far enough is {@code step-not-ready}. */
    Guard in(Set<StepState> states) {
        return and(s -> {
            StepState state = checklist.stateOf(s);
            if (states.contains(state)) {
                return null;
            }
            boolean notYet =
                    state == StepState.Pending
                            || (state == StepState.AwaitingClearance
                                    && states.contains(StepState.Ready));
            return Rejection.conflict(notYet ? "step-not-ready" : "wrong-state", why(s, state))
                    .with("stepId", s.step().id())
                    .with("state", state.name());
        });
    }

    /** The caller is somebody else, or has broken the glass. */
    Guard otherThanOrAlone(Function<StepRecord, @Nullable Actor> first, String rule) {
        return and(s ->
                act.actor().equals(first.apply(s)) && glass(checklist, act) == null
                        ? samePerson(s, rule)
                        : null);
    }

    /** The number of the break-glass under which the caller may be both persons. */
    static @Nullable Integer glass(Checklist checklist, Act act) {
        Window window = checklist.window();
        return window == null ? null : window.glassOf(act.actor().id());
    }

    /** The caller is somebody else. */
    Guard otherThan(Function<StepRecord, @Nullable Actor> first, String rule) {
        return and(s -> act.actor().equals(first.apply(s)) ? samePerson(s, rule) : null);
    }

    private static Rejection samePerson(StepRecord s, String rule) {
        return Rejection.conflict("same-person", rule).with("stepId", s.step().id());
    }

    /** A rule of one act. */
    Guard and(Function<StepRecord, @Nullable Rejection> rule) {
        if (no != null || step == null) {
            return this;
        }
        Rejection next = rule.apply(step);
        return next == null ? this : new Guard(checklist, act, step, next);
    }

    Decision<ChecklistEvent> then(Function<StepRecord, Decision<ChecklistEvent>> decision) {
        if (no != null) {
            return Decision.reject(no);
        }
        if (step == null) {
            throw new IllegalStateException("a guard without a step says no");
        }
        return decision.apply(step);
    }

    private String why(StepRecord s, StepState state) {
        String id = "\"" + s.step().id() + "\"";
        return switch (state) {
            case Pending -> "step " + id + " waits for " + Crew.named(unsettled(s));
            case AwaitingClearance -> "step " + id + " has not been cleared by the other person";
            case Ready, Running, AwaitingConfirmation, Done, Failed, Skipped, RolledBack ->
                    "step " + id + " is " + state.name();
        };
    }

    private List<String> unsettled(StepRecord s) {
        return checklist.waitsFor(s.step()).stream()
                .filter(id -> checklist.step(id).filter(b -> !b.progress().settled()).isPresent())
                .toList();
    }

    private Rejection notNow(StepRecord s) {
        Window window = checklist.window();
        String where = window == null ? "not known here yet" : window.state().name();
        return Rejection.conflict(
                        "wrong-state",
                        "the window is "
                                + where
                                + "; step \""
                                + s.step().id()
                                + "\" of phase "
                                + s.step().phase()
                                + " can't be worked on")
                .with("stepId", s.step().id());
    }
}
