package dev.interlude.eventlog;

import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.Hearing.Offset;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Judges heard events under the log's lock: what is here already is passed over, what leaves a gap
 * is left for the fetch that fills it, what can't be taken is parked with all that follows it in
 * its stream.
 */
@ApplicationScoped
class HeardIntake {

    private static final Logger LOG = Logger.getLogger(HeardIntake.class);

    private final Map<String, Class<?>> known = new HashMap<>();

    HeardIntake(@All List<HeardTypes> types) {
        types.forEach(some -> known.putAll(some.types()));
    }

    private record Stream3(String source, int epoch, String stream) {
        static Stream3 of(HeardEvent event) {
            return new Stream3(event.source(), event.epoch(), event.stream());
        }
    }

    private record Place4(Stream3 stream, long sequence) {}

    private record Parked(HeardEvent event, String reason) {}

    /** What the log knows of the streams of a round, kept up to date while judging it. */
    private static final class Known {
        final Map<Stream3, Long> last = new HashMap<>();
        final Map<Place4, UUID> ids = new HashMap<>();
        final Set<String> parkedStreams = new HashSet<>();
        final List<Parked> parked = new ArrayList<>();
    }

    /** Adds the rows to the round; completes with the position of the last one. */
    Uni<Long> take(
            SqlConnection connection,
            WriterRound round,
            WriterTransaction.Place place,
            long position) {
        List<HeardEvent> events = events(round).toList();
        if (round.heard.isEmpty()) {
            return Uni.createFrom().item(position);
        }
        Known here = new Known();
        return lastSequences(connection, events, here)
                .chain(() -> knownIds(connection, events, here))
                .chain(() -> parkedStreams(connection, events, here))
                .map(nothing -> judge(round, place, position, here))
                .chain(last -> park(connection, here).replaceWith(last))
                .chain(last -> keepOffsets(connection, round).replaceWith(last));
    }

    private static Stream<HeardEvent> events(WriterRound round) {
        return round.heard.stream().flatMap(work -> work.hearing().events().stream());
    }

