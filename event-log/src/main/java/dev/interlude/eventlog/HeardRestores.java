package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is known of restores of the sources that are heard, under the log's lock. */
final class HeardRestores {

    private static final Logger LOG = Logger.getLogger(HeardRestores.class);
    private static final int FIRST_EPOCH = 1;

    private final Map<String, List<Restored>> bySource = new HashMap<>();

    private HeardRestores() {}

    /** Keeps those that a round brings; what was parked of the lost future goes. */
    static Uni<Void> keep(SqlConnection connection, WriterRound round) {
        List<Restored> brought =
                round.heard.stream()
                        .flatMap(work -> work.hearing().restores().stream())
                        .distinct()
                        .toList();
        if (brought.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        brought.forEach(restored ->
                LOG.warnf(
                        "%s was restored from a backup: what it had recorded behind"
                                + " position %d before epoch %d is void",
                        restored.source(), restored.lastPosition(), restored.epoch()));
        return connection
                .preparedQuery(
                        "insert into restored (source, epoch, last_position) select * from"
                                + " unnest($1::text[], $2::int[], $3::bigint[]) on conflict do"
                                + " nothing")
                .execute(
                        Tuple.of(
                                brought.stream().map(Restored::source).toArray(String[]::new),
                                brought.stream().map(Restored::epoch).toArray(Integer[]::new),
                                brought.stream().map(Restored::lastPosition).toArray(Long[]::new)))
                .chain(() ->
                        connection
                                .query(
                                        "delete from parked p using restored r where r.source ="
                                                + " p.source and r.epoch > p.epoch and"
                                                + " r.last_position <"
                                                + " (p.headers->>'position')::bigint")
                                .execute())
                .replaceWithVoid();
    }

    /** Those of the sources of some events. */
    static Uni<HeardRestores> of(SqlConnection connection, List<HeardEvent> events) {
        return connection
                .preparedQuery(
                        "select source, epoch, last_position from restored where source = any($1)")
                .execute(
                        Tuple.of(
                                events.stream()
                                        .map(HeardEvent::source)
                                        .distinct()
                                        .toArray(String[]::new)))
                .map(rows -> {
                    var known = new HeardRestores();
                    rows.forEach(known::add);
                    return known;
                });
    }

    private void add(Row row) {
        bySource.computeIfAbsent(row.getString(0), none -> new ArrayList<>())
                .add(new Restored(row.getString(0), row.getInteger(1), row.getLong(2)));
    }

    /** Whether the event belongs to a future that its source lost. */
    boolean voids(HeardEvent event) {
        return of(event).stream().anyMatch(restored -> restored.voids(event));
    }

    /** Whether the event is of an epoch that nothing here tells of. */
    boolean ahead(HeardEvent event) {
        int newest = of(event).stream().mapToInt(Restored::epoch).max().orElse(FIRST_EPOCH);
        return event.epoch() > newest;
    }

    private List<Restored> of(HeardEvent event) {
        return bySource.getOrDefault(event.source(), List.of());
    }
}
