package dev.interlude.checklist.template;

import dev.interlude.checklist.template.TemplateCommand.AcceptChange;
import dev.interlude.checklist.template.TemplateCommand.DeclineChange;
import dev.interlude.checklist.template.TemplateCommand.ProposeChange;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeAccepted;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeDeclined;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeProposed;
import dev.interlude.checklist.template.TemplateEvent.TemplatePublished;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import org.jspecify.annotations.Nullable;

/** Versions are only added: what was run from one can always be compared with the next. */
public final class TemplateDecider implements Decider<TemplateCommand, TemplateEvent, Template> {

    @Override
    public Template initial() {
        return Template.NONE;
    }

    @Override
    public Decision<TemplateEvent> decide(TemplateCommand command, Template state) {
        return switch (command) {
            case PublishTemplate c -> Publishing.publish(c, state);
            case ProposeChange c -> Proposing.propose(c, state);
            case AcceptChange c -> Proposing.accept(c, state);
            case DeclineChange c -> Proposing.decline(c, state);
        };
    }

    @Override
    public Template evolve(Template state, Recorded<TemplateEvent> recorded) {
        return switch (recorded.event()) {
            case TemplatePublished e ->
                    state.with(
                            new Template.Version(
                                    e.version(),
                                    e.title(),
                                    e.plan(),
                                    e.steps(),
                                    e.note(),
                                    e.team(),
                                    e.fromWindow(),
                                    recorded.actor(),
                                    recorded.occurredAt()));
            case TemplateChangeProposed e ->
                    state.with(
                            new Template.Proposal(
                                    e.ordinal(),
                                    e.text(),
                                    e.steps(),
                                    e.windowId(),
                                    e.lesson(),
                                    recorded.actor(),
                                    recorded.occurredAt(),
                                    null,
                                    false,
                                    null));
            case TemplateChangeAccepted e -> decided(state, e.ordinal(), e.version(), null);
            case TemplateChangeDeclined e -> decided(state, e.ordinal(), null, e.reason());
        };
    }

    private static Template decided(
            Template state, int ordinal, @Nullable Integer version, @Nullable String reason) {
        return new Template(
                state.versions(),
                state.proposals().stream()
                        .map(p -> p.ordinal() == ordinal ? p.decided(version, reason) : p)
                        .toList());
    }
}
