package dev.interlude.postmortem.view.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.follow.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts every event whose data names a window on the timeline of that window. */
@ApplicationScoped
class TimelineProjection implements Projection {

    /** One statement for a batch: what doesn't change with the row comes from the log itself. */
    private static final String INSERT =
            """
            insert into timeline (position, window_id, occurred_at, recorded_at, tells_facts)
            select l.position, r.window_id, l.occurred_at, l.recorded_at, r.tells_facts
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                   as r(position bigint, window_id text, tells_facts boolean)
              join log l on l.position = r.position
            on conflict (position) do nothing
            """;

    private record Row(long position, String window_id, boolean tells_facts) {}

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Uni<Void> project(List<LogEvent> events, Mutiny.Session session) {
        List<Row> rows = events.stream().flatMap(event -> row(event).stream()).toList();
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String json = new String(LogJson.write(rows), StandardCharsets.UTF_8);
        return session.createNativeQuery(INSERT)
                .setParameter("rows", json)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Optional<Row> row(LogEvent event) {
        boolean tells = WindowFacts.SOURCES.contains(event.name());
        return windowId(event).map(id -> new Row(event.position(), id, tells));
    }

    private static Optional<String> windowId(LogEvent event) {
        try {
            JsonNode id = LogJson.mapper().readTree(event.data()).path("windowId");
            return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
