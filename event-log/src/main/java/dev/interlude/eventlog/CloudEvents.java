package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as CloudEvents 1.0 attributes: {@code id, type, source, subject} (the stream),
 * {@code time} (occurred), and the extensions {@code sequence} (stream version), {@code position}
 * (in the source's log), {@code storeepoch}, {@code recordedtime}, {@code actor}, {@code
 * correlationid}, {@code causationid}, {@code traceparent}, {@code streamordinal}. In Kafka's
 * binary mode each is a header {@code ce_<name>}.
 */
public final class CloudEvents {

    private static final String SOURCE = "/interlude/";

    private CloudEvents() {}

    /** Attributes of an own event, in a stable order. */
    public static Map<String, String> attributes(LogEvent event) {
        var all = new LinkedHashMap<String, String>();
        all.put("specversion", "1.0");
        all.put("id", event.id().toString());
        all.put("type", event.type());
        all.put("source", SOURCE + event.source());
        all.put("subject", event.stream());
        all.put("time", event.occurredAt().toString());
        all.put("datacontenttype", "application/json");
        all.put("sequence", Long.toString(event.sequence()));
        all.put(
                "position",
                Long.toString(
                        event.sourcePosition() == null
                                ? event.position()
                                : event.sourcePosition()));
        all.put("storeepoch", Integer.toString(event.epoch()));
        all.put("recordedtime", event.recordedAt().toString());
        all.put("actor", event.actor().toString());
        all.put("correlationid", event.correlationId().toString());
        if (event.causationId() != null) {
            all.put("causationid", event.causationId().toString());
        }
        if (event.traceparent() != null) {
            all.put("traceparent", event.traceparent());
        }
        if (event.streamOrdinal() != null) {
            all.put("streamordinal", event.streamOrdinal().toString());
        }
        return all;
    }

    /** The attributes as Kafka headers. */
    public static Headers headers(LogEvent event) {
        var headers = new RecordHeaders();
        attributes(event)
                .forEach((name, value) ->
                        headers.add(
                                name.equals("datacontenttype") ? "content-type" : "ce_" + name,
                                value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /**
     * Reads an event from Kafka's binary mode.
     *
     * @throws IllegalArgumentException when a required attribute is missing or unreadable
     */
    public static HeardEvent heard(Headers headers, byte[] data) {
        return heard(
                name -> {
                    Header header = headers.lastHeader("ce_" + name);
                    return header == null
                            ? null
                            : new String(header.value(), StandardCharsets.UTF_8);
                },
                data);
    }

    /** Reads an event from attributes by name; the function gives null for an absent one. */
    public static HeardEvent heard(
            java.util.function.Function<String, @Nullable String> attribute, byte[] data) {
        UnaryOperator<String> required =
                name -> {
                    String value = attribute.apply(name);
                    if (value == null) {
                        throw new IllegalArgumentException("no attribute " + name);
                    }
                    return value;
                };
        String source = required.apply("source");
        if (!source.startsWith(SOURCE)) {
            throw new IllegalArgumentException("a foreign source: " + source);
        }
        String ordinal = attribute.apply("streamordinal");
        String causation = attribute.apply("causationid");
        return new HeardEvent(
                source.substring(SOURCE.length()),
                Integer.parseInt(required.apply("storeepoch")),
                Long.parseLong(required.apply("position")),
                required.apply("subject"),
                Long.parseLong(required.apply("sequence")),
                UUID.fromString(required.apply("id")),
                required.apply("type"),
                Instant.parse(required.apply("time")),
                Instant.parse(required.apply("recordedtime")),
                ordinal == null ? null : Long.valueOf(ordinal),
                Actor.parse(required.apply("actor")),
                UUID.fromString(required.apply("correlationid")),
                causation == null ? null : UUID.fromString(causation),
                attribute.apply("traceparent"),
                data);
    }
}
