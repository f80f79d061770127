package dev.interlude.checklist.scripts;

import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Probe;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.checklist.checklist.ScriptRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that a runner has got.
 *
 * @param script name of the script; null for a probe alone
 * @param arguments each handed over as it is
 * @param timeout after which it is stopped
 * @param probe to be made once the script has ended with exit code 0; null for none
 * @param heartbeat how often the runner is to say that it is alive
 * @param lease after how long without that the run is given up
 */
record ClaimView(
        String runId,
        String windowId,
        String stepId,
        String title,
        @Nullable String script,
        List<String> arguments,
        Duration timeout,
        @Nullable ProbeView probe,
        Duration heartbeat,
        Duration lease) {

    /**
     * A GET.
     *
     * @param within how long the answer may take
     * @param pointer JSON pointer of a number in the answer; null when nothing is read off
     */
    record ProbeView(String url, Duration within, @Nullable String pointer) {}

    static ClaimView of(ScriptRequested request, ScriptRun run, ScriptsConfig config) {
        Script script = request.script();
        Expectation expected = request.expectation();
        Probe probe = expected == null ? null : expected.probe();
        return new ClaimView(
                request.runId(),
                request.windowId(),
                request.stepId(),
                request.title(),
                script == null ? null : script.name(),
                script == null ? List.of() : script.arguments(),
                run.limit(),
                probe == null
                        ? null
                        : new ProbeView(probe.url(), probe.patience(), probe.pointer()),
                config.heartbeat(),
                config.lease());
    }
}
