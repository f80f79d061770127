package dev.interlude.planner.view.tokens;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenIssued;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a row per API token, and per token made elsewhere that was taken back here. */
@ApplicationScoped
class ApiTokenProjection implements Projection<ApiTokenProjection.Entry> {

    private static final Table<Entry> TABLE = Table.of("api_token", "id", Entry.class);

    /** The columns of {@link ApiTokenRow} as they are written. */
    record Entry(
            String id,
            String kind,
            @Nullable String holder,
            @Nullable String machine,
            @Nullable String label,
            String roles,
            String teams,
            @Nullable String issuedBy,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {

        static Entry elsewhere(ApiTokenRevoked e, Instant at) {
            String kind = TokenView.TokenKind.ELSEWHERE.name();
            return new Entry(
                    e.tokenId(), kind, null, null, null, "", "", null, at, e.expiresAt(), at);
        }

        Entry revoked(Instant at) {
            return new Entry(
                    id,
                    kind,
                    holder,
                    machine,
                    label,
                    roles,
                    teams,
                    issuedBy,
                    issuedAt,
                    expiresAt,
                    revokedAt == null ? at : revokedAt);
        }
    }

    @Override
    public String name() {
        return "api-tokens";
    }

    @Override
    public Table<Entry> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.API_TOKEN.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public Entry evolve(@Nullable Entry row, LogEvent event) {
        return switch (event.read(PlannerEvents.API_TOKEN)) {
            case ApiTokenIssued e ->
                    new Entry(
                            e.tokenId(),
                            e.kind().name(),
                            e.holder(),
                            e.machine(),
                            e.label(),
                            words(e.roles()),
                            words(e.teams()),
                            event.actor().id(),
                            event.recordedAt(),
                            e.expiresAt(),
                            null);
            case ApiTokenRevoked e ->
                    row == null
                            ? Entry.elsewhere(e, event.recordedAt())
                            : row.revoked(event.recordedAt());
        };
    }

    private static String words(List<String> some) {
        return String.join(" ", some);
    }
}
