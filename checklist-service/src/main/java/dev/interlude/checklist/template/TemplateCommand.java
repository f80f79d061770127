package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.eventlog.decider.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a template. */
public sealed interface TemplateCommand {

    Act act();

    String templateId();

    /**
     * A version.
     *
     * @param onlyFirst whether there must be none yet; else there must be one
     * @param title null for that of the version before
     * @param plan null for that of the version before
     */
    record PublishTemplate(
            Act act,
            String templateId,
            boolean onlyFirst,
            @Nullable String title,
            @Nullable PlanPart plan,
            List<StepDraft> steps,
            @Nullable String note,
            @Nullable String team,
            @Nullable String fromWindow)
            implements TemplateCommand {}

    /**
     * A proposal.
     *
     * @param steps null when who accepts it writes them
     * @param lesson number in the window's post-mortem; null when it comes from nowhere else
     */
    record ProposeChange(
            Act act,
            String templateId,
            String text,
            @Nullable List<StepDraft> steps,
            @Nullable String windowId,
            @Nullable Integer lesson)
            implements TemplateCommand {

        /** Said by a person here. */
        public ProposeChange(
                Act act,
                String templateId,
                String text,
                @Nullable List<StepDraft> steps,
                @Nullable String windowId) {
            this(act, templateId, text, steps, windowId, null);
        }
    }

    /**
     * Agreement to a proposal.
     *
     * @param steps null for those of the proposal
     */
    record AcceptChange(Act act, String templateId, int ordinal, @Nullable List<StepDraft> steps)
            implements TemplateCommand {}

    record DeclineChange(Act act, String templateId, int ordinal, @Nullable String reason)
            implements TemplateCommand {}
}
