package dev.interlude.eventlog.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogEvent;

/** What happened since the version that the caller has seen. */
record Since(
        String id, String type, long sequence, String actor, String occurredAt, JsonNode data) {
    static Since of(LogEvent event) {
        return new Since(
                event.id().toString(),
                event.type(),
                event.sequence(),
                event.actor().toString(),
                event.occurredAt().toString(),
                event.read(JsonNode.class));
    }
}
