package dev.interlude.eventlog.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as answers show it.
 *
 * @param subject its stream
 * @param sequence stream version
 * @param actor {@code person:…}, {@code machine:…}, {@code reaction:…} or {@code timer:…}
 * @param occurredAt RFC 3339, UTC
 * @param recordedAt RFC 3339, UTC
 * @param data domain fields
 */
public record EventJson(
        UUID id,
        String type,
        String subject,
        long sequence,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        @JsonRawValue String data) {

    static <E> EventJson of(Recorded<E> event, EventTypes<E> types) {
        return new EventJson(
                event.id(),
                types.typeOf(event.event()),
                event.stream(),
                event.sequence(),
                event.actor().toString(),
                event.occurredAt(),
                event.recordedAt(),
                new String(LogJson.write(event.event()), StandardCharsets.UTF_8));
    }

    /** A row of the log. */
    public static EventJson of(LogEvent event) {
        return new EventJson(
                event.id(),
                event.type(),
                event.stream(),
                event.sequence(),
                event.actor().toString(),
                event.occurredAt(),
                event.recordedAt(),
                new String(event.data(), StandardCharsets.UTF_8));
    }
}
