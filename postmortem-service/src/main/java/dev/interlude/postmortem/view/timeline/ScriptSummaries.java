package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.heard.FromChecklist.ScriptTurn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sentences for the runs of a step's script. */
final class ScriptSummaries {

    private ScriptSummaries() {}

    /** Null for an event that is not about a script. */
    static @Nullable String of(LogEvent event, WindowFacts facts) {
        if (!event.name().startsWith("Script")) {
            return null;
        }
        var turn = event.read(ScriptTurn.class);
        String step = facts.step(turn.stepId(), turn.title()).replaceFirst("^S", "s");
        String who = facts.who(event.actor());
        return switch (event.name()) {
            case "ScriptRequested" ->
                    (turn.script() == null ? "A probe" : "Script '" + turn.script().name() + "'")
                            + " for "
                            + step
                            + " asked for by "
                            + who;
            case "ScriptClaimed" ->
                    "The script of " + step + " was taken by runner '" + turn.runnerName() + "'";
            case "ScriptCancelled" ->
                    "The script of " + step + " is to end, said " + who + because(turn.reason());
            case "ScriptFinished" -> "The script of " + step + " " + ended(turn);
            case "ScriptReportedLate" ->
                    "The script of "
                            + step
                            + " was reported after it had been given up"
                            + (turn.exitCode() == null ? "" : ": exit code " + turn.exitCode());
            default -> null;
        };
    }

    private static String ended(ScriptTurn turn) {
        String outcome = turn.outcome() == null ? "ended" : turn.outcome();
        String took = turn.took() == null ? "" : " after " + Times.length(turn.took());
        return switch (outcome) {
                    case "SUCCEEDED" -> "succeeded" + took;
                    case "LOST" -> "was lost with its runner";
                    case "UNCLAIMED" -> "was taken by no runner and did not run";
                    default -> outcome.toLowerCase(Locale.ROOT).replace('_', ' ') + took;
                }
                + because(
                        outcome.equals("LOST") || outcome.equals("UNCLAIMED")
                                ? null
                                : turn.reason());
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
