package dev.interlude.checklist.view.underway;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a row for each window that is under way. */
@ApplicationScoped
class UnderWayProjection implements Projection<UnderWayRow> {

    private static final Table<UnderWayRow> TABLE =
            Table.of("run_under_way", "window_id", UnderWayRow.class);
    private static final Set<String> TOLD = Set.of("WindowFollowed", "WindowForgotten");

    @Override
    public String name() {
        return "runs-under-way";
    }

    @Override
    public Table<UnderWayRow> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && event.category().equals("checklist") && TOLD.contains(event.name())
                ? event.key()
                : null;
    }

    @Override
    public @Nullable UnderWayRow evolve(@Nullable UnderWayRow row, LogEvent event) {
        ChecklistEvent heard = event.read(ChecklistEvents.CHECKLIST);
        if (!(heard instanceof WindowFollowed e) || !e.state().underWay()) {
            return null;
        }
        return row == null ? new UnderWayRow(e.windowId(), event.occurredAt()) : row;
    }
}
