package dev.interlude.eventlog;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the command handlers of a service, one for each aggregate. */
@ApplicationScoped
public class CommandHandlers {

    private final Writer writer;
    private final Log log;
    private final Keys keys;
    private final Refusals refusals;
    private final Pool pool;
    private final List<CommandHandler<?, ?, ?>> made = new CopyOnWriteArrayList<>();

    CommandHandlers(Writer writer, Log log, Keys keys, Refusals refusals, Pool pool) {
        this.writer = writer;
        this.log = log;
        this.keys = keys;
        this.refusals = refusals;
        this.pool = pool;
    }

    /** Call once for each aggregate, in a {@code @Produces @Singleton} method. */
    public <C, E, S> CommandHandler<C, E, S> of(Aggregate<C, E, S> aggregate) {
        var streams = new Streams<>(aggregate.decider(), aggregate.types(), log, pool);
        var handler = new CommandHandler<>(aggregate, streams, writer, keys, refusals);
        made.add(handler);
        return handler;
    }

    /** All that were made, for timers. */
    public List<CommandHandler<?, ?, ?>> all() {
        return List.copyOf(made);
    }
}
