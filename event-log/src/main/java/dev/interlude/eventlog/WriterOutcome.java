package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Finds out what became of a round whose connection was lost at its commit: never by doing it
 * again, but by looking for its events on another connection, for ten seconds if need be.
 */
@ApplicationScoped
class WriterOutcome {

    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long PAUSE_MILLIS = 250;

    private final Pool pool;
    private final Vertx vertx;

    WriterOutcome(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** What is known about a round. */
    enum Stored {
        YES,
        NO,
        UNKNOWN
    }

    /**
     * A round is stored whole or not at all, so its own events tell. One without own events counts
     * as not stored: heard ones are brought again by who brought them, and fall out then.
     */
    Uni<Stored> of(WriterRound round) {
        List<UUID> ids = round.ownIds();
        return ids.isEmpty()
                ? Uni.createFrom().item(Stored.NO)
                : look(ids, System.nanoTime() + PATIENCE_NANOS);
    }

    private Uni<Stored> look(List<UUID> ids, long deadline) {
        return pool.withConnection(connection -> WriterTransaction.committed(connection, ids))
                .map(committed -> committed ? Stored.YES : Stored.NO)
                .onFailure()
                .recoverWithUni(failure ->
                        System.nanoTime() < deadline
                                ? pause().chain(() -> look(ids, deadline))
                                : Uni.createFrom().item(Stored.UNKNOWN));
    }

    private Uni<Void> pause() {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(PAUSE_MILLIS, fired -> emitter.complete(null)));
    }
}
