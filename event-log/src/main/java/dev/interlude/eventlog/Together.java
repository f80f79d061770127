package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the questions of many to the database in one trip: who asks while one is under way waits
 * for the next, which is for all of them, and so sees whatever was committed before it asked. The
 * more callers, the less each costs.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Together<Q, A> {

    private static final int MOST = 256;

    private final Function<List<Q>, Uni<List<A>>> trip;
    private final Context context;
    private final ConcurrentLinkedQueue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * Makes it ready.
     *
     * @param trip answers questions, at most 256, in their order; one trip at a time, always on the
     *     same event loop
     */
    public Together(Vertx vertx, Function<List<Q>, Uni<List<A>>> trip) {
        this.trip = trip;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    private record Waiting<Q, A>(Q question, UniEmitter<? super A> caller, @Nullable Context on) {

        void answered(A answer) {
            Writer.answer(on, () -> caller.complete(answer));
        }

        void failed(Throwable failure) {
            Writer.answer(on, () -> caller.fail(failure));
        }
    }

    /** Asks; answered on the caller's Vert.x context, if it has one. */
    public Uni<A> ask(Q question) {
        return Uni.createFrom()
                .emitter(caller -> {
                    queue.add(new Waiting<>(question, caller, Vertx.currentContext()));
                    set();
                });
    }

    private void set() {
        if (underWay.compareAndSet(false, true)) {
            context.runOnContext(nothing -> go());
        }
    }

    private void go() {
        var batch = new ArrayList<Waiting<Q, A>>();
        for (Waiting<Q, A> next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == MOST) {
                break;
            }
        }
        if (batch.isEmpty()) {
            underWay.set(false);
            if (!queue.isEmpty()) {
                set();
            }
            return;
        }
        answer(batch).subscribe().with(done -> go(), failure -> go());
    }

    private Uni<Void> answer(List<Waiting<Q, A>> batch) {
        return Uni.createFrom()
                .deferred(() -> trip.apply(batch.stream().map(Waiting::question).toList()))
                .invoke(answers -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).answered(answers.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(batch, failure));
    }

    /** A question that the database refuses is its asker's alone. */
    private Uni<Void> failed(List<Waiting<Q, A>> batch, Throwable failure) {
        if (batch.size() == 1 || !(failure instanceof PgException)) {
            batch.forEach(waiting -> waiting.failed(failure));
            return Uni.createFrom().voidItem();
        }
        Uni<Void> oneByOne = Uni.createFrom().voidItem();
        for (Waiting<Q, A> waiting : batch) {
            oneByOne = oneByOne.chain(() -> answer(List.of(waiting)));
        }
        return oneByOne;
    }
}
