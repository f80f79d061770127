package dev.interlude.planner.token;

import dev.interlude.eventlog.decider.Act;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of an API token. */
public sealed interface ApiTokenCommand {

    Act act();

    /**
     * How a new token is asked for.
     *
     * @param tokenId its {@code jti}
     * @param byApiToken who asks does so with an API token, and has not signed in
     */
    record Order(
            String tokenId, String label, Reach reach, Duration validFor, boolean byApiToken) {}

    /** A person asks for a token of their own; {@code own} is what they may do themselves. */
    record IssueToPerson(Act act, Order order, Reach own) implements ApiTokenCommand {}

    /**
     * An admin asks for a token of a machine.
     *
     * @param machine what it is called
     * @param holder its opaque id
     */
    record IssueToMachine(Act act, Order order, String machine, String holder, boolean admin)
            implements ApiTokenCommand {}

    /** {@code admin}: who asks may take back tokens of others. */
    record RevokeApiToken(Act act, boolean admin) implements ApiTokenCommand {}

    /** Takes back any token of the deployment's key, whoever made it; for admins. */
    record RefuseToken(Act act, String tokenId, @Nullable Instant expiresAt, boolean admin)
            implements ApiTokenCommand {}
}
