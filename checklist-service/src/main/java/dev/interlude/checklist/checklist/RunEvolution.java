package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.OfRun;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptCancelled;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptClaimed;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptReportedLate;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;

/** Folds an event into the run of a step's script. */
final class RunEvolution {

    private RunEvolution() {}

    static StepRecord next(StepRecord s, OfRun event, Recorded<ChecklistEvent> recorded) {
        Actor by = recorded.actor();
        Instant at = recorded.occurredAt();
        return switch (event) {
            case ScriptRequested e -> s.ran(ScriptRun.asked(e.runId(), by, at, e.script()));
            case ScriptClaimed e ->
                    s.ran(
                            e.runId(),
                            run ->
                                    run.claimed(
                                            new ScriptRun.Claim(
                                                    e.runner(), e.runnerName(), e.claim(), at)));
            case ScriptCancelled e -> s.ran(e.runId(), run -> run.cancelled(at));
            case ScriptFinished e -> s.ran(e.runId(), run -> run.over(end(e, by, at)));
            case ScriptReportedLate e -> s.ran(e.runId(), ScriptRun::late);
        };
    }

    private static ScriptRun.End end(ScriptFinished e, Actor by, Instant at) {
        return new ScriptRun.End(
                e.outcome(),
                at,
                e.exitCode(),
                e.bytes(),
                e.sha256(),
                e.reason(),
                e.reading(),
                by.kind() == Actor.Kind.MACHINE);
    }
}
