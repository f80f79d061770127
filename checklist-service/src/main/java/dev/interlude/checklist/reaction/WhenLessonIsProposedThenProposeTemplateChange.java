package dev.interlude.checklist.reaction;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.Origin;
import dev.interlude.checklist.heard.FromPostmortem.LessonProposed;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.TemplateCommand;
import dev.interlude.checklist.template.TemplateCommand.ProposeChange;
import dev.interlude.checklist.template.TemplateEvent;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What a post-mortem has learned is proposed to the template it is about: a person accepts it, or
 * does not. Where the window was run without a template there is nothing to propose it to.
 */
@ApplicationScoped
class WhenLessonIsProposedThenProposeTemplateChange implements Reaction {

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final CommandHandler<TemplateCommand, TemplateEvent, Template> templates;

    WhenLessonIsProposedThenProposeTemplateChange(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            CommandHandler<TemplateCommand, TemplateEvent, Template> templates) {
        this.checklists = checklists;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "WhenLessonIsProposedThenProposeTemplateChange";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (!event.type().equals(LessonProposed.TYPE)) {
            return Uni.createFrom().voidItem();
        }
        var lesson = event.read(LessonProposed.class);
        String named = lesson.templateId();
        return named != null
                ? propose(lesson, named, consequences)
                : checklists
                        .fold(lesson.windowId())
                        .chain(run -> propose(lesson, templateOf(run.state()), consequences));
    }

    private Uni<Void> propose(
            LessonProposed lesson, @Nullable String templateId, Consequences consequences) {
        return templateId == null
                ? Uni.createFrom().voidItem()
                : consequences.tell(
                        templates,
                        templateId,
                        act ->
                                new ProposeChange(
                                        act,
                                        templateId,
                                        lesson.text(),
                                        null,
                                        lesson.windowId(),
                                        lesson.ordinal()));
    }

    private static @Nullable String templateOf(Checklist run) {
        Checklist.Plan plan = run.plan();
        Origin origin = plan == null ? null : plan.origin();
        return origin == null ? null : origin.templateId();
    }
}
