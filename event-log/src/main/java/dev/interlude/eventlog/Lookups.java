package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What commands and reads of single aggregates need to know before they begin: the rest of a
 * stream, what a key led to, and the log's clock. Who asks while a look is under way waits for the
 * next one, which is for all of them: as with appends, the more callers the less each costs.
 */
@ApplicationScoped
class Lookups {

    private static final int BATCH = 256;

    private final Pool pool;
    private final LookupQuery query;
    private final Context context;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    Lookups(Pool pool, Vertx vertx, LogConfig config) {
        this.pool = pool;
        this.query = new LookupQuery(config.service());
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /**
     * A question.
     *
     * @param stream an own stream
     * @param after the stream version behind which events are wanted
     * @param key the caller's key, or null
     */
    record Asked(String stream, long after, @Nullable KeyName key) {}

    /** Whose key, and which. */
    record KeyName(String owner, String key) {}

    /**
     * The answer.
     *
     * @param events the rest of the stream, oldest first
     * @param now the log's clock
     * @param known what the key led to, or null
     */
    record Found(List<LogEvent> events, java.time.Instant now, Keys.@Nullable Known known) {}

    private record Waiting(Asked asked, UniEmitter<? super Found> caller, @Nullable Context on) {

        void found(Found found) {
            Writer.answer(on, () -> caller.complete(found));
        }

        void failed(Throwable failure) {
            Writer.answer(on, () -> caller.fail(failure));
        }
    }

    Uni<Found> find(Asked asked) {
        return Uni.createFrom()
                .emitter(caller -> {
                    queue.add(new Waiting(asked, caller, Vertx.currentContext()));
                    wake();
                });
    }

    private void wake() {
        if (looking.compareAndSet(false, true)) {
            context.runOnContext(nothing -> look());
        }
    }

    private void look() {
        var batch = new ArrayList<Waiting>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                break;
            }
        }
        if (batch.isEmpty()) {
            looking.set(false);
            if (!queue.isEmpty()) {
                wake();
            }
            return;
        }
        answer(batch).subscribe().with(done -> look(), failure -> look());
    }

    private Uni<Void> answer(List<Waiting> batch) {
        return pool.withConnection(connection ->
                        query.run(connection, batch.stream().map(Waiting::asked).toList()))
                .invoke(found -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).found(found.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(batch, failure));
    }

    /** A question that the database refuses is its asker's alone. */
    private Uni<Void> failed(List<Waiting> batch, Throwable failure) {
        if (batch.size() == 1 || !(failure instanceof PgException)) {
            batch.forEach(waiting -> waiting.failed(failure));
            return Uni.createFrom().voidItem();
        }
        Uni<Void> oneByOne = Uni.createFrom().voidItem();
        for (Waiting waiting : batch) {
            oneByOne = oneByOne.chain(() -> answer(List.of(waiting)));
        }
        return oneByOne;
    }
}
