package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.view.run.TemplateRuns;
import dev.interlude.eventlog.decider.Act;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checklists of templates for windows that come again, which nobody drafts by hand. */
@ApplicationScoped
public class TemplateDrafts {

    private final Templates templates;
    private final TemplateRuns runs;

    TemplateDrafts(Templates templates, TemplateRuns runs) {
        this.templates = templates;
        this.runs = runs;
    }

    /** The draft of the newest version, or null when there is no such template. */
    public Uni<@Nullable Function<Act, ChecklistCommand>> of(String templateId, String windowId) {
        return templates
                .fold(templateId)
                .chain(template -> {
                    if (template.latest().isEmpty()) {
                        return Uni.createFrom().nullItem();
                    }
                    return runs.of(templateId)
                            .map(history -> Copies.ofTemplate(templateId, template, null, history))
                            .map(made -> (Act act) -> draft(act, windowId, made));
                });
    }

    private static DraftChecklist draft(Act act, String windowId, Copies.Made made) {
        return new DraftChecklist(
                act, windowId, made.title(), made.steps(), made.origin(), made.earlier());
    }
}
