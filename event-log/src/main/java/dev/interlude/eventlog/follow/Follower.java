package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;

/**
 * A read model in memory: each replica folds the whole log at start and follows it from there. No
 * writes. An application-scoped bean; calls come one at a time, in order, on one event loop.
 */
public interface Follower {

    /** Stable name, for health and metrics. */
    String name();

    /** Takes one event, own or heard; passes over what it doesn't know; must not block. */
    void follow(LogEvent event);

    /**
     * Forgets all it followed: a service that was heard has been restored from a backup, and the
     * log is followed from the first event again, without what became void.
     */
    void forget();

    /** Called all that was in the log at start has been followed. */
    default void caughtUp() {}
}
