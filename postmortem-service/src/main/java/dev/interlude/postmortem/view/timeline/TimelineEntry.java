package dev.interlude.postmortem.view.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * One event on a timeline.
 *
 * @param index place in the archive, from 1
 * @param id id of the event, UUIDv7
 * @param source service that decided it
 * @param type {@code dev.interlude.<service>.<EventName>.v<n>}
 * @param subject its stream
 * @param sequence its place in the stream, from 1
 * @param actor {@code person:<id>}, {@code machine:<id>}, {@code reaction:<name>} or {@code
 *     timer:<name>}
 * @param occurredAt when it happened, UTC
 * @param recordedAt when its service recorded it, UTC
 * @param summary one English sentence; times of day are those of the window's zone
 * @param data the event's domain fields as they were published
 */
public record TimelineEntry(
        long index,
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        String summary,
        JsonNode data) {

    static TimelineEntry of(LogEvent event, WindowFacts facts) {
        return new TimelineEntry(
                event.position(),
                event.id(),
                event.source(),
                event.type(),
                event.stream(),
                event.sequence(),
                event.actor().toString(),
                event.occurredAt(),
                event.recordedAt(),
                Summaries.of(event, facts),
                tree(event.data()));
    }

    private static JsonNode tree(byte[] data) {
        try {
            return LogJson.mapper().readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException("it was read when it was projected", e);
        }
    }
}
