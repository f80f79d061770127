package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.WriterRound.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of one round of the {@link Writer}, set-based, whatever the round's size. */
@ApplicationScoped
class WriterTransaction {

    /** Any constant; one log per database. */
    private static final long LOG_LOCK = 0x1e7e4c0de0001L;

    private static final String PLACE =
            "select coalesce(max(position), 0),"
                    + " greatest(interlude_now(), max(coalesce(heard_at, recorded_at))),"
                    + " (select epoch from store)"
                    + " from (select position, recorded_at, heard_at from log"
                    + " order by position desc limit 1) newest";

    private final String service;
    private final HeardIntake intake;

    WriterTransaction(LogConfig config, HeardIntake intake) {
        this.service = config.service();
        this.intake = intake;
    }

    /** Where the log stands, read under the lock. */
    record Place(long position, Instant now, int epoch) {}

    Uni<Void> run(SqlConnection connection, WriterRound round) {
        return lock(connection)
                .chain(() -> place(connection))
                .chain(place ->
                        heads(connection, round)
                                .chain(() -> keys(connection, round))
                                .chain(taken -> ordinals(connection, round, taken, place))
                                .chain(next -> intake.take(connection, round, place, next))
                                .invoke(last -> round.planned(last)))
                .chain(() -> WriterRows.store(connection, round));
    }

    /** Whether a round whose connection broke was committed. */
    Uni<Boolean> committed(SqlConnection connection, WriterRound round) {
        List<UUID> ids = round.ids();
        return lock(connection)
                .chain(() ->
                        connection
                                .preparedQuery("select count(*) from log where id = any($1)")
                                .execute(Tuple.of(ids.toArray(UUID[]::new))))
                .map(rows -> rows.iterator().next().getLong(0) == ids.size());
    }

    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOG_LOCK))
                .replaceWithVoid();
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

    private static Uni<Void> heads(SqlConnection connection, WriterRound round) {
        if (round.own.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] streams =
                round.own.stream()
                        .map(work -> work.append().stream())
                        .distinct()
                        .toArray(String[]::new);
        return connection
                .preparedQuery(
                        "select stream, sequence, command_sequence, ordinal from head"
                                + " where stream = any($1)")
                .execute(Tuple.of(streams))
                .invoke(rows -> {
                    for (Row row : rows) {
                        round.heads.put(
                                row.getString(0),
                                new Head(row.getLong(1), row.getLong(2), row.getLong(3), false));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Set<String>> keys(SqlConnection connection, WriterRound round) {
        var keys =
                round.own.stream()
                        .map(work -> work.append().key())
                        .filter(key -> key != null)
                        .toList();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection
                .preparedQuery(
                        "select i.owner, i.key from idempotency i join unnest($1::text[],"
                                + " $2::text[]) as asked (owner, key) using (owner, key)")
                .execute(
                        Tuple.of(
                                keys.stream().map(Append.Key::owner).toArray(String[]::new),
                                keys.stream().map(Append.Key::key).toArray(String[]::new)))
                .map(rows -> {
                    Set<String> taken = new HashSet<>();
                    rows.forEach(row -> taken.add(name(row.getString(0), row.getString(1))));
                    return taken;
                });
    }

    private Uni<Long> ordinals(
            SqlConnection connection, WriterRound round, Set<String> taken, Place place) {
        String[] numbered =
                round.own.stream()
                        .map(Writer.OwnWork::append)
                        .filter(append -> append.category().numbered())
                        .filter(append -> !round.heads.containsKey(append.stream()))
                        .map(append -> append.category().name())
                        .distinct()
                        .toArray(String[]::new);
        Uni<Map<String, Long>> last =
                numbered.length == 0
                        ? Uni.createFrom().item(Map.of())
                        : connection
                                .preparedQuery(
                                        "select split_part(stream, '-', 1), max(ordinal) from head"
                                                + " where ordinal is not null and split_part(stream,"
                                                + " '-', 1) = any($1) group by 1")
                                .execute(Tuple.of(numbered))
                                .map(WriterTransaction::byCategory);
        return last.map(ordinals -> admit(round, taken, place, new HashMap<>(ordinals)));
    }

    private static Map<String, Long> byCategory(RowSet<Row> rows) {
        Map<String, Long> last = new HashMap<>();
        rows.forEach(row -> last.put(row.getString(0), row.getLong(1)));
        return last;
    }

    /** Admits the own appends one after the other; the first one to a stream wins. */
    private long admit(
            WriterRound round, Set<String> taken, Place place, Map<String, Long> ordinals) {
        long position = place.position();
        for (Writer.OwnWork work : round.own) {
            Append append = work.append();
            Head head = round.heads.getOrDefault(append.stream(), Head.NONE);
            Append.Key key = append.key();
            if (key != null && !taken.add(name(key.owner(), key.key()))) {
                round.failed(work, new Append.KeyTaken());
                continue;
            }
            if (append.expected() != Append.ANY && append.expected() != head.sequence()) {
                if (key != null) {
                    taken.remove(name(key.owner(), key.key()));
                }
                round.failed(
                        work,
                        new Append.VersionConflict(
                                append.stream(), append.expected(), head.sequence()));
                continue;
            }
            Long ordinal = null;
            if (append.category().numbered() && head.sequence() == 0) {
                ordinal = ordinals.merge(append.category().name(), 1L, Long::sum);
            }
            long first = head.sequence() + 1;
            long sequence = head.sequence();
            for (Append.NewEvent event : append.events()) {
                sequence++;
                position++;
                round.rows.add(row(append, event, place, position, sequence, first, ordinal));
            }
            round.heads.put(
                    append.stream(),
                    new Head(
                            sequence,
                            append.actor().commands() ? sequence : head.commandSequence(),
                            head.sequence() == 0 ? ordinal : head.ordinal(),
                            true));
            round.admitted.add(new WriterRound.Admitted(append, first, sequence));
            round.done(work, new Appended(first, position, place.now(), ordinal));
        }
        return position;
    }

    private LogEvent row(
            Append append,
            Append.NewEvent event,
            Place place,
            long position,
            long sequence,
            long first,
            @Nullable Long ordinal) {
        return new LogEvent(
                position,
                service,
                place.epoch(),
                append.stream(),
                sequence,
                event.id(),
                event.type(),
                Category.idOf(append.stream()),
                event.occurredAt() == null ? place.now() : event.occurredAt(),
                place.now(),
                null,
                null,
                sequence == first ? ordinal : null,
                append.actor(),
                append.correlationId(),
                append.causationId(),
                append.traceparent(),
                event.data());
    }

    private static String name(String owner, String key) {
        return owner + "\n" + key;
    }
}
