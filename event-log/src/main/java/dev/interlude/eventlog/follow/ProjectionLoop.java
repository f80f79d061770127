package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one projection: reads a batch outside any transaction, then takes its position row, writes
 * the rows and moves the position in one. Replicas that find the row taken rest.
 */
final class ProjectionLoop<R> {

    private static final int BATCH = 500;

    private final Projection<R> projection;
    private final TableRows<R> rows;
    private final Pool pool;
    private final Log log;
    private final Positions positions;
    private final Loop loop;

    /** While above 0: events to take one by one, since the database refused them together. */
    private int oneByOne;

    ProjectionLoop(Projection<R> projection, Pool pool, Log log, Positions positions, Vertx vertx) {
        this.projection = projection;
        this.rows = new TableRows<>(projection.table(), "public");
        this.pool = pool;
        this.log = log;
        this.positions = positions;
        this.loop = Loop.following(projection.name(), vertx, Duration.ofSeconds(2), this::step);
    }

    Loop loop() {
        return loop;
    }

    private Uni<Boolean> step() {
        int batch = oneByOne > 0 ? 1 : BATCH;
        return positions
                .ofProjection(projection.name(), projection.version())
                .chain(position ->
                        log.after(position, batch).chain(events -> take(position, events, batch)));
    }

    private Uni<Boolean> take(long position, List<LogEvent> events, int batch) {
        if (events.isEmpty()) {
            oneByOne = 0;
            return Uni.createFrom().item(false);
        }
        if (Fold.concerned(projection, events)) {
            return fold(position, events, batch);
        }
        long last = events.getLast().position();
        return positions
                .passOver(projection.name(), position, last, projection.version())
                .chain(moved -> {
                    if (!moved) {
                        return fold(position, events, batch);
                    }
                    oneByOne = Math.max(0, oneByOne - 1);
                    return Uni.createFrom().item(events.size() == batch);
                });
    }

    private Uni<Boolean> fold(long position, List<LogEvent> events, int batch) {
        return pool.withTransaction(connection -> takeIn(connection, position, events))
                .onFailure(ProjectionLoop::isRefused)
                .recoverWithUni(refused -> refused(events, refused))
                .map(taken -> {
                    if (taken.stopped() != null) {
                        throw taken.stopped();
                    }
                    oneByOne = taken.any() && oneByOne > 0 ? oneByOne - 1 : oneByOne;
                    return taken.any() && (events.size() == batch || oneByOne > 0);
                });
    }

    private record Taken(boolean any, @Nullable StoppedAt stopped) {}

    private Uni<Taken> takeIn(SqlConnection connection, long position, List<LogEvent> events) {
        return positions
                .lock(connection, projection.name(), position, projection.version())
                .chain(mine ->
                        mine
                                ? fold(connection, new Fold<>(projection, position), events)
                                : Uni.createFrom().item(new Taken(false, null)));
    }

    private Uni<Taken> fold(SqlConnection connection, Fold<R> fold, List<LogEvent> events) {
        Set<String> missing = fold.missing(events);
        return rows.load(connection, missing)
                .map(found -> {
                    fold.loaded(missing, found);
                    return new Taken(true, fold.take(events));
                })
                .call(() -> rows.write(connection, fold.changes()))
                .call(() -> positions.move(connection, projection.name(), fold.position()));
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof PgException pg
                && pg.getSqlState() != null
                && List.of("22", "23", "54").contains(pg.getSqlState().substring(0, 2));
    }

    /** One of the batch is at fault: alone, it is named, and those before it take effect. */
    private Uni<Taken> refused(List<LogEvent> events, Throwable refused) {
        if (events.size() == 1) {
            return Uni.createFrom().failure(new StoppedAt(events.getFirst(), refused));
        }
        oneByOne = events.size();
        return Uni.createFrom().item(new Taken(true, null));
    }
}
