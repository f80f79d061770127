package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.http.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private final WriterOutcome outcome;
    private final Recent recent;
    private final Tail tail;
    private final Timer rounds;
    private final ArrayBlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicBoolean draining = new AtomicBoolean();
    private @Nullable Context context;

    Writer(
            Pool pool,
            Vertx vertx,
            WriterTransaction transaction,
            WriterOutcome outcome,
            Recent recent,
            Tail tail,
            MeterRegistry metrics) {
        this.pool = pool;
        this.vertx = vertx;
        this.transaction = transaction;
        this.outcome = outcome;
        this.recent = recent;
        this.tail = tail;
        metrics.gauge("interlude_append_queue", queue, ArrayBlockingQueue::size);
        this.rounds =
                Timer.builder("interlude_append_round")
                        .description("from the queue to the commit")
                        .publishPercentiles(0.5, 0.99)
                        .distributionStatisticExpiry(Duration.ofMinutes(1))
                        .register(metrics);
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
        long began = System.nanoTime();
        return pool.withConnection(connection -> transaction.run(connection, round))
                .invoke(() -> {
                    rounds.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                    settle(round);
                })
                .onFailure()
                .recoverWithUni(failure -> clear(round, failure));
    }

    private void settle(WriterRound round) {
        recent.committed(round.rows);
        round.answer();
        tail.advance(round.lastPosition());
    }

    private Uni<Void> clear(WriterRound round, Throwable failure) {
        return switch (WriterFailure.of(failure, round)) {
            case ONE_MAY_BE_AT_FAULT -> oneByOne(round.batch);
            case NOTHING_STORED -> {
                LOG.warn("an append came to nothing", failure);
                round.fail(unavailable());
                yield Uni.createFrom().voidItem();
            }
            case OUTCOME_UNKNOWN -> {
                LOG.warn("the connection broke at a commit; looking the outcome up", failure);
                yield outcome.of(round).invoke(stored -> answer(round, stored)).replaceWithVoid();
            }
        };
    }

    private Uni<Void> oneByOne(List<Work> batch) {
        Uni<Void> each = Uni.createFrom().voidItem();
        for (Work work : batch) {
            each = each.chain(() -> write(List.of(work)));
        }
        return each;
    }

    private void answer(WriterRound round, WriterOutcome.Stored stored) {
        switch (stored) {
            case YES -> settle(round);
            case NO -> round.fail(unavailable());
            case UNKNOWN -> round.fail(outcomeUnknown());
        }
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
