package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.follow.Progress.Held;
import dev.interlude.eventlog.follow.Progress.Wanted;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one projection anew beside the live ones, when they are of an older version or
 * somebody asks for it. A step folds up to some rows in memory, while those of the step before are
 * being written, with the progress, in one transaction; who is killed goes on from there. When all
 * is folded, the last step takes the live position row, folds the rest and swaps.
 */
final class RebuildLoop<R> {

    private static final Logger LOG = Logger.getLogger(RebuildLoop.class);

    /** Bounds of what a step folds before it writes, and of what stays in memory after it. */
    private static final int ROWS_AT_ONCE = 10_000;

    private static final int EVENTS_AT_ONCE = 100_000;
    private static final int ROWS_KEPT = 20_000;

    private final Projection<R> projection;
    private final TableRows<R> rows;
    private final Shadow<R> shadow;
    private final Progress progress;
    private final Pool pool;
    private final ReadAhead reading;
    private final Loop loop;
    private @Nullable Work<R> work;

    /** What this process knows of a rebuild that it is at. */
    private static final class Work<R> {
        private final Wanted wanted;
        private final Fold<R> fold;
        private final Seen seen;
        private final long begunNanos = System.nanoTime();
        private final long begunAt;
        private long written;
        private final ReadAhead.Batches batches;

        /** The write that is under way, or was the last. */
        private Uni<Void> writing = Uni.createFrom().voidItem();

        Work(Wanted wanted, Held held, Fold<R> fold, ReadAhead.Batches batches) {
            this.wanted = wanted;
            this.fold = fold;
            this.seen = held.fresh() ? Seen.none() : Seen.unknown();
            this.begunAt = held.position();
            this.written = held.position();
            this.batches = batches;
        }
    }

    RebuildLoop(Projection<R> projection, Pool pool, Log log, Vertx vertx) {
        this.projection = projection;
        this.rows = new TableRows<>(projection.table(), Shadow.SCHEMA);
        this.shadow = new Shadow<>(projection.table());
        this.progress = new Progress(projection.name(), projection.version());
        this.pool = pool;
        this.reading = new ReadAhead(log, vertx);
        this.loop =
                new Loop(
                        "rebuild of " + projection.name(),
                        vertx,
                        Duration.ofSeconds(5),
                        this::step);
    }

    Loop loop() {
        return loop;
    }

    /** One that begins folds at once, so that one that fails is never seen to be well. */
    private Uni<Boolean> step() {
        Work<R> present = work;
        return (present == null ? pool.withTransaction(this::hold) : Uni.createFrom().item(present))
                .chain(mine -> mine == null ? Uni.createFrom().item(false) : step(mine))
                .onFailure()
                .invoke(() -> work = null);
    }

    /** Folds while what was folded before is written, then writes that. */
    private Uni<Boolean> step(Work<R> present) {
        return fold(present, present.fold.position())
                .call(ended -> present.writing)
                .chain(ended ->
                        pool.withTransaction(this::hold)
                                .chain(mine -> goOn(mine, mine == present && ended)));
    }

    private Uni<Boolean> goOn(@Nullable Work<R> mine, boolean ended) {
        if (mine == null) {
            // what was folded meanwhile is of no use: another replica is at it, or nobody need be
            work = null;
            return Uni.createFrom().item(false);
        }
        return ended ? finish(mine).replaceWith(true) : write(mine).replaceWith(true);
    }

    /** What is to be done by this process now; null when nothing is. */
    private Uni<@Nullable Work<R>> hold(SqlConnection connection) {
        return progress.wanted(connection)
                .chain(wanted ->
                        wanted == null
                                ? clear(connection)
                                : progress.hold(connection, wanted)
                                        .chain(held ->
                                                held == null
                                                        ? Uni.createFrom().nullItem()
                                                        : begin(connection, wanted, held)));
    }

    /** Removes what a rebuild left behind that is no longer wanted. */
    private Uni<@Nullable Work<R>> clear(SqlConnection connection) {
        work = null;
        return progress.leftBehind(connection)
                .chain(left ->
                        left
                                ? shadow.drop(connection)
                                : Uni.createFrom().<@Nullable Void>nullItem())
                .replaceWith((Work<R>) null);
    }

