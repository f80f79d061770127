package dev.interlude.checklist.runner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who runs scripts on a team's host.
 *
 * @param scripts names of the only scripts it may be given; null for all of the team
 * @param tokenSha256 of its token, hexadecimal
 * @param revokedAt null as long as it may work
 */
public record Runner(
        String id,
        String name,
        String team,
        @Nullable List<String> scripts,
        String tokenSha256,
        Instant registeredAt,
        @Nullable Instant revokedAt) {

    /** Whether it may be given this script. */
    public boolean may(String script) {
        return scripts == null || scripts.contains(script);
    }

    /** The same, with a token that is worth nothing any more. */
    public Runner revoked(Instant at) {
        return new Runner(id, name, team, scripts, tokenSha256, registeredAt, at);
    }
}
