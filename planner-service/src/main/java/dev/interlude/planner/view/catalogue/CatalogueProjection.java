package dev.interlude.planner.view.catalogue;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import dev.interlude.planner.component.ComponentEvent.LoadProfileSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a row per component. */
@ApplicationScoped
class CatalogueProjection implements Projection<CatalogueProjection.Entry> {

    private static final Table<Entry> TABLE = Table.of("component_row", "id", Entry.class);

    /** The columns of {@link ComponentRow} as they are written. */
    record Entry(
            String id,
            String name,
            @Nullable String heading,
            String dependsOn,
            String backedBy,
            @Nullable String team,
            long version) {

        static Entry of(
                String id,
                String name,
                @Nullable String group,
                List<String> dependsOn,
                @Nullable String team,
                @Nullable List<String> backedBy,
                long version) {
            return new Entry(
                    id,
                    name,
                    group,
                    String.join(" ", dependsOn),
                    backedBy == null ? "" : String.join(" ", backedBy),
                    team,
                    version);
        }

        Entry at(long later) {
            return new Entry(id, name, heading, dependsOn, backedBy, team, later);
        }
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Table<Entry> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.COMPONENT.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public Entry evolve(@Nullable Entry row, LogEvent event) {
        long version = event.sequence();
        return switch (event.read(PlannerEvents.COMPONENT)) {
            case ComponentAdded(var id, var name, var group, var needs, var team, var backedBy) ->
                    Entry.of(id, name, group, needs, team, backedBy, version);
            case ComponentRevised(var id, var name, var group, var needs, var team, var backedBy) ->
                    Entry.of(id, name, group, needs, team, backedBy, version);
            case LoadProfileSet _ ->
                    Objects.requireNonNull(row, "a component begins with its addition").at(version);
        };
    }
}
