package dev.interlude.eventlog;

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
    private final Lookups lookups;
    private final List<CommandHandler<?, ?, ?>> made = new CopyOnWriteArrayList<>();

    CommandHandlers(Writer writer, Log log, Keys keys, Refusals refusals, Lookups lookups) {
        this.writer = writer;
        this.log = log;
        this.keys = keys;
        this.refusals = refusals;
        this.lookups = lookups;
    }

    /** Call once for each aggregate, in a {@code @Produces @Singleton} method. */
    public <C, E, S> CommandHandler<C, E, S> of(Aggregate<C, E, S> aggregate) {
        var streams = new Streams<>(aggregate.decider(), aggregate.types(), log, lookups);
        var handler =
                new CommandHandler<>(
                        streams, keys, new CommandAttempt<>(aggregate, streams, writer, refusals));
        made.add(handler);
        return handler;
    }

    /** All that were made, for timers. */
    public List<CommandHandler<?, ?, ?>> all() {
        return List.copyOf(made);
    }
}
