package dev.interlude.planner.token;

import dev.interlude.eventlog.decider.Act;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What may be asked of a token. */
public sealed interface TokenCommand {

    Act act();

    /**
     * A new token.
     *
     * @param sha256 of the secret, hex; the secret itself is never a part of anything
     * @param team whose windows it shows; null for those of all teams
     */
    record IssueToken(
            Act act,
            String tokenId,
            String sha256,
            String label,
            @Nullable String team,
            Duration validFor)
            implements TokenCommand {}

    /** {@code admin}: who asks may take back tokens of others. */
    record RevokeToken(Act act, boolean admin) implements TokenCommand {}
}
