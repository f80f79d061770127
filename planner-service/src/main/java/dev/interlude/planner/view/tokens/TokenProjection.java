package dev.interlude.planner.view.tokens;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.token.TokenEvent.TokenIssued;
import dev.interlude.planner.token.TokenEvent.TokenRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a row per calendar token. */
@ApplicationScoped
class TokenProjection implements Projection<TokenProjection.Entry> {

    private static final Table<Entry> TABLE = Table.of("calendar_token", "id", Entry.class);

    /** The columns of {@link TokenRow} as they are written. */
    record Entry(
            String id,
            String sha256,
            String person,
            String label,
            @Nullable String team,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {

        Entry revoked(Instant at) {
            return new Entry(id, sha256, person, label, team, issuedAt, expiresAt, at);
        }
    }

    @Override
    public String name() {
        return "calendar-tokens";
    }

    @Override
    public Table<Entry> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.TOKEN.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public Entry evolve(@Nullable Entry row, LogEvent event) {
        return switch (event.read(PlannerEvents.TOKEN)) {
            case TokenIssued e ->
                    new Entry(
                            e.tokenId(),
                            e.sha256(),
                            e.person(),
                            e.label(),
                            e.team(),
                            event.recordedAt(),
                            e.expiresAt(),
                            null);
            case TokenRevoked _ ->
                    Objects.requireNonNull(row, "a token begins with its issue")
                            .revoked(event.recordedAt());
        };
    }
}
