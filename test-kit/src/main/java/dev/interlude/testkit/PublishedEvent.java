package dev.interlude.testkit;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event on its way, as headers of its record.
 *
 * @param source the service that decided it
 * @param stream its stream, also the subject
 * @param sequence stream version, from 1
 * @param position place in the source's log
 * @param type in full
 * @param id of the event
 * @param actor who
 * @param occurredAt when it happened
 * @param recordedAt when it was recorded
 * @param epoch the source's store epoch
 * @param streamOrdinal number of the stream, on its first event, or null
 */
public record PublishedEvent(
        String source,
        String stream,
        long sequence,
        long position,
        String type,
        UUID id,
        Actor actor,
        Instant occurredAt,
        Instant recordedAt,
        int epoch,
        @Nullable Long streamOrdinal) {

    /** Version 1 of an event of that name, with a new id, in epoch 1. */
    public PublishedEvent(
            String source,
            String stream,
            long sequence,
            long position,
            String name,
            Actor actor,
            Instant at) {
        this(
                source,
                stream,
                sequence,
                position,
                "dev.interlude." + source + "." + name + ".v1",
                UUID.randomUUID(),
                actor,
                at,
                at,
                1,
                stream.startsWith("window-") && sequence == 1 ? 1L : null);
    }

    /** CloudEvents attributes by header name. */
    public Map<String, String> attributes() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/interlude/" + source);
        headers.put("ce_subject", stream);
        headers.put("ce_time", occurredAt.toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_position", Long.toString(position));
        headers.put("ce_storeepoch", Integer.toString(epoch));
        headers.put("ce_recordedtime", recordedAt.toString());
        headers.put("ce_actor", actor.toString());
        headers.put("ce_correlationid", id.toString());
        if (streamOrdinal != null) {
            headers.put("ce_streamordinal", streamOrdinal.toString());
        }
        headers.put("content-type", "application/json");
        return headers;
    }
}
