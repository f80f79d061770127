package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the log on an event loop of its own, while what was read before is folded and written on
 * another.
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
                log.after(position, BATCH)
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
}
