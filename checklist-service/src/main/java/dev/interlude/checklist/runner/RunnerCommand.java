package dev.interlude.checklist.runner;

import dev.interlude.eventlog.decider.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a runner's stream. */
public sealed interface RunnerCommand {

    Act act();

    /**
     * A new runner.
     *
     * @param scripts names of the only scripts it may be given; null for all of the team
     * @param tokenSha256 of its token, hexadecimal
     */
    record RegisterRunner(
            Act act,
            String runnerId,
            String name,
            String team,
            @Nullable List<String> scripts,
            String tokenSha256)
            implements RunnerCommand {}

    record RevokeRunner(Act act) implements RunnerCommand {}
}
