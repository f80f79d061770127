package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to run a step's script, and what became of it. It is executed at most once.
 *
 * @param askedBy who performs the step by it
 * @param script null for a probe alone
 * @param claim who took it; null as long as nobody has
 * @param cancelledAt when somebody asked for its end
 * @param end null as long as it is not over
 * @param reportedLate whether its runner came back after it had been given up
 */
public record ScriptRun(
        String id,
        Actor askedBy,
        Instant askedAt,
        @Nullable Script script,
        @Nullable Claim claim,
        @Nullable Instant cancelledAt,
        @Nullable End end,
        boolean reportedLate) {

    /** A request that no runner takes does not run by surprise much later. */
    static final Duration UNCLAIMED_AT_MOST = Duration.ofMinutes(5);

    /** What a runner has to end a script and say so, beyond the script's own limit. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration PROBE_ALONE = Duration.ofMinutes(2);

    /**
     * Given to one runner.
     *
     * @param id the runner's own, so that a claim whose answer was lost can be repeated
     */
    public record Claim(String runner, String name, String id, Instant at) {}

    /**
     * How it ended.
     *
     * @param reported whether its runner said so; else it was given up
     */
    public record End(
            ScriptOutcome outcome,
            Instant at,
            @Nullable Integer exitCode,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String reason,
            ScriptReport.@Nullable Reading reading,
            boolean reported) {}

    static ScriptRun asked(String id, Actor by, Instant at, @Nullable Script script) {
        return new ScriptRun(id, by, at, script, null, null, null, false);
    }

    /** Whether it waits or runs. */
    public boolean open() {
        return end == null;
    }

    /** How long it may run. */
    public Duration limit() {
        return script == null ? PROBE_ALONE : script.limit();
    }

    /** When it is given up, if nothing is heard until then. */
    Instant deadline() {
        return claim == null
                ? askedAt.plus(UNCLAIMED_AT_MOST)
                : claim.at().plus(limit()).plus(GRACE);
    }

    boolean claimedBy(String runner) {
        return claim != null && claim.runner().equals(runner);
    }

    ScriptRun claimed(Claim by) {
        return new ScriptRun(id, askedBy, askedAt, script, by, cancelledAt, end, reportedLate);
    }

    ScriptRun cancelled(Instant at) {
        return new ScriptRun(id, askedBy, askedAt, script, claim, at, end, reportedLate);
    }

    ScriptRun over(End by) {
        return new ScriptRun(id, askedBy, askedAt, script, claim, cancelledAt, by, reportedLate);
    }

    ScriptRun late() {
        return new ScriptRun(id, askedBy, askedAt, script, claim, cancelledAt, end, true);
    }
}