    private Uni<Work<R>> begin(SqlConnection connection, Wanted wanted, Held held) {
        Work<R> present = work;
        if (present != null
                && !held.fresh()
                && present.wanted.equals(wanted)
                && present.written == held.position()) {
            return Uni.createFrom().item(present);
        }
        LOG.infof(
                "rebuilding %s, version %d, from position %d",
                projection.name(), projection.version(), held.position());
        var begun =
                new Work<>(
                        wanted,
                        held,
                        new Fold<>(projection, held.position()),
                        reading.from(held.position()));
        work = begun;
        return held.fresh()
                ? shadow.create(connection).replaceWith(begun)
                : Uni.createFrom().item(begun);
    }

    /** Folds up to a step's bounds; completes with true at the end of the log. */
    private Uni<Boolean> fold(Work<R> mine, long from) {
        return mine.batches
                .next()
                .chain(events -> {
                    if (events.isEmpty()) {
                        return Uni.createFrom().item(true);
                    }
                    boolean ended = events.size() < ReadAhead.BATCH;
                    return take(mine, events)
                            .chain(stopped -> {
                                if (stopped != null) {
                                    return mine.writing
                                            .chain(() -> write(mine))
                                            .chain(() -> mine.writing)
                                            .chain(() -> Uni.createFrom().failure(stopped));
                                }
                                boolean full =
                                        mine.fold.changed() >= ROWS_AT_ONCE
                                                || mine.fold.position() - from >= EVENTS_AT_ONCE;
                                return ended || full
                                        ? Uni.createFrom().item(ended)
                                        : fold(mine, from);
                            });
                });
    }

    private Uni<@Nullable StoppedAt> take(Work<R> mine, List<LogEvent> events) {
        Set<String> missing = mine.fold.missing(events);
        Set<String> stored = mine.seen.meet(missing);
        Uni<Map<String, R>> loaded =
                stored.isEmpty()
                        ? Uni.createFrom().item(Map.of())
                        // they may be among those that are being written
                        : mine.writing.chain(() -> pool.withConnection(c -> rows.load(c, stored)));
        return loaded.map(found -> {
            mine.fold.loaded(missing, found);
            return mine.fold.take(events);
        });
    }

    /** Begins to write what was folded, and does not wait for it. */
    private Uni<Void> write(Work<R> mine) {
        List<Change<R>> changes = mine.fold.changes();
        long to = mine.fold.position();
        mine.fold.written(ROWS_KEPT);
        mine.writing =
                pool.withTransaction(connection -> write(connection, mine, to, changes))
                        .invoke(() -> mine.written = to)
                        .memoize()
                        .indefinitely();
        mine.writing.subscribe().with(nothing -> {}, failure -> LOG.debug("not written", failure));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> write(
            SqlConnection connection, Work<R> mine, long to, List<Change<R>> changes) {
        return progress.move(connection, mine.written, to)
                .chain(() -> rows.write(connection, changes));
    }

    private Uni<Void> finish(Work<R> mine) {
        return pool.withTransaction(connection -> finish(connection, mine))
                .invoke(swapped -> {
                    if (swapped) {
                        double seconds = (System.nanoTime() - mine.begunNanos) / 1e9;
                        LOG.infof(
                                "rebuilt %s: events %d to %d in %.3f s",
                                projection.name(), mine.begunAt, mine.fold.position(), seconds);
                    }
                    work = null;
                })
                .replaceWithVoid();
    }

    /** Under the live position row, so that the live projection waits for these last events. */
    private Uni<Boolean> finish(SqlConnection connection, Work<R> mine) {
        return progress.lockLive(connection, mine.wanted)
                .chain(live ->
                        live == null
                                ? Uni.createFrom().item(false)
                                : rest(connection, mine)
                                        .chain(() ->
                                                write(
                                                        connection,
                                                        mine,
                                                        mine.fold.position(),
                                                        mine.fold.changes()))
                                        .chain(() -> shadow.swap(connection))
                                        .chain(() ->
                                                progress.rebuilt(
                                                        connection,
                                                        Math.max(live, mine.fold.position())))
                                        .chain(() -> shadow.drop(connection))
                                        .chain(() -> progress.end(connection)));
    }

    private Uni<Void> rest(SqlConnection connection, Work<R> mine) {
        return reading.after(mine.fold.position())
                .chain(events ->
                        take(mine, events)
                                .chain(stopped -> {
                                    if (stopped != null) {
                                        return Uni.createFrom().failure(stopped);
                                    }
                                    return events.size() == ReadAhead.BATCH
                                            ? rest(connection, mine)
                                            : Uni.createFrom().voidItem();
                                }));
    }
}
