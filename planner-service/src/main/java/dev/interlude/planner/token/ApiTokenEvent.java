package dev.interlude.planner.token;

import dev.interlude.planner.token.ApiToken.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an API token. Published: every service refuses what was taken back. */
public sealed interface ApiTokenEvent {

    /** The token's {@code jti}. */
    String tokenId();

    /**
     * Nothing of the token itself is in it.
     *
     * @param holder who it is of, opaque id
     * @param machine what the machine is called; null for a person's
     */
    record ApiTokenIssued(
            String tokenId,
            Kind kind,
            String holder,
            @Nullable String machine,
            String label,
            List<String> roles,
            List<String> teams,
            Instant expiresAt)
            implements ApiTokenEvent {}

    /** {@code expiresAt}: until when it has to be remembered; null when that is not known. */
    record ApiTokenRevoked(String tokenId, @Nullable Instant expiresAt) implements ApiTokenEvent {}
}
