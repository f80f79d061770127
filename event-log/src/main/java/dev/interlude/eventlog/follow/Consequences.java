package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.decider.Act;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** What a reaction may do: give commands to its own service's aggregates. */
public interface Consequences {

    /**
     * Gives a command in the name of the reaction, caused by the event at hand. A rejection is kept
     * beside the reaction's position and does not fail the reaction.
     *
     * @param id id of the aggregate (without the category)
     */
    <C, E, S> Uni<Void> tell(CommandHandler<C, E, S> handler, String id, Function<Act, C> command);
}
