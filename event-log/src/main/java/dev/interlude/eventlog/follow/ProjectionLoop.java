package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs one projection: reads a batch outside any transaction, then takes its position row, writes
 * the rows and moves the position in one. Replicas that find the row taken rest.
 */
final class ProjectionLoop {

    private static final int BATCH = 500;

    private final Projection projection;
    private final Db db;
    private final Log log;
    private final Positions positions;
    private final Loop loop;

    ProjectionLoop(Projection projection, Db db, Log log, Positions positions, Vertx vertx) {
        this.projection = projection;
        this.db = db;
        this.log = log;
        this.positions = positions;
        this.loop = new Loop(projection.name(), vertx, Duration.ofSeconds(2), this::step);
    }

    Loop loop() {
        return loop;
    }

    private Uni<Boolean> step() {
        return positions
                .of(projection.name())
                .chain(position -> log.after(position, BATCH).chain(rows -> take(position, rows)));
    }

    private Uni<Boolean> take(long position, List<LogEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return db.tx(session -> takeIn(session, position, events));
    }

    private Uni<Boolean> takeIn(Mutiny.Session session, long position, List<LogEvent> events) {
        return session.createNativeQuery(
                        "select position from consumer where name = :name and position = :position"
                                + " for update skip locked",
                        Long.class)
                .setParameter("name", projection.name())
                .setParameter("position", position)
                .getSingleResultOrNull()
                .chain(mine ->
                        mine == null
                                ? Uni.createFrom().item(false)
                                : projection
                                        .project(events, session)
                                        .chain(() -> move(session, events))
                                        .replaceWith(events.size() == BATCH));
    }

    private Uni<Integer> move(Mutiny.Session session, List<LogEvent> events) {
        return session.flush()
                .chain(() ->
                        session.createNativeQuery(
                                        "update consumer set position = :position where"
                                                + " name = :name")
                                .setParameter("position", events.getLast().position())
                                .setParameter("name", projection.name())
                                .executeUpdate());
    }
}
