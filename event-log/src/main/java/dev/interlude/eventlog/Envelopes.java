package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decided facts in their envelope. */
final class Envelopes {

    private Envelopes() {}

    /** A decided event with the envelope that the writer gave it, or would give. */
    static <E> Recorded<E> recorded(
            Invocation how,
            Fact<E> fact,
            UUID id,
            long sequence,
            Instant recordedAt,
            @Nullable Long ordinal) {
        Instant occurredAt = micros(fact.occurredAt());
        return new Recorded<>(
                fact.event(),
                id,
                how.stream(),
                sequence,
                how.actor(),
                occurredAt == null ? recordedAt : occurredAt,
                recordedAt,
                how.correlationId(),
                how.causationId(),
                ordinal);
    }

    /** An instant in the database's precision. */
    static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
