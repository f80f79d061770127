package dev.interlude.eventlog;

import dev.interlude.eventlog.Hearing.Discard;
import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.Hearing.Release;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heard events that could not be taken, and the ways out: their stream waits until one is gone. */
@ApplicationScoped
public class Parked {

    private final Pool pool;
    private final Writer writer;

    Parked(Pool pool, Writer writer) {
        this.pool = pool;
        this.writer = writer;
    }

    /**
     * A stream that waits.
     *
     * @param first the event that it waits for somebody to look at
     * @param reason why that one was parked: {@code unreadable} or {@code forked-history}
     * @param since when it was parked, UTC
     * @param waiting how many of the stream are parked, the first included
     */
    public record Waiting(HeardEvent first, String reason, Instant since, long waiting) {}

    /**
     * An event that somebody decided to do without.
     *
     * @param reason why it had been parked
     * @param why the person's words
     * @param by who, {@code person:…} or {@code machine:…}
     * @param at UTC
     */
    public record Discarded(HeardEvent event, String reason, String why, String by, Instant at) {}

    /** Streams that wait, by source and stream, behind the given one. */
    public Uni<List<Waiting>> waiting(String afterSource, String afterStream, int limit) {
        return pool.preparedQuery(
                        "select distinct on (source, stream) source, stream, sequence, headers,"
                                + " bytes, reason, at, count(*) over (partition by source, stream)"
                                + " from parked where (source, stream) > ($1, $2) order by source,"
                                + " stream, reason = 'waits', epoch, sequence limit $3")
                .execute(Tuple.of(afterSource, afterStream, limit))
                .map(rows -> list(rows, Parked::waiting));
    }

    /** The stream's event of that id, when it is parked. */
    public Uni<@Nullable HeardEvent> find(String source, String stream, String id) {
        return pool.preparedQuery(
                        "select source, stream, sequence, headers, bytes from parked where source ="
                                + " $1 and stream = $2 and headers->>'id' = $3")
                .execute(Tuple.of(source, stream, id))
                .map(rows -> rows.size() == 0 ? null : event(rows.iterator().next()));
    }

    /** What was done without, newest first, before an instant. */
    public Uni<List<Discarded>> discarded(Instant before, int limit) {
        return pool.preparedQuery(
                        "select source, stream, sequence, headers, bytes, reason, why, actor, at"
                                + " from discarded where at < $1 order by at desc, id limit $2")
                .execute(Tuple.of(Rows.utc(before), limit))
                .map(rows -> list(rows, Parked::discarded));
    }

    /** Judges what is parked of a stream again; what still can't be taken is parked again. */
    public Uni<Heard> release(String source, String stream) {
        return hear(new Release(source, stream, null));
    }

    /** Does without one event of a stream, and judges what waits behind it. */
    public Uni<Heard> discard(String source, String stream, Discard discard) {
        return hear(new Release(source, stream, discard));
    }

    private Uni<Heard> hear(Release release) {
        return writer.hear(Hearing.of(release));
    }

    private interface FromRow<T> {
        T of(Row row);
    }

    private static <T> List<T> list(RowSet<Row> rows, FromRow<T> fromRow) {
        var all = new ArrayList<T>(rows.size());
        rows.forEach(row -> all.add(fromRow.of(row)));
        return all;
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                event(row), row.getString(5), row.getOffsetDateTime(6).toInstant(), row.getLong(7));
    }

    private static Discarded discarded(Row row) {
        return new Discarded(
                event(row),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant());
    }

    private static HeardEvent event(Row row) {
        return ParkedHeaders.event(
                row.getString(0),
                row.getString(1),
                row.getLong(2),
                row.getJsonObject(3),
                row.getBuffer(4).getBytes());
    }
}
