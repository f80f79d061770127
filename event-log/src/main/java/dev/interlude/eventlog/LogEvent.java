package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, own or heard.
 *
 * @param position place in this service's log, from 1, gapless
 * @param source the service that decided it; this service's own name for own events
 * @param epoch the source's store epoch, raised after a restore from backup
 * @param stream the source's stream
 * @param sequence stream version in the source, from 1, gapless
 * @param id UUIDv7 given by the source
 * @param type for example {@code dev.interlude.planner.WindowExtended.v1}
 * @param key what stands behind the stream's first hyphen; the window id where there is one
 * @param occurredAt when it happened, UTC
 * @param recordedAt when the source recorded it, UTC
 * @param heardAt when this log took it; null for own events
 * @param sourcePosition place in the source's log; null for own events
 * @param streamOrdinal number of the stream, on the first event of a numbered stream
 * @param actor who
 * @param correlationId chain of acts
 * @param causationId event that a reaction answered to
 * @param traceparent W3C trace context of the command, if it had one
 * @param data domain fields, UTF-8 JSON, byte-exact as the source stored them
 */
public record LogEvent(
        long position,
        String source,
        int epoch,
        String stream,
        long sequence,
        UUID id,
        String type,
        String key,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant heardAt,
        @Nullable Long sourcePosition,
        @Nullable Long streamOrdinal,
        Actor actor,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        byte[] data) {

    /** True when this service decided it. */
    public boolean own() {
        return heardAt == null;
    }

    /** The category of its stream. */
    public String category() {
        return Category.nameOf(stream);
    }

    /** The event's name without prefix and version: {@code WindowExtended}. */
    public String name() {
        int version = type.lastIndexOf('.');
        return type.substring(type.lastIndexOf('.', version - 1) + 1, version);
    }

    /**
     * Reads the data into a record of only the fields one needs.
     *
     * @throws UnreadableEvent when it is no such JSON
     */
    public <T> T read(Class<T> as) {
        return LogJson.read(data, as);
    }

    /**
     * Reads the data as what its type says, also when it was written by an older version.
     *
     * @throws UnreadableEvent when the type is none of these, or the data is no such JSON
     */
    public <E> E read(EventTypes<E> types) {
        try {
            return types.read(type, data);
        } catch (UnreadableEvent e) {
            throw new UnreadableEvent(
                    "event " + id + " (" + sequence + " of " + stream + "): " + e.getMessage(), e);
        }
    }
}
