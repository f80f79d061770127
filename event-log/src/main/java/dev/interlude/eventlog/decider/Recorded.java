package dev.interlude.eventlog.decider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its envelope, as a fold sees it.
 *
 * @param event the domain fields
 * @param id UUIDv7 of the event
 * @param stream for example {@code window-0198…}
 * @param sequence stream version, from 1, gapless
 * @param actor who caused it
 * @param occurredAt when it happened in the world, UTC; may lie before {@code recordedAt}
 * @param recordedAt when the log took it, UTC, never before that of an earlier position
 * @param correlationId the chain of acts
 * @param causationId the event that a reaction answered to; null for commands and timers
 * @param streamOrdinal the gapless number of a stream of a numbered category, only on its first
 *     event
 */
public record Recorded<E>(
        E event,
        UUID id,
        String stream,
        long sequence,
        Actor actor,
        Instant occurredAt,
        Instant recordedAt,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable Long streamOrdinal) {

    private static final UUID NOT_YET = new UUID(0, 0);

    /**
     * An event that is decided but not appended, so that a decider which decides several in a row
     * can fold the first before it decides the next. It has no id and no stream yet.
     */
    public static <E> Recorded<E> decided(Fact<E> fact, Act act, long sequence) {
        Instant at = fact.occurredAt() == null ? act.now() : fact.occurredAt();
        return new Recorded<>(
                fact.event(),
                NOT_YET,
                "",
                sequence,
                act.actor(),
                at,
                act.now(),
                act.correlationId(),
                null,
                null);
    }
}
