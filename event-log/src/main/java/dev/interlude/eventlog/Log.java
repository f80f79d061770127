package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log. Every list is in the order of positions and no longer than its limit; events that
 * became void, because their source was restored from a backup, are in none of them.
 */
@ApplicationScoped
public class Log {

    private final Pool pool;
    private final Recent recent;
    private final String service;

    Log(Pool pool, Recent recent, LogConfig config) {
        this.pool = pool;
        this.recent = recent;
        this.service = config.service();
    }

    /** This service's name, the source of own events. */
    public String service() {
        return service;
    }

    /**
     * All events behind a position, own and heard: those of this process from their commit on,
     * those of other replicas up to what {@link #head()} said or the {@link Tail} saw. Near the end
     * they are read once for all who follow the log, or not at all.
     */
    public Uni<List<LogEvent>> after(long position, int limit) {
        return recent.after(position, limit)
                .chain(found ->
                        found.isPresent()
                                ? Uni.createFrom().item(found.get())
                                : read(pool, position, limit));
    }

    /** The same as the database has it, whoever committed it, from the moment on that it did. */
    public Uni<List<LogEvent>> stored(long position, int limit) {
        return read(pool, position, limit);
    }

    static Uni<List<LogEvent>> read(Pool pool, long position, int limit) {
        return pool.preparedQuery(
                        "select "
                                + Rows.COLUMNS
                                + " from log where position > $1 and "
                                + Rows.LIVE
                                + " order by position limit $2")
                .execute(Tuple.of(position, limit))
                .map(Rows::events);
    }

    /** Own events of one stream behind a sequence. */
    public Uni<List<LogEvent>> own(String stream, long afterSequence) {
        return stream(service, stream, afterSequence, Integer.MAX_VALUE);
    }

    /** Events of one stream of a source behind a sequence. */
    public Uni<List<LogEvent>> stream(String source, String stream, long afterSequence, int limit) {
        return pool.preparedQuery(
                        "select "
                                + Rows.COLUMNS
                                + " from log where source = $1 and stream = $2 and sequence > $3"
                                + " and "
                                + Rows.LIVE
                                + " order by position limit $4")
                .execute(Tuple.of(source, stream, afterSequence, limit))
                .map(Rows::events);
    }

    /** Events with a key (what stands behind the first hyphen of their stream). */
    public Uni<List<LogEvent>> byKey(String key, long afterPosition, int limit) {
        return pool.preparedQuery(
                        "select "
                                + Rows.COLUMNS
                                + " from log where key = $1 and position > $2 and "
                                + Rows.LIVE
                                + " order by position limit $3")
                .execute(Tuple.of(key, afterPosition, limit))
                .map(Rows::events);
    }

    /** All events of a type, own and heard, oldest first; for one that is few and has an index. */
    public Uni<List<LogEvent>> ofType(String type) {
        return pool.preparedQuery(
                        "select "
                                + Rows.COLUMNS
                                + " from log where type = $1 and "
                                + Rows.LIVE
                                + " order by position")
                .execute(Tuple.of(type))
                .map(Rows::events);
    }

    /** The position of an event, or null when it is not here (yet). */
    public Uni<@Nullable Long> positionOf(UUID id) {
        return pool.preparedQuery("select position from log where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    /**
     * Whether this log has an own event that somebody else has too; false where it has another one
     * at that place, or none, or lives in an older epoch.
     */
    public Uni<Boolean> has(HeardEvent event) {
        return pool.preparedQuery(
                        "select exists (select from log where position = $1 and id = $2) or (select"
                                + " epoch from store) > $3")
                .execute(Tuple.of(event.position(), event.id(), event.epoch()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The newest position, 0 when the log is empty. */
    public Uni<Long> head() {
        return pool.query("select coalesce(max(position), 0) from log")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .invoke(recent::reaches);
    }

    /** The log's clock, UTC, microseconds. */
    public Uni<Instant> now() {
        return pool.query("select interlude_now()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    /** Restores of this service's own database, oldest first. */
    public Uni<List<Restored>> restores() {
        return pool.preparedQuery(
                        "select epoch, last_position from restored where source = $1 order by epoch")
                .execute(Tuple.of(service))
                .map(rows -> {
                    var restores = new ArrayList<Restored>();
                    rows.forEach(row ->
                            restores.add(new Restored(service, row.getInteger(0), row.getLong(1))));
                    return restores;
                });
    }

    /**
     * Streams of a restored service of which something that was heard is void now, in the order of
     * their names. A look through the whole log, for the rare event that it is.
     *
     * @param restored the heard {@link StoreRestored}
     * @param category of those streams
     */
    public Uni<List<String>> lostIn(LogEvent restored, String category) {
        var said = restored.read(StoreRestored.class);
        return pool.preparedQuery(
                        "select distinct stream from log where source = $1 and epoch < $2 and"
                                + " source_position > $3 and split_part(stream, '-', 1) = $4 order by"
                                + " stream")
                .execute(Tuple.of(restored.source(), said.epoch(), said.lastPosition(), category))
                .map(rows -> {
                    var streams = new ArrayList<String>();
                    rows.forEach(row -> streams.add(row.getString(0)));
                    return streams;
                });
    }

    /**
     * Moves the clock forward; only where the deployment allows it.
     *
     * @param by not negative
     */
    public Uni<Void> moveClock(Duration by) {
        return pool.preparedQuery("update clock set ahead = ahead + $1 * interval '1 microsecond'")
                .execute(Tuple.of(by.toNanos() / 1_000))
                .replaceWithVoid();
    }

    /**
     * The id of the numbered stream of a category with that ordinal, own or heard; null when there
     * is none.
     */
    public Uni<@Nullable String> idByOrdinal(String category, long ordinal) {
        return pool.preparedQuery(
                        "select key from log where stream_ordinal = $1"
                                + " and split_part(stream, '-', 1) = $2 and "
                                + Rows.LIVE
                                + " limit 1")
                .execute(Tuple.of(ordinal, category))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0));
    }
}
