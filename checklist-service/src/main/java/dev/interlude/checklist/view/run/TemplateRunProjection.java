package dev.interlude.checklist.view.run;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistDrafted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.checklist.checklist.Origin;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a row per window that was drafted from a template. */
@ApplicationScoped
class TemplateRunProjection implements Projection<RunRow> {

    private static final Table<RunRow> TABLE = Table.of("template_run", "window_id", RunRow.class);
    private static final Set<String> TOLD =
            Set.of(
                    "ChecklistDrafted",
                    "WindowFollowed",
                    "StepStarted",
                    "StepCompleted",
                    "StepConfirmed");

    @Override
    public String name() {
        return "template-runs";
    }

    @Override
    public Table<RunRow> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && event.category().equals("checklist") && TOLD.contains(event.name())
                ? event.key()
                : null;
    }

    @Override
    public @Nullable RunRow evolve(@Nullable RunRow row, LogEvent event) {
        ChecklistEvent heard = event.read(ChecklistEvents.CHECKLIST);
        if (heard instanceof ChecklistDrafted drafted) {
            return drafted(drafted, event);
        }
        if (row == null) {
            return null;
        }
        if (heard instanceof StepStarted e) {
            return row.started(e.stepId(), event.occurredAt());
        }
        if (heard instanceof StepCompleted e) {
            return row.completed(e.stepId(), event.occurredAt());
        }
        if (heard instanceof WindowFollowed e) {
            return row.followed(e.rehearsal() != null && e.rehearsal());
        }
        return heard instanceof StepConfirmed e ? row.confirmed(e.stepId()) : row;
    }

    private static @Nullable RunRow drafted(ChecklistDrafted drafted, LogEvent event) {
        Origin origin = drafted.origin();
        String template = origin == null ? null : origin.templateId();
        Integer version = origin == null ? null : origin.version();
        return template == null || version == null
                ? null
                : new RunRow(
                        drafted.windowId(),
                        template,
                        version,
                        event.recordedAt(),
                        false,
                        drafted.rehearsal() != null && drafted.rehearsal(),
                        Map.of());
    }
}
