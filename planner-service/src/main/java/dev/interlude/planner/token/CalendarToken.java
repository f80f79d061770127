package dev.interlude.planner.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a token's stream. */
public sealed interface CalendarToken {

    /** There is no such token. */
    record NotIssued() implements CalendarToken {}

    /**
     * A token that was given out.
     *
     * @param person who it belongs to, opaque id
     * @param revokedAt null while it was not taken back
     */
    record Issued(
            String id,
            String sha256,
            String person,
            String label,
            @Nullable String team,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt)
            implements CalendarToken {

        /** True while it opens what it is for. */
        public boolean opens(Instant now) {
            return revokedAt == null && now.isBefore(expiresAt);
        }
    }
}
