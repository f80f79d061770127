package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.WindowEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps a row per window, and one per component of it. */
@ApplicationScoped
class WindowListProjection implements Projection {

    @Override
    public String name() {
        return "window-list";
    }

    @Override
    public Uni<Void> project(List<LogEvent> events, Mutiny.Session session) {
        List<LogEvent> ours = events.stream().filter(WindowListProjection::isOurs).toList();
        if (ours.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> ids = new HashSet<>();
        ours.forEach(event -> ids.add(event.key()));
        return session.createQuery("from WindowRow where id in (:ids)", WindowRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(rows -> apply(ours, rows, session));
    }

    private static boolean isOurs(LogEvent event) {
        return event.own() && PlannerEvents.WINDOW.classOf(event.type()) != null;
    }

    /** Folds the batch in memory; what is new is persisted, what was loaded is written back. */
    private static Uni<Void> apply(
            List<LogEvent> events, List<WindowRow> present, Mutiny.Session session) {
        Map<String, WindowRow> rows = new HashMap<>();
        present.forEach(row -> rows.put(row.id, row));
        var fresh = new ArrayList<Object>();
        Map<String, List<ComponentImpact>> components = new HashMap<>();
        for (LogEvent logged : events) {
            WindowEvent event =
                    logged.read(
                            Objects.requireNonNull(PlannerEvents.WINDOW.classOf(logged.type())));
            WindowRow row =
                    rows.computeIfAbsent(
                            event.windowId(),
                            id -> {
                                var made = new WindowRow();
                                made.id = id;
                                fresh.add(made);
                                return made;
                            });
            RowEvolution.apply(row, event, logged.streamOrdinal());
            List<ComponentImpact> changed = RowEvolution.components(event);
            if (changed != null) {
                components.put(event.windowId(), changed);
            }
        }
        return session.persistAll(fresh.toArray())
                .chain(session::flush)
                .chain(() -> replace(components, session));
    }

    private static Uni<Void> replace(
            Map<String, List<ComponentImpact>> components, Mutiny.Session session) {
        if (components.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new ArrayList<WindowComponentRow>();
        components.forEach((id, all) -> {
            for (int i = 0; i < all.size(); i++) {
                rows.add(WindowComponentRow.of(id, i, all.get(i)));
            }
        });
        return session.createMutationQuery("delete WindowComponentRow where windowId in (:ids)")
                .setParameter("ids", components.keySet())
                .executeUpdate()
                .chain(() -> session.persistAll(rows.toArray()));
    }
}
