package dev.interlude.checklist.reaction;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.command.TemplateDrafts;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * A window that its series opened begins with the checklist of the series' template, in the version
 * of that day. Where there is no such template the window has no checklist, and its gate says so.
 * What people plan themselves, they draft themselves.
 */
@ApplicationScoped
class WhenOccurrenceIsPlannedThenDraftItsChecklist implements Reaction {

    private static final String PLANNED = "dev.interlude.planner.WindowPlanned.v1";

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final TemplateDrafts drafts;

    WhenOccurrenceIsPlannedThenDraftItsChecklist(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            TemplateDrafts drafts) {
        this.checklists = checklists;
        this.drafts = drafts;
    }

    /** What it reads of the plan; {@code series} is there for an occurrence only. */
    record Occurrence(String windowId, @Nullable String templateId, @Nullable OfSeries series) {}

    record OfSeries(@Nullable String seriesId) {}

    @Override
    public String name() {
        return "WhenOccurrenceIsPlannedThenDraftItsChecklist";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (!event.type().equals(PLANNED)) {
            return Uni.createFrom().voidItem();
        }
        var planned = event.read(Occurrence.class);
        if (planned.series() == null || planned.templateId() == null) {
            return Uni.createFrom().voidItem();
        }
        return drafts.of(planned.templateId(), planned.windowId())
                .chain(draft ->
                        draft == null
                                ? Uni.createFrom().voidItem()
                                : consequences.tell(checklists, planned.windowId(), draft));
    }
}
