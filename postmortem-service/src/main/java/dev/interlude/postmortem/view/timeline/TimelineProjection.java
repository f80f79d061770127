package dev.interlude.postmortem.view.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts every event whose data names a window on the timeline of that window. */
@ApplicationScoped
class TimelineProjection implements Projection<TimelineProjection.Place> {

    private static final Table<Place> TABLE =
            Table.onlyAddedTo("timeline", "position", Place.class);

    /** Where an event belongs; the event itself stays in the log. */
    record Place(
            long position,
            String windowId,
            Instant occurredAt,
            Instant recordedAt,
            boolean tellsFacts) {}

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Table<Place> table() {
        return TABLE;
    }

    @Override
    public String key(LogEvent event) {
        return String.valueOf(event.position());
    }

    @Override
    public @Nullable Place evolve(@Nullable Place row, LogEvent event) {
        String window = windowId(event);
        return window == null
                ? null
                : new Place(
                        event.position(),
                        window,
                        event.occurredAt(),
                        event.recordedAt(),
                        WindowFacts.SOURCES.contains(event.name()));
    }

    /** What is no JSON names no window. */
    private static @Nullable String windowId(LogEvent event) {
        try {
            JsonNode id = LogJson.mapper().readTree(event.data()).path("windowId");
            return id.isTextual() ? id.asText() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
