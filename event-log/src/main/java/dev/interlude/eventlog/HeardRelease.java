package dev.interlude.eventlog;

import dev.interlude.eventlog.Hearing.Discard;
import dev.interlude.eventlog.Hearing.Release;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what was parked of a stream out of its table, so that it is judged again like events that
 * have just come; under the log's lock, so that none of it can be missed.
 */
final class HeardRelease {

    private HeardRelease() {}

    /** The events that each work of the round brings, released ones included. */
    static Uni<Map<Writer.HeardWork, List<HeardEvent>>> carryOut(
            SqlConnection connection, WriterRound round) {
        Map<Writer.HeardWork, List<HeardEvent>> events = new LinkedHashMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Writer.HeardWork work : round.heard) {
            events.put(work, work.hearing().events());
            Release release = work.hearing().release();
            if (release != null) {
                all =
                        all.chain(() -> discard(connection, release))
                                .chain(() -> release(connection, release))
                                .invoke(released -> events.put(work, released))
                                .replaceWithVoid();
            }
        }
        return all.replaceWith(events);
    }

    private static Uni<Void> discard(SqlConnection connection, Release release) {
        Discard discard = release.discard();
        if (discard == null) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "with gone as (delete from parked where source = $1 and stream = $2 and"
                                + " headers->>'id' = $3 returning *) insert into discarded (source,"
                                + " stream, epoch, sequence, id, why, actor, reason, bytes, headers)"
                                + " select source, stream, epoch, sequence, (headers->>'id')::uuid,"
                                + " $4, $5, reason, bytes, headers from gone")
                .execute(
                        Tuple.of(
                                release.source(),
                                release.stream(),
                                discard.event().toString(),
                                discard.why(),
                                discard.by().toString()))
                .replaceWithVoid();
    }

    private static Uni<List<HeardEvent>> release(SqlConnection connection, Release release) {
        return connection
                .preparedQuery(
                        "with gone as (delete from parked where source = $1 and stream = $2"
                                + " returning *) select sequence, headers, bytes from gone order by"
                                + " epoch, sequence")
                .execute(Tuple.of(release.source(), release.stream()))
                .map(rows -> {
                    var events = new ArrayList<HeardEvent>(rows.size());
                    for (Row row : rows) {
                        events.add(
                                ParkedHeaders.event(
                                        release.source(),
                                        release.stream(),
                                        row.getLong(0),
                                        row.getJsonObject(1),
                                        row.getBuffer(2).getBytes()));
                    }
                    return events;
                });
    }
}
