package dev.interlude.planner.view.catalogue;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps a row per component; each event holds all of it, so the last of a batch is enough. */
@ApplicationScoped
class CatalogueProjection implements Projection {

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Uni<Void> project(List<LogEvent> events, Mutiny.Session session) {
        Map<String, ComponentRow> rows = new LinkedHashMap<>();
        for (LogEvent event : events) {
            ComponentRow row = row(event);
            if (row != null) {
                rows.put(row.id, row);
            }
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ComponentRow row : rows.values()) {
            all = all.chain(() -> session.merge(row)).replaceWithVoid();
        }
        return all;
    }

    private static @Nullable ComponentRow row(LogEvent event) {
        Class<? extends ComponentEvent> type = PlannerEvents.COMPONENT.classOf(event.type());
        if (!event.own() || type == null) {
            return null;
        }
        var row = new ComponentRow();
        row.version = event.sequence();
        switch (event.read(type)) {
            case ComponentAdded(var id, var name, var group, var dependsOn, var team) ->
                    fill(row, id, name, group, dependsOn, team);
            case ComponentRevised(var id, var name, var group, var dependsOn, var team) ->
                    fill(row, id, name, group, dependsOn, team);
        }
        return row;
    }

    private static void fill(
            ComponentRow row,
            String id,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team) {
        row.id = id;
        row.name = name;
        row.group = group;
        row.dependsOn = String.join(" ", dependsOn);
        row.team = team;
    }
}
