package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.http.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The only one who writes the log: appends of a process wait in one bounded queue, what waits is
 * taken together, and one transaction under the log's advisory lock gives out positions. Since the
 * lock is held to the commit, positions are gapless and become visible in their order, with any
 * number of replicas.
 */
@ApplicationScoped
public class Writer {

    private static final Logger LOG = Logger.getLogger(Writer.class);
    private static final int QUEUE = 1_024;
    private static final int BATCH = 256;

    private final Pool pool;
    private final Vertx vertx;
    private final WriterTransaction transaction;
    private final Tail tail;
    private final ArrayBlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicBoolean draining = new AtomicBoolean();
    private @Nullable Context context;

    Writer(
            Pool pool,
            Vertx vertx,
            WriterTransaction transaction,
            Tail tail,
            MeterRegistry metrics) {
        this.pool = pool;
        this.vertx = vertx;
        this.transaction = transaction;
        this.tail = tail;
        metrics.gauge("interlude_append_queue", queue, ArrayBlockingQueue::size);
    }

    /** What waits to be written. */
    sealed interface Work {
        void fail(Throwable failure);
    }

    record OwnWork(Append append, UniEmitter<? super Appended> caller, @Nullable Context on)
            implements Work {
        @Override
        public void fail(Throwable failure) {
            answer(on, () -> caller.fail(failure));
        }

        void done(Appended appended) {
            answer(on, () -> caller.complete(appended));
        }
    }

    record HeardWork(Hearing hearing, UniEmitter<? super Heard> caller, @Nullable Context on)
            implements Work {
        @Override
        public void fail(Throwable failure) {
            answer(on, () -> caller.fail(failure));
        }

        void done(Heard heard) {
            answer(on, () -> caller.complete(heard));
        }
    }

    /**
     * Appends to one own stream. Fails with {@link Append.VersionConflict}, {@link
     * Append.KeyTaken}, or a 503 {@link Problem} ({@code queue-full}, {@code outcome-unknown},
     * {@code store-unavailable}).
     */
    Uni<Appended> append(Append append) {
        return Uni.createFrom()
                .emitter(emitter -> submit(new OwnWork(append, emitter, Vertx.currentContext())));
    }

    /** Takes heard events into the log; those already here are passed over. */
    public Uni<Heard> hear(Hearing hearing) {
        return Uni.createFrom()
                .emitter(
                        emitter -> submit(new HeardWork(hearing, emitter, Vertx.currentContext())));
    }

    private void submit(Work work) {
        if (queue.offer(work)) {
            wake();
        } else {
            work.fail(Problem.of(503, "queue-full", "too many appends wait").retryAfter(1));
        }
    }

    private void wake() {
        if (draining.compareAndSet(false, true)) {
            context().runOnContext(nothing -> drain());
        }
    }

    private synchronized Context context() {
        if (context == null) {
            context = ((io.vertx.core.impl.VertxInternal) vertx).createEventLoopContext();
        }
        return context;
    }

    private void drain() {
        var batch = new ArrayList<Work>();
        queue.drainTo(batch, BATCH);
        if (batch.isEmpty()) {
            draining.set(false);
            if (!queue.isEmpty()) {
                wake();
            }
            return;
        }
        write(batch).subscribe().with(done -> drain(), failure -> drain());
    }

    private Uni<Void> write(List<Work> batch) {
        var round = new WriterRound(batch);
        return pool.withTransaction(connection -> transaction.run(connection, round))
                .invoke(() -> settle(round))
                .onFailure()
                .recoverWithUni(failure -> resolve(batch, round, failure));
    }

    private void settle(WriterRound round) {
        round.answer();
        tail.advance(round.lastPosition());
    }

    /**
     * The database refused the batch: nothing of it is stored, and one of it may be at fault, so
     * each is tried alone. Or the connection broke: the outcome is looked up, under the lock, so
     * that a transaction still on its way is waited for.
     */
    private Uni<Void> resolve(List<Work> batch, WriterRound round, Throwable failure) {
        boolean refused = failure instanceof PgException pg && !connectionLost(pg);
        if (refused && batch.size() > 1) {
            Uni<Void> oneByOne = Uni.createFrom().voidItem();
            for (Work work : batch) {
                oneByOne = oneByOne.chain(() -> write(List.of(work)));
            }
            return oneByOne;
        }
        if (refused) {
            LOG.error("an append was refused by the database", failure);
            batch.getFirst().fail(unavailable());
            return Uni.createFrom().voidItem();
        }
        LOG.warn("lost the connection while appending; looking the outcome up", failure);
        return pool.withTransaction(connection -> committed(connection, round))
                .invoke(committed -> {
                    if (committed) {
                        settle(round);
                    } else {
                        batch.forEach(work -> work.fail(unavailable()));
                    }
                })
                .onFailure()
                .invoke(again ->
                        batch.forEach(work ->
                                work.fail(round.planned() ? outcomeUnknown() : unavailable())))
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }

    private Uni<Boolean> committed(SqlConnection connection, WriterRound round) {
        return round.planned()
                ? transaction.committed(connection, round)
                : Uni.createFrom().item(false);
    }

    private static boolean connectionLost(PgException failure) {
        String state = failure.getSqlState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static Problem unavailable() {
        return Problem.of(503, "store-unavailable", "the database can't be reached now")
                .retryAfter(1);
    }

    private static Problem outcomeUnknown() {
        return Problem.of(
                        503,
                        "outcome-unknown",
                        "the connection broke while the command was stored; ask again with the same"
                                + " Idempotency-Key")
                .retryAfter(2);
    }

    /** Runs the answer where the caller lives. */
    static void answer(@Nullable Context on, Runnable answer) {
        if (on == null) {
            answer.run();
        } else {
            on.runOnContext(nothing -> answer.run());
        }
    }
}
