package dev.interlude.eventlog;

import dev.interlude.eventlog.Lookups.KeyName;
import dev.interlude.eventlog.WriterRound.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What a round has to know, read under the log's lock. The statements are sent together, but each
 * sees what was committed before it began, and so before the lock was got.
 */
final class WriterReads {

    private static final String PLACE =
            "select coalesce(max(position), 0),"
                    + " greatest(interlude_now(), max(coalesce(heard_at, recorded_at))),"
                    + " (select epoch from store)"
                    + " from (select position, recorded_at, heard_at from log"
                    + " order by position desc limit 1) newest";

    // each by its own descent into an index, however large the tables
    private static final String HEADS =
            "select found.* from unnest($1::text[]) as asked (name) cross join lateral (select"
                    + " stream, sequence, command_sequence, ordinal from head where stream ="
                    + " asked.name offset 0) as found";

    private static final String KEYS =
            "select found.* from unnest($1::text[], $2::text[]) as asked (whose, name) cross join"
                    + " lateral (select owner, key from idempotency where owner = asked.whose and"
                    + " key = asked.name offset 0) as found";

    private static final String ORDINALS =
            "select asked.name, (select max(ordinal) from head where split_part(stream, '-', 1) ="
                    + " asked.name and ordinal is not null) from unnest($1::text[]) as asked (name)";

    private WriterReads() {}

    /** Where the log stands. */
    record Place(long position, Instant now, int epoch) {}

    /**
     * What was read.
     *
     * @param heads of the streams that exist
     * @param taken keys that are in the log
     * @param ordinals newest number of each numbered category that has one
     */
    record Known(
            Place place, Map<String, Head> heads, Set<KeyName> taken, Map<String, Long> ordinals) {}

    /** Sends all of it behind what begins the transaction and takes the lock. */
    static Uni<Known> read(SqlConnection connection, String begin, WriterRound round) {
        Uni<RowSet<Row>> locked = connection.query(begin).execute();
        return Uni.combine()
                .all()
                .unis(
                        locked,
                        place(connection),
                        heads(connection, round),
                        keys(connection, round),
                        ordinals(connection, round))
                .with((nothing, place, heads, keys, ordinals) ->
                        new Known(place, heads, keys, ordinals));
    }

    private static Uni<Place> place(SqlConnection connection) {
        return connection
                .preparedQuery(PLACE)
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Place(
                            row.getLong(0),
                            row.getOffsetDateTime(1).toInstant(),
                            row.getInteger(2));
                });
    }

    private static Uni<Map<String, Head>> heads(SqlConnection connection, WriterRound round) {
        String[] streams = names(round, Append::stream);
        if (streams.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(HEADS)
                .execute(Tuple.of(streams))
                .map(rows -> {
                    Map<String, Head> heads = new HashMap<>();
                    for (Row row : rows) {
                        heads.put(
                                row.getString(0),
                                new Head(row.getLong(1), row.getLong(2), row.getLong(3)));
                    }
                    return heads;
                });
    }

    private static Uni<Set<KeyName>> keys(SqlConnection connection, WriterRound round) {
        List<KeyName> keys =
                round.own.stream()
                        .map(work -> work.append().key())
                        .filter(Objects::nonNull)
                        .map(Append.Key::name)
                        .toList();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection
                .preparedQuery(KEYS)
                .execute(
                        Tuple.of(
                                keys.stream().map(KeyName::owner).toArray(String[]::new),
                                keys.stream().map(KeyName::key).toArray(String[]::new)))
                .map(rows -> {
                    Set<KeyName> taken = new HashSet<>();
                    rows.forEach(row -> taken.add(new KeyName(row.getString(0), row.getString(1))));
                    return taken;
                });
    }

    private static Uni<Map<String, Long>> ordinals(SqlConnection connection, WriterRound round) {
        String[] numbered =
                names(
                        round,
                        append -> append.category().numbered() ? append.category().name() : null);
        if (numbered.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(ORDINALS)
                .execute(Tuple.of(numbered))
                .map(rows -> {
                    Map<String, Long> last = new HashMap<>();
                    for (Row row : rows) {
                        Long ordinal = row.getLong(1);
                        last.put(row.getString(0), ordinal == null ? 0L : ordinal);
                    }
                    return last;
                });
    }

    private static String[] names(
            WriterRound round, Function<Append, @org.jspecify.annotations.Nullable String> name) {
        return round.own.stream()
                .map(Writer.OwnWork::append)
                .map(name)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }
}
