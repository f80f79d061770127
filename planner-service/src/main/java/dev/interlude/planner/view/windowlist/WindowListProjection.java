package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.view.windowlist.ListedWindow.ListedComponent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps a row per window, and one per component of it. */
@ApplicationScoped
class WindowListProjection implements Projection<ListedWindow> {

    private static final Table<ListedWindow> TABLE =
            Table.of("window_row", "id", ListedWindow.class)
                    .with(
                            "components",
                            ListedWindow::components,
                            "window_component",
                            "id",
                            "window_id",
                            ListedComponent.class);

    @Override
    public String name() {
        return "window-list";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Table<ListedWindow> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.WINDOW.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public ListedWindow evolve(@Nullable ListedWindow row, LogEvent event) {
        return RowEvolution.evolve(
                row,
                event.read(PlannerEvents.WINDOW),
                new RowEvolution.At(event.streamOrdinal(), event.recordedAt()));
    }
}
