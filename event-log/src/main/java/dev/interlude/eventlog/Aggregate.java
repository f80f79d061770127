package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Due;
import org.jspecify.annotations.Nullable;

/**
 * A decider with what the kit needs to run it. Services produce one {@code CommandHandler} bean
 * from each.
 *
 * @param category of its streams
 * @param decider the pure core
 * @param types names of its events
 * @param whenDue the command that a due timer turns into, or null when it has no timers
 */
public record Aggregate<C, E, S>(
        Category category,
        Decider<C, E, S> decider,
        EventTypes<E> types,
        @Nullable WhenDue<C> whenDue) {

    /** Makes the command of a timer that fired; the decider decides whether it still holds. */
    @FunctionalInterface
    public interface WhenDue<C> {
        C command(Due due, Act act);
    }
}
