package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Commands of this process that lost a race for a stream try again one after the other, in the
 * order they lost. Without it the quick win again and again, and somebody is told "too many" for no
 * reason.
 */
final class Turns {

    private final Map<String, ArrayDeque<Runnable>> waiting = new HashMap<>();

    /** Runs the work when it is this stream's turn; a caller that hangs up does not hold it up. */
    <T> Uni<T> take(String stream, Supplier<Uni<T>> work) {
        Uni<T> inTurn =
                Uni.createFrom()
                        .<Void>emitter(turn -> {
                            Context on = Vertx.currentContext();
                            enter(stream, () -> Writer.answer(on, () -> turn.complete(null)));
                        })
                        .chain(() -> work.get())
                        .onTermination()
                        .invoke(() -> leave(stream));
        return Db.uncancellable(inTurn);
    }

    private void enter(String stream, Runnable begin) {
        synchronized (waiting) {
            ArrayDeque<Runnable> others = waiting.get(stream);
            if (others != null) {
                others.add(begin);
                return;
            }
            waiting.put(stream, new ArrayDeque<>());
        }
        begin.run();
    }

    private void leave(String stream) {
        Runnable next;
        synchronized (waiting) {
            ArrayDeque<Runnable> others = waiting.get(stream);
            next = others == null ? null : others.poll();
            if (next == null) {
                waiting.remove(stream);
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
