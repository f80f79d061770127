package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** The envelope of a parked event, as its row keeps it. */
final class ParkedHeaders {

    private ParkedHeaders() {}

    static JsonObject of(HeardEvent event) {
        return new JsonObject()
                .put("epoch", event.epoch())
                .put("position", event.position())
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("occurredAt", event.occurredAt().toString())
                .put("recordedAt", event.recordedAt().toString())
                .put("streamOrdinal", event.streamOrdinal())
                .put("actor", event.actor().toString())
                .put("correlationId", event.correlationId().toString())
                .put(
                        "causationId",
                        event.causationId() == null ? null : event.causationId().toString())
                .put("traceparent", event.traceparent());
    }

    /** The event again. */
    static HeardEvent event(
            String source, String stream, long sequence, JsonObject headers, byte[] data) {
        String causation = headers.getString("causationId");
        return new HeardEvent(
                source,
                headers.getInteger("epoch"),
                headers.getLong("position"),
                stream,
                sequence,
                UUID.fromString(headers.getString("id")),
                headers.getString("type"),
                Instant.parse(headers.getString("occurredAt")),
                Instant.parse(headers.getString("recordedAt")),
                headers.getLong("streamOrdinal"),
                Actor.parse(headers.getString("actor")),
                UUID.fromString(headers.getString("correlationId")),
                causation == null ? null : UUID.fromString(causation),
                headers.getString("traceparent"),
                data);
    }
}
