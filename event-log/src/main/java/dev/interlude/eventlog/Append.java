package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the writer is asked to append to one own stream, whole or not at all.
 *
 * @param expected stream version it was decided on, 0 for a new stream, {@link #ANY} to append at
 *     the end whatever it is
 * @param planned timers that the new state asks for and the old did not
 * @param dropped names of timers of this stream that no longer hold; their rows go
 */
record Append(
        Category category,
        String stream,
        long expected,
        List<NewEvent> events,
        Actor actor,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        @Nullable Key key,
        List<Due> planned,
        List<String> dropped) {

    static final long ANY = -1;

    /**
     * An event to append.
     *
     * @param occurredAt null for the instant it is recorded at
     */
    record NewEvent(UUID id, String type, @Nullable Instant occurredAt, byte[] data) {}

    /** The caller's key, kept with the append. */
    record Key(String owner, String key, byte[] requestSha256, int status) {
        Lookups.KeyName name() {
            return new Lookups.KeyName(owner, key);
        }
    }

    /**
     * Where it came to stand.
     *
     * @param firstSequence stream version of the first event
     * @param ordinal number that the stream was given by this append, or null
     */
    record Appended(
            long firstSequence, long lastPosition, Instant recordedAt, @Nullable Long ordinal) {}

    /** The stream has another version than expected: decide anew. */
    static final class VersionConflict extends RuntimeException {
        VersionConflict(String stream, long expected, long present) {
            super(stream + " is at " + present + ", not " + expected, null, false, false);
        }
    }

    /** The key is in the log already: answer what it led to. */
    static final class KeyTaken extends RuntimeException {
        KeyTaken() {
            super("key taken", null, false, false);
        }
    }
}
