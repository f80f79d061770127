package dev.interlude.eventlog;

import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.Hearing.Offset;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Judges heard events under the log's lock: what is here already, or void, is passed over; what
 * leaves a gap, or comes out of an epoch not known here, is left for the fetch that fills it; what
 * can't be taken is parked with all that follows it in its stream.
 */
@ApplicationScoped
class HeardIntake {

    private static final Logger LOG = Logger.getLogger(HeardIntake.class);

    private final Map<String, HeardTypes> known = new HashMap<>();

    HeardIntake(@All List<HeardTypes> types) {
        types.forEach(some -> some.types().keySet().forEach(type -> known.put(type, some)));
    }

    /** Adds the rows to the round; completes with the position of the last one. */
    Uni<Long> take(
            SqlConnection connection, WriterRound round, WriterReads.Place place, long position) {
        if (round.heard.isEmpty()) {
            return Uni.createFrom().item(position);
        }
        return HeardRestores.keep(connection, round)
                .chain(() -> HeardRelease.carryOut(connection, round))
                .chain(events ->
                        HeardKnown.read(connection, all(events))
                                .chain(here -> {
                                    long last = judge(round, events, place, position, here);
                                    return here.park(connection)
                                            .chain(() -> keepOffsets(connection, round))
                                            .replaceWith(last);
                                }));
    }

    private static List<HeardEvent> all(Map<Writer.HeardWork, List<HeardEvent>> events) {
        return events.values().stream().flatMap(List::stream).toList();
    }

    private long judge(
            WriterRound round,
            Map<Writer.HeardWork, List<HeardEvent>> events,
            WriterReads.Place place,
            long position,
            HeardKnown here) {
        long next = position;
        for (Writer.HeardWork work : round.heard) {
            Set<String> gaps = new LinkedHashSet<>();
            int parkedBefore = here.parked();
            long before = next;
            for (HeardEvent event : events.getOrDefault(work, List.of())) {
                if (taken(event, here, gaps)) {
                    next++;
                    round.rows.add(row(event, next, place));
                }
            }
            int parked = here.parked() - parkedBefore;
            round.done(work, new Heard(List.copyOf(gaps), (int) (next - before), parked));
        }
        return next;
    }

    private boolean taken(HeardEvent event, HeardKnown here, Set<String> gaps) {
        if (here.isVoid(event)) {
            return false;
        }
        if (here.isAhead(event)) {
            gaps.add(event.source());
            return false;
        }
        long last = here.last(event);
        if (event.sequence() <= last) {
            if (!here.isHere(event)) {
                LOG.errorf(
                        "%s %s %d came with another id: its history is forked",
                        event.source(), event.stream(), event.sequence());
                here.park(event, "forked-history");
            }
            return false;
        }
        if (here.isParked(event)) {
            here.park(event, "waits");
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
            here.park(event, "unreadable");
            return false;
        }
        here.taken(event);
        return true;
    }

    private boolean readable(HeardEvent event) {
        HeardTypes types = known.get(event.type());
        if (types == null) {
            return true;
        }
        try {
            types.read(event.type(), event.data());
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private static LogEvent row(HeardEvent event, long position, WriterReads.Place place) {
        return new LogEvent(
                position,
                event.source(),
                event.epoch(),
                event.stream(),
                event.sequence(),
                event.id(),
                event.type(),
                Category.idOf(event.stream()),
                Rows.kept(event.occurredAt()),
                Rows.kept(event.recordedAt()),
                place.now(),
                event.position(),
                event.streamOrdinal(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                event.traceparent(),
                event.data());
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
