package dev.interlude.checklist.view.template;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeAccepted;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeDeclined;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeProposed;
import dev.interlude.checklist.template.TemplateEvent.TemplatePublished;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps a row per template. */
@ApplicationScoped
class TemplateProjection implements Projection<TemplateProjection.Row> {

    private static final Table<Row> TABLE = Table.of("template_row", "id", Row.class);

    /** The columns. */
    record Row(
            String id,
            String title,
            @Nullable String team,
            int version,
            int steps,
            int open,
            Instant changedAt) {

        Row decided(int change, Instant at) {
            return new Row(id, title, team, version, steps, open + change, at);
        }
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public Table<Row> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && event.category().equals("template") ? event.key() : null;
    }

    @Override
    public @Nullable Row evolve(@Nullable Row row, LogEvent event) {
        Instant at = event.occurredAt();
        return switch (event.read(ChecklistEvents.TEMPLATE)) {
            case TemplatePublished e ->
                    new Row(
                            e.templateId(),
                            e.title(),
                            e.team(),
                            e.version(),
                            e.steps().size(),
                            row == null ? 0 : row.open(),
                            at);
            case TemplateChangeProposed _ -> row == null ? null : row.decided(1, at);
            case TemplateChangeAccepted _, TemplateChangeDeclined _ ->
                    row == null ? null : row.decided(-1, at);
        };
    }
}
