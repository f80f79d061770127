package dev.interlude.planner.view.tokens;

import dev.interlude.planner.token.ApiToken;
import dev.interlude.planner.token.CalendarToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param id also its {@code jti}, of one that is a JWT
 * @param scope what it opens when that is one thing only: CALENDAR; absent for API tokens
 * @param label what it is known by; absent for one made elsewhere
 * @param team whose windows a calendar shows; absent for those of all teams, and for API tokens
 * @param person who it belongs to, opaque id; absent for a machine's, and for one made elsewhere
 * @param machine what the machine is called, and {@code machineId} its opaque id; absent for a
 *     person's
 * @param roles what an API token may do; absent for others
 * @param teams where an API token may do it; absent for others
 * @param issuedBy who had an API token made, opaque id
 * @param expiresAt absent when that is not known, of one made elsewhere
 * @param revokedAt absent while it was not taken back
 */
public record TokenView(
        String id,
        TokenKind kind,
        TokenState state,
        @Nullable Scope scope,
        @Nullable String label,
        @Nullable String team,
        @Nullable String person,
        @Nullable String machine,
        @Nullable String machineId,
        @Nullable List<String> roles,
        @Nullable List<String> teams,
        @Nullable String issuedBy,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /**
     * What kind of token: of a calendar program, of a person or of a machine; ELSEWHERE is one to
     * sign in with that was not made here, and was taken back.
     */
    public enum TokenKind {
        CALENDAR,
        PERSON,
        MACHINE,
        ELSEWHERE
    }

    /** Whether it opens anything now. */
    public enum TokenState {
        ACTIVE,
        EXPIRED,
        REVOKED;

        static TokenState of(
                @Nullable Instant revokedAt, @Nullable Instant expiresAt, Instant now) {
            if (revokedAt != null) {
                return REVOKED;
            }
            return expiresAt == null || now.isBefore(expiresAt) ? ACTIVE : EXPIRED;
        }
    }

    /** What a token opens, and nothing else. */
    public enum Scope {
        CALENDAR
    }

    public static TokenView of(CalendarToken.Issued t, Instant now) {
        return calendar(
                t.id(),
                t.label(),
                t.team(),
                t.person(),
                new Times(t.issuedAt(), t.expiresAt(), t.revokedAt()),
                now);
    }

    static TokenView of(TokenRow row, Instant now) {
        return calendar(
                row.id,
                row.label,
                row.team,
                row.person,
                new Times(row.issuedAt, row.expiresAt, row.revokedAt),
                now);
    }

    public static TokenView of(ApiToken.Issued t, Instant now) {
        return api(
                t.id(),
                TokenKind.valueOf(t.kind().name()),
                t.holder(),
                t.machine(),
                t.label(),
                t.reach().roles(),
                t.reach().teams(),
                t.issuedBy(),
                new Times(t.issuedAt(), t.expiresAt(), t.revokedAt()),
                now);
    }

    public static TokenView of(ApiToken.RefusedElsewhere t) {
        return elsewhere(t.id(), t.expiresAt(), t.revokedAt());
    }

    static TokenView of(ApiTokenRow row, Instant now) {
        TokenKind kind = TokenKind.valueOf(row.kind);
        if (kind == TokenKind.ELSEWHERE || row.holder == null) {
            return elsewhere(row.id, row.expiresAt, row.revokedAt);
        }
        return api(
                row.id,
                kind,
                row.holder,
                row.machine,
                row.label,
                row.roles(),
                row.teams(),
                row.issuedBy,
                new Times(row.issuedAt, row.expiresAt, row.revokedAt),
                now);
    }

    private record Times(Instant issued, @Nullable Instant expires, @Nullable Instant revoked) {
        TokenState state(Instant now) {
            return TokenState.of(revoked, expires, now);
        }
    }

    private static TokenView calendar(
            String id, String label, @Nullable String team, String person, Times at, Instant now) {
        return new TokenView(
                id,
                TokenKind.CALENDAR,
                at.state(now),
                Scope.CALENDAR,
                label,
                team,
                person,
                null,
                null,
                null,
                null,
                null,
                at.issued(),
                at.expires(),
                at.revoked());
    }

    private static TokenView api(
            String id,
            TokenKind kind,
            String holder,
            @Nullable String machine,
            @Nullable String label,
            List<String> roles,
            List<String> teams,
            @Nullable String issuedBy,
            Times at,
            Instant now) {
        boolean person = kind == TokenKind.PERSON;
        return new TokenView(
                id,
                kind,
                at.state(now),
                null,
                label,
                null,
                person ? holder : null,
                machine,
                person ? null : holder,
                roles,
                teams,
                issuedBy,
                at.issued(),
                at.expires(),
                at.revoked());
    }

    private static TokenView elsewhere(
            String id, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new TokenView(
                id,
                TokenKind.ELSEWHERE,
                TokenState.REVOKED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                expiresAt,
                revokedAt);
    }
}