    private static Uni<Void> lastSequences(
            SqlConnection connection, List<HeardEvent> events, Known here) {
        List<Stream3> streams = events.stream().map(Stream3::of).distinct().toList();
        return connection
                .preparedQuery(
                        "select asked.source, asked.epoch, asked.stream, (select max(sequence) from"
                                + " log where log.source = asked.source and log.epoch = asked.epoch and"
                                + " log.stream = asked.stream) from unnest($1::text[], $2::int[],"
                                + " $3::text[]) as asked (source, epoch, stream)")
                .execute(
                        Tuple.of(
                                streams.stream().map(Stream3::source).toArray(String[]::new),
                                streams.stream().map(Stream3::epoch).toArray(Integer[]::new),
                                streams.stream().map(Stream3::stream).toArray(String[]::new)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        Long last = row.getLong(3);
                        here.last.put(
                                new Stream3(row.getString(0), row.getInteger(1), row.getString(2)),
                                last == null ? 0 : last);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> knownIds(
            SqlConnection connection, List<HeardEvent> events, Known here) {
        List<HeardEvent> repeated =
                events.stream()
                        .filter(event ->
                                event.sequence() <= here.last.getOrDefault(Stream3.of(event), 0L))
                        .toList();
        if (repeated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "select source, epoch, stream, sequence, log.id from log join"
                                + " unnest($1::text[], $2::int[], $3::text[], $4::bigint[]) as asked"
                                + " (source, epoch, stream, sequence) using (source, epoch, stream,"
                                + " sequence)")
                .execute(
                        Tuple.of(
                                repeated.stream().map(HeardEvent::source).toArray(String[]::new),
                                repeated.stream().map(HeardEvent::epoch).toArray(Integer[]::new),
                                repeated.stream().map(HeardEvent::stream).toArray(String[]::new),
                                repeated.stream().map(HeardEvent::sequence).toArray(Long[]::new)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        here.ids.put(
                                new Place4(
                                        new Stream3(
                                                row.getString(0),
                                                row.getInteger(1),
                                                row.getString(2)),
                                        row.getLong(3)),
                                row.getUUID(4));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> parkedStreams(
            SqlConnection connection, List<HeardEvent> events, Known here) {
        return connection
                .preparedQuery("select distinct source, stream from parked where stream = any($1)")
                .execute(
                        Tuple.of(
                                events.stream()
                                        .map(HeardEvent::stream)
                                        .distinct()
                                        .toArray(String[]::new)))
                .invoke((RowSet<Row> rows) -> rows.forEach(row -> parkedStream(here, row)))
                .replaceWithVoid();
    }

    private static void parkedStream(Known here, Row row) {
        here.parkedStreams.add(row.getString(0) + "\n" + row.getString(1));
    }

    private long judge(
            WriterRound round, WriterTransaction.Place place, long position, Known here) {
        long next = position;
        for (Writer.HeardWork work : round.heard) {
            Set<String> gaps = new LinkedHashSet<>();
            int parkedBefore = here.parked.size();
            for (HeardEvent event : work.hearing().events()) {
                if (taken(event, here, gaps)) {
                    next++;
                    round.rows.add(row(event, next, place));
                }
            }
            int parked = here.parked.size() - parkedBefore;
            round.done(work, new Heard(List.copyOf(gaps), parked));
        }
        return next;
    }

    private boolean taken(HeardEvent event, Known here, Set<String> gaps) {
        Stream3 stream = Stream3.of(event);
        Place4 place = new Place4(stream, event.sequence());
        String name = event.source() + "\n" + event.stream();
        long last = here.last.getOrDefault(stream, 0L);
        if (event.sequence() <= last) {
            if (!event.id().equals(here.ids.get(place))) {
                LOG.errorf(
                        "%s %s %d came with another id: its history is forked",
                        event.source(), event.stream(), event.sequence());
                here.parked.add(new Parked(event, "forked-history"));
                here.parkedStreams.add(name);
            }
            return false;
        }
        if (here.parkedStreams.contains(name)) {
            here.parked.add(new Parked(event, "waits"));
            return false;
        }
        if (event.sequence() > last + 1) {
            gaps.add(event.source());
            return false;
        }
        if (!readable(event)) {
            LOG.errorf(
                    "%s event %s of %s can't be read and is parked",
                    event.type(), event.id(), event.stream());
            here.parked.add(new Parked(event, "unreadable"));
            here.parkedStreams.add(name);
            return false;
        }
        here.last.put(stream, event.sequence());
        here.ids.put(place, event.id());
        return true;
    }

    private boolean readable(HeardEvent event) {
        Class<?> type = known.get(event.type());
        if (type == null) {
            return true;
        }
        try {
            LogJson.read(event.data(), type);
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private static LogEvent row(HeardEvent event, long position, WriterTransaction.Place place) {
        return new LogEvent(
                position,
                event.source(),
                event.epoch(),
                event.stream(),
                event.sequence(),
                event.id(),
                event.type(),
                Category.idOf(event.stream()),
                event.occurredAt(),
                event.recordedAt(),
                place.now(),
                event.position(),
                event.streamOrdinal(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                event.traceparent(),
                event.data());
    }

    private static Uni<Void> park(SqlConnection connection, Known here) {
        if (here.parked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<HeardEvent> events = here.parked.stream().map(Parked::event).toList();
        return connection
                .preparedQuery(
                        "insert into parked (source, stream, sequence, reason, bytes, headers)"
                                + " select * from unnest($1::text[], $2::text[], $3::bigint[],"
                                + " $4::text[], $5::bytea[], $6::jsonb[]) on conflict do nothing")
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
                                        here.parked.stream()
                                                .map(Parked::reason)
                                                .toArray(String[]::new),
                                        events.stream()
                                                .map(event -> Buffer.buffer(event.data()))
                                                .toArray(Buffer[]::new),
                                        events.stream()
                                                .map(HeardIntake::headers)
                                                .toArray(Object[]::new))))
                .replaceWithVoid();
    }

    private static JsonObject headers(HeardEvent event) {
        return new JsonObject()
                .put("epoch", event.epoch())
                .put("position", event.position())
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("occurredAt", event.occurredAt().toString())
                .put("recordedAt", event.recordedAt().toString())
                .put("streamOrdinal", event.streamOrdinal())
                .put("actor", event.actor().toString())
                .put("correlationId", event.correlationId().toString())
                .put(
                        "causationId",
                        event.causationId() == null ? null : event.causationId().toString())
                .put("traceparent", event.traceparent());
    }

    private static Uni<Void> keepOffsets(SqlConnection connection, WriterRound round) {
        var offsets = new HashMap<String, Offset>();
        round.heard.stream()
                .flatMap(work -> work.hearing().offsets().stream())
                .forEach(o -> offsets.put(o.topic() + "\n" + o.partition(), o));
        if (offsets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var all = List.copyOf(offsets.values());
        return connection
                .preparedQuery(
                        "insert into heard_offset (topic, partition, next_offset) select * from"
                                + " unnest($1::text[], $2::int[], $3::bigint[]) on conflict (topic,"
                                + " partition) do update set next_offset = excluded.next_offset")
                .execute(
                        Tuple.of(
                                all.stream().map(Offset::topic).toArray(String[]::new),
                                all.stream().map(Offset::partition).toArray(Integer[]::new),
                                all.stream().map(Offset::next).toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
