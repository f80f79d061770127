package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.command.Requests.StepRequest;
import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.template.PlanPart;
import dev.interlude.eventlog.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of commands on templates. Durations ISO 8601. */
final class TemplateRequests {

    static final String SLUG = "[a-z0-9-]{1,64}";

    private TemplateRequests() {}

    /**
     * What a window is planned with; each member may be left open.
     *
     * @param publicText by language; placeholders such as {@code {{end}}} stay as they are
     * @param duration of the window
     * @param reminders ahead of its start
     */
    record PlanPartRequest(
            @Nullable @Size(max = 20)
                    Map<
                                    @Pattern(regexp = "[A-Za-z-]{2,20}") String,
                                    @NotBlank @Size(max = 5_000) String>
                            publicText,
            @Nullable @Size(max = 20)
                    Map<
                                    @Pattern(regexp = "[A-Za-z-]{2,20}") String,
                                    @NotBlank @Size(max = 5_000) String>
                            internalText,
            @Nullable @Size(max = 100) List<@NotNull @Valid AffectedRequest> components,
            @Nullable Duration duration,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 20) String> reminders,
            @Nullable @Valid RiskRequest risk) {

        PlanPart part() {
            return new PlanPart(
                    publicText,
                    internalText,
                    components == null
                            ? null
                            : components.stream()
                                    .map(c -> new PlanPart.Affected(c.id(), c.impact()))
                                    .toList(),
                    duration,
                    reminders,
                    risk == null ? null : new PlanPart.Risk(risk.level(), risk.text()));
        }
    }

    record AffectedRequest(
            @NotNull @Pattern(regexp = SLUG) String id,
            @NotNull @Pattern(regexp = "NO_IMPACT|REDUCED_REDUNDANCY|DEGRADED|OUTAGE")
                    String impact) {}

    record RiskRequest(
            @NotNull @Pattern(regexp = "LOW|MEDIUM|HIGH") String level,
            @Nullable @Size(max = 2_000) String text) {}

    /**
     * A new template.
     *
     * @param id slug
     * @param title default: that of the Markdown
     * @param team whose planners may change it; default: any
     */
    record TemplateRequest(
            @NotNull @Pattern(regexp = SLUG) String id,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(max = 200_000) String markdown,
            @Nullable @Size(max = 200) List<@NotNull @Valid StepRequest> steps,
            @Nullable @Valid PlanPartRequest plan,
            @Nullable @Size(min = 1, max = 2_000) String note,
            @Nullable @Pattern(regexp = SLUG) String team) {}

    /**
     * The next version, complete.
     *
     * @param note why it differs
     */
    record VersionRequest(
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(max = 200_000) String markdown,
            @Nullable @Size(max = 200) List<@NotNull @Valid StepRequest> steps,
            @Nullable @Valid PlanPartRequest plan,
            @NotBlank @Size(max = 2_000) String note) {}

    /**
     * A template of a checklist as it is now, deviations included; of a known id the next version.
     *
     * @param windowId id or number
     */
    record FromChecklistRequest(
            @NotBlank @Size(max = 64) String windowId,
            @NotNull @Pattern(regexp = SLUG) String id,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(min = 1, max = 2_000) String note,
            @Nullable @Pattern(regexp = SLUG) String team) {}

    /**
     * What should be otherwise.
     *
     * @param steps all of them as they should be, or {@code markdown}; neither when who accepts it
     *     writes them
     * @param windowId the run it was learned in
     */
    record ProposalRequest(
            @NotBlank @Size(max = 2_000) String text,
            @Nullable @Size(max = 200_000) String markdown,
            @Nullable @Size(max = 200) List<@NotNull @Valid StepRequest> steps,
            @Nullable @Size(min = 1, max = 64) String windowId) {}

    /** Agreement; with steps of one's own where the proposal has none, or others. */
    record AcceptanceRequest(
            @Nullable @Size(max = 200_000) String markdown,
            @Nullable @Size(max = 200) List<@NotNull @Valid StepRequest> steps) {}

    /** What stands in a request as Markdown or as steps; null when it is neither. */
    record Said(@Nullable String title, List<StepDraft> steps) {

        static @Nullable Said of(@Nullable String markdown, @Nullable List<StepRequest> steps) {
            if (markdown != null && steps != null) {
                throw Problem.invalid("", "either markdown or steps");
            }
            if (markdown != null) {
                MarkdownPlan plan = Plans.of(markdown, "/markdown");
                return new Said(plan.title(), plan.steps());
            }
            return steps == null
                    ? null
                    : new Said(null, steps.stream().map(StepRequest::draft).toList());
        }

        /** A text that is a body of its own. */
        static Said of(@Nullable String markdown) {
            MarkdownPlan plan = Plans.of(markdown == null ? "" : markdown, "");
            return new Said(plan.title(), plan.steps());
        }

        static Said needed(@Nullable String markdown, @Nullable List<StepRequest> steps) {
            Said said = of(markdown, steps);
            if (said == null) {
                throw Problem.invalid("", "either markdown or steps");
            }
            return said;
        }
    }
}
