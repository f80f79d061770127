package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the log knows of the streams of a round's heard events, kept up to date while judging. */
final class HeardKnown {

    /**
     * Of one stream there is one history that is not void, whatever epochs it has lived through.
     */
    private static final String LAST =
            "select asked.source, asked.stream, greatest((select sequence from log where log.source"
                    + " = asked.source and log.stream = asked.stream and "
                    + Rows.LIVE
                    + " order by sequence desc limit 1), (select max(sequence) from discarded d"
                    + " where d.source = asked.source and d.stream = asked.stream and not exists"
                    + " (select from restored r where r.source = d.source and r.epoch > d.epoch and"
                    + " r.last_position < (d.headers->>'position')::bigint))) from"
                    + " unnest($1::text[], $2::text[]) as asked (source, stream)";

    private final Map<String, Long> last = new HashMap<>();
    private final Map<Place, Set<UUID>> ids = new HashMap<>();
    private final Set<String> parkedStreams = new HashSet<>();
    private final List<Parked> parked = new ArrayList<>();

    private record Source(String source, int epoch, String stream) {
        static Source of(HeardEvent event) {
            return new Source(event.source(), event.epoch(), event.stream());
        }
    }

    private record Name(String source, String stream) {}

    private record Place(Source stream, long sequence) {}

    private record Parked(HeardEvent event, String reason) {}

    private final HeardRestores restores;

    private HeardKnown(HeardRestores restores) {
        this.restores = restores;
    }

    /** Reads it, under the log's lock. */
    static Uni<HeardKnown> read(SqlConnection connection, List<HeardEvent> events) {
        return HeardRestores.of(connection, events)
                .map(HeardKnown::new)
                .call(known -> known.lastSequences(connection, events))
                .call(known -> known.knownIds(connection, events))
                .call(known -> known.parkedStreams(connection, events));
    }

    /** True for what its source had recorded and lost again. */
    boolean isVoid(HeardEvent event) {
        return restores.voids(event);
    }

    /** True when the source was restored and this log has not been told. */
    boolean isAhead(HeardEvent event) {
        return restores.ahead(event);
    }

    /** Stream version up to which the stream is here, 0 when it is not. */
    long last(HeardEvent event) {
        return last.getOrDefault(name(event.source(), event.stream()), 0L);
    }

    /** True when the event at that place is this very one. */
    boolean isHere(HeardEvent event) {
        return ids.getOrDefault(new Place(Source.of(event), event.sequence()), Set.of())
                .contains(event.id());
    }

    boolean isParked(HeardEvent event) {
        return parkedStreams.contains(name(event.source(), event.stream()));
    }

    void taken(HeardEvent event) {
        last.put(name(event.source(), event.stream()), event.sequence());
        isAt(new Place(Source.of(event), event.sequence()), event.id());
    }

    private void isAt(Place place, UUID id) {
        ids.computeIfAbsent(place, none -> new HashSet<>()).add(id);
    }

    /** From here on its stream waits. */
    void park(HeardEvent event, String reason) {
        parked.add(new Parked(event, reason));
        parkedStreams.add(name(event.source(), event.stream()));
    }

    int parked() {
        return parked.size();
    }

    private static String name(String source, String stream) {
        return source + "\n" + stream;
    }

    private Uni<Void> lastSequences(SqlConnection connection, List<HeardEvent> events) {
        List<Name> streams =
                events.stream()
                        .map(event -> new Name(event.source(), event.stream()))
                        .distinct()
                        .toList();
        return connection
                .preparedQuery(LAST)
                .execute(
                        Tuple.of(
                                streams.stream().map(Name::source).toArray(String[]::new),
                                streams.stream().map(Name::stream).toArray(String[]::new)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        Long newest = row.getLong(2);
                        last.put(
                                name(row.getString(0), row.getString(1)),
                                newest == null ? 0 : newest);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> knownIds(SqlConnection connection, List<HeardEvent> events) {
        List<HeardEvent> repeated =
                events.stream().filter(event -> event.sequence() <= last(event)).toList();
        if (repeated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "with asked as (select * from unnest($1::text[], $2::int[], $3::text[],"
                                + " $4::bigint[]) as asked (source, epoch, stream, sequence)) select"
                                + " source, epoch, stream, sequence, log.id from log join asked using"
                                + " (source, epoch, stream, sequence) union all select source, epoch,"
                                + " stream, sequence, d.id from discarded d join asked using (source,"
                                + " epoch, stream, sequence)")
                .execute(
                        Tuple.of(
                                repeated.stream().map(HeardEvent::source).toArray(String[]::new),
                                repeated.stream().map(HeardEvent::epoch).toArray(Integer[]::new),
                                repeated.stream().map(HeardEvent::stream).toArray(String[]::new),
                                repeated.stream().map(HeardEvent::sequence).toArray(Long[]::new)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        isAt(
                                new Place(
                                        new Source(
                                                row.getString(0),
                                                row.getInteger(1),
                                                row.getString(2)),
                                        row.getLong(3)),
                                row.getUUID(4));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> parkedStreams(SqlConnection connection, List<HeardEvent> events) {
        return connection
                .preparedQuery("select distinct source, stream from parked where stream = any($1)")
                .execute(
                        Tuple.of(
                                events.stream()
                                        .map(HeardEvent::stream)
                                        .distinct()
                                        .toArray(String[]::new)))
                .invoke((RowSet<Row> rows) ->
                        rows.forEach(
                                row -> parkedStreams.add(name(row.getString(0), row.getString(1)))))
                .replaceWithVoid();
    }

    /** Writes what can't be taken to the table of parked events. */
    Uni<Void> park(SqlConnection connection) {
        if (parked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<HeardEvent> events = parked.stream().map(Parked::event).toList();
        return connection
                .preparedQuery(
                        "insert into parked (source, stream, epoch, sequence, reason, bytes, headers)"
                                + " select source, stream, (headers->>'epoch')::int, sequence, reason,"
                                + " bytes, headers from unnest($1::text[], $2::text[], $3::bigint[],"
                                + " $4::text[], $5::bytea[], $6::jsonb[]) as p (source, stream,"
                                + " sequence, reason, bytes, headers) on conflict do nothing")
                .execute(
                        Tuple.from(
                                List.of(
                                        events.stream()
                                                .map(HeardEvent::source)
                                                .toArray(String[]::new),
                                        events.stream()
                                                .map(HeardEvent::stream)
                                                .toArray(String[]::new),
                                        events.stream()
                                                .map(HeardEvent::sequence)
                                                .toArray(Long[]::new),
                                        parked.stream().map(Parked::reason).toArray(String[]::new),
                                        events.stream()
                                                .map(event -> Buffer.buffer(event.data()))
                                                .toArray(Buffer[]::new),
                                        events.stream()
                                                .map(ParkedHeaders::of)
                                                .toArray(Object[]::new))))
                .replaceWithVoid();
    }
}
