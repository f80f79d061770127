package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as another service published it.
 *
 * @param position place in the source's log
 * @param epoch the source's store epoch
 */
public record HeardEvent(
        String source,
        int epoch,
        long position,
        String stream,
        long sequence,
        UUID id,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Long streamOrdinal,
        Actor actor,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        byte[] data) {}
