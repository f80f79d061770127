package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code template-<id>} says. */
public sealed interface TemplateEvent {

    String templateId();

    /**
     * A version, complete.
     *
     * @param version from 1, gapless
     * @param plan absent when it holds steps only
     * @param note why it differs from the version before; absent for none
     * @param team whose planners change it; absent when all may
     * @param fromWindow id of the window whose checklist it was taken from; absent mostly
     */
    record TemplatePublished(
            String templateId,
            int version,
            String title,
            @Nullable PlanPart plan,
            List<Step> steps,
            @Nullable String note,
            @Nullable String team,
            @Nullable String fromWindow)
            implements TemplateEvent {
        public TemplatePublished {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something should be otherwise next time.
     *
     * @param ordinal its number in the template, from 1
     * @param steps all steps as they should be; absent when that is left to who accepts it
     * @param windowId the run it was learned in; absent for none
     * @param lesson its number in the post-mortem of that run; absent for none
     */
    record TemplateChangeProposed(
            String templateId,
            int ordinal,
            String text,
            @Nullable List<Step> steps,
            @Nullable String windowId,
            @Nullable Integer lesson)
            implements TemplateEvent {}

    /**
     * A proposal became a version.
     *
     * @param version which follows
     */
    record TemplateChangeAccepted(String templateId, int ordinal, int version)
            implements TemplateEvent {}

    record TemplateChangeDeclined(String templateId, int ordinal, @Nullable String reason)
            implements TemplateEvent {}
}
