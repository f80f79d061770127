package dev.interlude.checklist.scripts;

import dev.interlude.eventlog.http.Problem;
import io.quarkus.security.identity.SecurityIdentity;

/** A role named runner in somebody's token makes nobody a runner. */
final class RunnersOnly {

    private RunnersOnly() {}

    static RunnerPrincipal of(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof RunnerPrincipal runner) {
            return runner;
        }
        throw Problem.of(403, "role-missing", "only a runner may do this, by its own token");
    }
}
