package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ExpireScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptClaimed;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptReportedLate;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepFailed;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runners say, and what is said when they say nothing. A request is given to one runner, once;
 * what ends it ends it for good, and whatever comes later is kept beside it.
 */
final class Reporting {

    private static final String LOST =
            "The runner was lost: look on its host what became of the script before you try again";

    private Reporting() {}

    /** Nothing when it can't be had: taken, over, held, or no longer to be done. */
    static Decision<ChecklistEvent> claim(ClaimScript c, Checklist state) {
        StepRecord s = state.stepOfRun(c.runId());
        ScriptRun run = s == null ? null : s.run(c.runId());
        Window window = state.window();
        boolean free =
                s != null
                        && run != null
                        && run.open()
                        && run.claim() == null
                        && run.cancelledAt() == null
                        && s.progress() instanceof Progress.Running
                        && window != null
                        && !window.onHold()
                        && state.permits(s.step());
        if (s == null || run == null || !free) {
            return Decision.nothing();
        }
        Step step = s.step();
        return Decision.accept(
                new ScriptClaimed(
                        ChecklistDecider.windowId(state),
                        step.id(),
                        step.title(),
                        step.phase(),
                        c.runId(),
                        c.runner(),
                        c.runnerName(),
                        c.claim()));
    }

    static Decision<ChecklistEvent> finish(FinishScript c, Checklist state) {
        StepRecord s = state.stepOfRun(c.runId());
        ScriptRun run = s == null ? null : s.run(c.runId());
        if (s == null || run == null || !run.claimedBy(c.runner())) {
            return Decision.reject(Rejection.notFound("this runner has no such run"));
        }
        return run.open()
                ? Decision.acceptAll(reported(c.report(), state, s, run))
                : late(c.report(), state, s, run);
    }

    static Decision<ChecklistEvent> lose(LoseScript c, Checklist state) {
        StepRecord s = state.stepOfRun(c.runId());
        ScriptRun run = s == null ? null : s.run(c.runId());
        return s == null || run == null || !run.open() || run.claim() == null
                ? Decision.nothing()
                : Decision.acceptAll(
                        ended(finished(state, s, run, ScriptOutcome.LOST, LOST), state, s, run));
    }

    /** The timer of a run: nobody took it, or it runs longer than it may and nobody ends it. */
    static Decision<ChecklistEvent> expire(ExpireScript c, Checklist state) {
        StepRecord s = state.stepOfRun(c.runId());
        ScriptRun run = s == null ? null : s.run(c.runId());
        // as with other timers, the row may come a moment early
        boolean due =
                run != null && run.open() && !run.deadline().isAfter(c.act().now().plusSeconds(1));
        if (s == null || run == null || !due) {
            return Decision.nothing();
        }
        return run.claim() == null
                ? Decision.accept(
                        finished(
                                state,
                                s,
                                run,
                                ScriptOutcome.UNCLAIMED,
                                "no runner took it within five minutes: it did not run"))
                : Decision.acceptAll(
                        ended(
                                finished(
                                        state,
                                        s,
                                        run,
                                        ScriptOutcome.TIMED_OUT,
                                        "it ran longer than it may, and its runner did not end it"),
                                state,
                                s,
                                run));
    }

    /** An end without a report. */
    static ScriptFinished finished(
            Checklist state, StepRecord s, ScriptRun run, ScriptOutcome outcome, String reason) {
        Step step = s.step();
        return new ScriptFinished(
                ChecklistDecider.windowId(state),
                step.id(),
                step.title(),
                step.phase(),
                run.id(),
                outcome,
                null,
                null,
                null,
                null,
                reason,
                null);
    }

    private static List<Fact<ChecklistEvent>> reported(
            ScriptReport report, Checklist state, StepRecord s, ScriptRun run) {
        Step step = s.step();
        String fault = fault(report, step, run);
        return ended(
                new ScriptFinished(
                        ChecklistDecider.windowId(state),
                        step.id(),
                        step.title(),
                        step.phase(),
                        run.id(),
                        outcome(report, fault),
                        report.exitCode(),
                        took(report),
                        report.bytes(),
                        report.sha256(),
                        fault,
                        report.reading()),
                state,
                s,
                run);
    }

