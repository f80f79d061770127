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

    /** Called once, when all that was in the log at start has been followed. */
    default void caughtUp() {}
}
