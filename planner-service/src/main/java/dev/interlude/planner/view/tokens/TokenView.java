package dev.interlude.planner.view.tokens;

import dev.interlude.planner.token.CalendarToken.Issued;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param scope what it opens; CALENDAR
 * @param team whose windows it shows; absent for those of all teams
 * @param person who it belongs to, opaque id
 * @param revokedAt absent while it was not taken back
 */
public record TokenView(
        String id,
        Scope scope,
        String label,
        @Nullable String team,
        String person,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** What a token opens, and nothing else. */
    public enum Scope {
        CALENDAR
    }

    public static TokenView of(Issued t) {
        return new TokenView(
                t.id(),
                Scope.CALENDAR,
                t.label(),
                t.team(),
                t.person(),
                t.issuedAt(),
                t.expiresAt(),
                t.revokedAt());
    }

    static TokenView of(TokenRow row) {
        return new TokenView(
                row.id,
                Scope.CALENDAR,
                row.label,
                row.team,
                row.person,
                row.issuedAt,
                row.expiresAt,
                row.revokedAt);
    }
}