    private static ScriptOutcome outcome(ScriptReport report, @Nullable String fault) {
        return switch (report.ending()) {
            case EXITED -> fault == null ? ScriptOutcome.SUCCEEDED : ScriptOutcome.FAILED;
            case NOT_STARTED -> ScriptOutcome.FAILED;
            case TIMED_OUT -> ScriptOutcome.TIMED_OUT;
            case CANCELLED -> ScriptOutcome.CANCELLED;
            case LOST -> ScriptOutcome.LOST;
        };
    }

    /** Why it is no success; null when it is one. */
    private static @Nullable String fault(ScriptReport report, Step step, ScriptRun run) {
        String said = report.reason();
        return switch (report.ending()) {
            case EXITED -> exitFault(report, step, run);
            case NOT_STARTED -> said == null ? "it could not be started" : said;
            case TIMED_OUT -> said == null ? "it took longer than it may" : said;
            case CANCELLED -> said == null ? "it was cancelled" : said;
            case LOST -> said == null ? LOST : said;
        };
    }

    private static @Nullable String exitFault(ScriptReport report, Step step, ScriptRun run) {
        Integer code = report.exitCode();
        if (run.script() != null && (code == null || code != 0)) {
            return code == null ? "it ended without an exit code" : "exit code " + code;
        }
        Expectation expected = step.expectation();
        Probe probe = expected == null ? null : expected.probe();
        return expected == null || probe == null
                ? null
                : probeFault(report.reading(), expected, probe);
    }

    private static @Nullable String probeFault(
            ScriptReport.@Nullable Reading seen, Expectation expected, Probe probe) {
        if (seen == null || seen.fault() != null || seen.status() == null) {
            return "the probe saw nothing"
                    + (seen == null || seen.fault() == null ? "" : ": " + seen.fault());
        }
        if (!probe.answeredBy(seen.status())) {
            return "the probe was answered with " + seen.status();
        }
        Duration took = seen.took();
        if (took != null && took.compareTo(probe.patience()) > 0) {
            return "the probe was answered after " + took.toMillis() + " ms";
        }
        BigDecimal value = seen.value();
        if (probe.pointer() == null) {
            return null;
        }
        if (value == null) {
            return "the probe found no number at " + probe.pointer();
        }
        return expected.metBy(value) ? null : "the probe found " + value.toPlainString();
    }

    /** What the end of a run means for the step, as long as that still runs by it. */
    private static List<Fact<ChecklistEvent>> ended(
            ScriptFinished finished, Checklist state, StepRecord s, ScriptRun run) {
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        facts.add(ChecklistDecider.now(finished));
        if (s.progress() instanceof Progress.Running && run.equals(s.openRun())) {
            ChecklistEvent next = next(finished, state, s, run);
            if (next != null) {
                facts.add(ChecklistDecider.now(next));
            }
        }
        return facts;
    }

    private static @Nullable ChecklistEvent next(
            ScriptFinished finished, Checklist state, StepRecord s, ScriptRun run) {
        Step step = s.step();
        String windowId = ChecklistDecider.windowId(state);
        if (finished.outcome() != ScriptOutcome.SUCCEEDED) {
            return new StepFailed(
                    windowId, step.id(), step.title(), step.phase(), finished.reason());
        }
        Expectation expected = step.expectation();
        if (expected != null && expected.readByPerson()) {
            return null;
        }
        ScriptReport.Reading seen = finished.reading();
        BigDecimal value =
                seen == null || expected == null || !expected.bounded() ? null : seen.value();
        return new StepCompleted(
                windowId,
                step.id(),
                step.title(),
                step.phase(),
                null,
                List.of(),
                value,
                value == null ? null : Boolean.TRUE,
                run.askedBy().toString());
    }

    private static Decision<ChecklistEvent> late(
            ScriptReport report, Checklist state, StepRecord s, ScriptRun run) {
        ScriptRun.End end = run.end();
        boolean givenUp =
                end != null
                        && !end.reported()
                        && !run.reportedLate()
                        && report.ending() != ScriptReport.Ending.NOT_STARTED;
        if (!givenUp) {
            return Decision.nothing();
        }
        Step step = s.step();
        return Decision.accept(
                new ScriptReportedLate(
                        ChecklistDecider.windowId(state),
                        step.id(),
                        step.title(),
                        step.phase(),
                        run.id(),
                        report.ending(),
                        report.exitCode(),
                        took(report),
                        report.bytes(),
                        report.sha256(),
                        report.reason()));
    }

    private static @Nullable Duration took(ScriptReport report) {
        return report.startedAt() == null || report.endedAt() == null
                ? null
                : Duration.between(report.startedAt(), report.endedAt());
    }
}
