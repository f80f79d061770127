package dev.interlude.eventlog;

import dev.interlude.eventlog.Lookups.Asked;
import dev.interlude.eventlog.Lookups.Found;
import dev.interlude.eventlog.Lookups.KeyName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements of one look, sent together: one trip to the database for any number of askers. */
final class LookupQuery {

    // each stream and key is found by its own descent into an index, however large the tables
    private static final String TAILS =
            "select "
                    + Rows.COLUMNS
                    + ", asked.nth from unnest($2::text[], $3::bigint[]) with ordinality as asked"
                    + " (name, behind, nth) cross join lateral (select * from log where source = $1"
                    + " and stream = asked.name and sequence > asked.behind order by sequence) as"
                    + " found order by nth, position";

    private static final String KEYS =
            "select found.* from unnest($1::text[], $2::text[]) as asked (whose, name) cross join"
                    + " lateral (select owner, key, request_sha256, status, stream, from_sequence,"
                    + " to_sequence from idempotency where owner = asked.whose and key = asked.name"
                    + " offset 0) as found";

    private final String service;

    LookupQuery(String service) {
        this.service = service;
    }

    /** Answers in the order of the questions. */
    Uni<List<Found>> run(SqlConnection connection, List<Asked> asked) {
        Uni<RowSet<Row>> now = connection.preparedQuery("select interlude_now()").execute();
        return Uni.combine()
                .all()
                .unis(now, tails(connection, asked), keys(connection, asked))
                .with((clock, tails, keys) -> {
                    Instant read = clock.iterator().next().getOffsetDateTime(0).toInstant();
                    var found = new ArrayList<Found>(asked.size());
                    for (int i = 0; i < asked.size(); i++) {
                        KeyName key = asked.get(i).key();
                        found.add(
                                new Found(tails.get(i), read, key == null ? null : keys.get(key)));
                    }
                    return found;
                });
    }

    private Uni<List<List<LogEvent>>> tails(SqlConnection connection, List<Asked> asked) {
        return connection
                .preparedQuery(TAILS)
                .execute(
                        Tuple.of(
                                service,
                                asked.stream().map(Asked::stream).toArray(String[]::new),
                                asked.stream().map(Asked::after).toArray(Long[]::new)))
                .map(rows -> {
                    var tails = new ArrayList<List<LogEvent>>(asked.size());
                    asked.forEach(each -> tails.add(new ArrayList<>()));
                    for (Row row : rows) {
                        int nth = Math.toIntExact(row.getLong("nth"));
                        tails.get(nth - 1).add(Rows.event(row));
                    }
                    return tails;
                });
    }

    private static Uni<Map<KeyName, Keys.Known>> keys(SqlConnection connection, List<Asked> asked) {
        List<KeyName> keys =
                asked.stream().map(Asked::key).filter(Objects::nonNull).distinct().toList();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(KEYS)
                .execute(
                        Tuple.of(
                                keys.stream().map(KeyName::owner).toArray(String[]::new),
                                keys.stream().map(KeyName::key).toArray(String[]::new)))
                .map(LookupQuery::known);
    }

    private static Map<KeyName, Keys.Known> known(@Nullable RowSet<Row> rows) {
        Map<KeyName, Keys.Known> known = new HashMap<>();
        for (Row row : Objects.requireNonNull(rows)) {
            known.put(
                    new KeyName(row.getString(0), row.getString(1)),
                    new Keys.Known(
                            row.getBuffer(2).getBytes(),
                            row.getInteger(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getLong(6)));
        }
        return known;
    }
}
