package dev.interlude.checklist.view;

import dev.interlude.checklist.checklist.ScriptOutcome;
import dev.interlude.checklist.checklist.ScriptReport;
import dev.interlude.checklist.checklist.ScriptRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a step's script.
 *
 * @param state {@code Requested}, {@code Running}, {@code Cancelling} or {@code Over}
 * @param script its name; null for a probe alone
 * @param runner name of the runner that has it or had it
 * @param outcome null as long as it is not over
 * @param bytes of all of its output; the first 64 kB are kept
 * @param sha256 over all of its output, hexadecimal
 * @param reason why it is no success
 * @param reading what the probe saw
 * @param reportedLate whether its runner came back after it had been given up
 */
public record ScriptRunView(
        String runId,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String script,
        List<String> arguments,
        @Nullable String runner,
        @Nullable Instant claimedAt,
        @Nullable Instant cancelledAt,
        @Nullable ScriptOutcome outcome,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String reason,
        ScriptReport.@Nullable Reading reading,
        boolean reportedLate) {

    /** Where it stands, written as it is on the wire. */
    public enum State {
        Requested,
        Running,
        Cancelling,
        Over
    }

    /** As it stands. */
    public static ScriptRunView of(ScriptRun run) {
        ScriptRun.Claim claim = run.claim();
        ScriptRun.End end = run.end();
        var script = run.script();
        return new ScriptRunView(
                run.id(),
                state(run),
                run.askedBy().id(),
                run.askedAt(),
                script == null ? null : script.name(),
                script == null ? List.of() : script.arguments(),
                claim == null ? null : claim.name(),
                claim == null ? null : claim.at(),
                run.cancelledAt(),
                end == null ? null : end.outcome(),
                end == null ? null : end.at(),
                end == null ? null : end.exitCode(),
                end == null ? null : end.bytes(),
                end == null ? null : end.sha256(),
                end == null ? null : end.reason(),
                end == null ? null : end.reading(),
                run.reportedLate());
    }

    private static State state(ScriptRun run) {
        if (!run.open()) {
            return State.Over;
        }
        if (run.cancelledAt() != null) {
            return State.Cancelling;
        }
        return run.claim() == null ? State.Requested : State.Running;
    }
}
