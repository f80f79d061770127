package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import io.smallrye.mutiny.Uni;

/**
 * A policy: when this is seen in the log, that command is given. The class name says it, {@code
 * WhenForecastPassesEndThenProposeExtension}. At least once, with a key made of the causing event,
 * so that its command happens once. An application-scoped bean.
 */
public interface Reaction {

    /** Stable name: key prefix and actor of what it does. */
    String name();

    /** Reacts to one event, own or heard; completes with null when there is nothing to do. */
    Uni<Void> react(LogEvent event, Consequences consequences);
}
