package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the log on an event loop of its own, while what was read before is folded and written on
 * another. Two batches are under way at a time: since positions are gapless, the second one can be
 * asked for before the first has come.
 */
final class ReadAhead {

    static final int BATCH = 2_000;

    private final Log log;
    private final Context reader;

    ReadAhead(Log log, Vertx vertx) {
        this.log = log;
        this.reader = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Begins to read at once; completes on the context of whoever asks for what was read. */
    Uni<List<LogEvent>> after(long position) {
        var read = new CompletableFuture<List<LogEvent>>();
        reader.runOnContext(nothing ->
                log.stored(position, BATCH)
                        .subscribe()
                        .with(read::complete, read::completeExceptionally));
        return Uni.createFrom()
                .emitter(asked -> {
                    Context here = Vertx.currentContext();
                    var _ =
                            read.whenComplete((events, failure) ->
                                    here.runOnContext(nothing -> {
                                        if (failure == null) {
                                            asked.complete(events);
                                        } else {
                                            asked.fail(failure);
                                        }
                                    }));
                });
    }

    /** Batch after batch from behind a position. */
    Batches from(long position) {
        return new Batches(position);
    }

    /** For one who asks on one context, for the next batch when the one before has come. */
    final class Batches {

        private static final int AT_ONCE = 2;

        private final ArrayDeque<Uni<List<LogEvent>>> asked = new ArrayDeque<>();

        /** Behind which position the first of them was asked for. */
        private long behind;

        private Batches(long position) {
            this.behind = position;
            ask();
        }

        /**
         * The next batch; what is behind it is read meanwhile. A short one ends where the log did
         * when it was read, and the next one is read anew.
         */
        Uni<List<LogEvent>> next() {
            return asked.remove()
                    .invoke(events -> {
                        long expected = behind + BATCH;
                        behind = events.isEmpty() ? behind : events.getLast().position();
                        if (behind != expected) {
                            // void ones were left out, or the log ended there
                            asked.clear();
                        }
                        ask();
                    });
        }

        private void ask() {
            while (asked.size() < AT_ONCE) {
                asked.add(after(behind + (long) asked.size() * BATCH));
            }
        }
    }
}
