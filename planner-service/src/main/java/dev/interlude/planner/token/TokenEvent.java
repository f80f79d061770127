package dev.interlude.planner.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a token; not published. */
public sealed interface TokenEvent {

    String tokenId();

    /** {@code person} opaque id; {@code sha256} of the secret, hex. */
    record TokenIssued(
            String tokenId,
            String sha256,
            String person,
            String label,
            @Nullable String team,
            Instant expiresAt)
            implements TokenEvent {}

    record TokenRevoked(String tokenId, String by) implements TokenEvent {}
}
