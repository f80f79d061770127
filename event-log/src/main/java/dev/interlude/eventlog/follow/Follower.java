package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import io.smallrye.mutiny.Uni;

/**
 * A read model in memory: each replica folds the log at start and follows it from there. No writes.
 * An application-scoped bean; calls come one at a time, in order, on one event loop.
 */
public interface Follower {

    /** Stable name, for health and metrics. */
    String name();

    /**
     * Called before anything is followed, again if it fails: the position behind which to follow, 0
     * for the first event. Who has made itself ready from rows says what they were as of.
     */
    default Uni<Long> begin() {
        return Uni.createFrom().item(0L);
    }

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
