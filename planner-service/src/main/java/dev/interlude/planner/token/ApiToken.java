package dev.interlude.planner.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of an API token's stream. */
public sealed interface ApiToken {

    /** Whom a token is of. */
    enum Kind {
        PERSON,
        MACHINE
    }

    /** There is no such token. */
    record NotIssued() implements ApiToken {}

    /**
     * A token that was given out.
     *
     * @param id its {@code jti}
     * @param holder who it is of, opaque id of a person or a machine
     * @param machine what the machine is called; null for a person's
     * @param issuedBy who had it made, opaque id
     * @param revokedAt null while it was not taken back
     */
    record Issued(
            String id,
            Kind kind,
            String holder,
            @Nullable String machine,
            String label,
            Reach reach,
            String issuedBy,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt)
            implements ApiToken {

        Issued revoked(Instant at) {
            return new Issued(
                    id, kind, holder, machine, label, reach, issuedBy, issuedAt, expiresAt, at);
        }
    }

    /**
     * A token of the deployment's key that was made elsewhere, to sign in with, and was taken back.
     *
     * @param id its {@code jti}
     * @param expiresAt null when nobody said so
     */
    record RefusedElsewhere(String id, @Nullable Instant expiresAt, Instant revokedAt)
            implements ApiToken {}
}
