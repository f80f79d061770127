package dev.interlude.postmortem.heard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the checklist. Instants are UTC. */
public sealed interface FromChecklist {

    record ChecklistDrafted(@Nullable String title) implements FromChecklist {}

    record Step(String id, String title, String phase) {}

    /**
     * Added.
     *
     * @param reason of a deviation from a frozen plan
     */
    record StepAdded(Step step, @Nullable String reason) implements FromChecklist {}

    record StepRevised(Step step, List<String> changed, @Nullable String reason)
            implements FromChecklist {}

    record Reordered(@Nullable String reason) implements FromChecklist {}

    record WindowFollowed(String state, Instant start, Instant end) implements FromChecklist {}

    record Concern(int concern, String stepId, String text) {}

    record ChecklistReviewed(@Nullable List<Concern> except) implements FromChecklist {}

    record ConcernAnswered(int concern, String stepId, String answer) implements FromChecklist {}

    /**
     * Everything that happens to one step once the list stands.
     *
     * @param go of a clearance only: false is a no-go
     * @param text of a note or a side effect
     * @param breakGlass number of the break-glass under which one person acted alone
     * @param performer who asked for the script that completed it
     */
    record StepTurn(
            String stepId,
            @Nullable String title,
            @Nullable String phase,
            @Nullable String reason,
            @Nullable Boolean go,
            @Nullable String text,
            @Nullable Integer breakGlass,
            @Nullable String performer)
            implements FromChecklist {}

    /** The script of a step, by name. */
    record ScriptName(String name) {}

    /**
     * What happens to one run of a step's script.
     *
     * @param script of a request; absent for a probe alone
     * @param outcome of the end of a run
     */
    record ScriptTurn(
            String stepId,
            @Nullable String title,
            @Nullable ScriptName script,
            @Nullable String runnerName,
            @Nullable String outcome,
            @Nullable Integer exitCode,
            @Nullable Duration took,
            @Nullable String reason)
            implements FromChecklist {}

    record OpenGate(String gate, @Nullable String stepId, @Nullable String title) {}

    record ReadinessChanged(
            boolean reviewed,
            int openConcerns,
            boolean prepared,
            boolean carriedOut,
            boolean verified,
            @Nullable List<OpenGate> open)
            implements FromChecklist {}

    record ForecastChanged(Instant p50, Instant p90, Instant announcedEnd, Duration slack)
            implements FromChecklist {}

    record LateStep(String stepId, @Nullable String title, Duration over) {}

    record SlackUsedUp(Instant announcedEnd, Instant p50, List<LateStep> late)
            implements FromChecklist {}

    record Undo(String stepId, String title) {}

    record RollbackPlanned(List<Undo> steps) implements FromChecklist {}

    /**
     * Something about a template.
     *
     * @param version that was published, or that a proposal became
     * @param ordinal of a proposal
     * @param text of a proposal
     * @param note of a version
     */
    record TemplateTurn(
            String templateId,
            @Nullable Integer version,
            @Nullable Integer ordinal,
            @Nullable String text,
            @Nullable String note,
            @Nullable String reason)
            implements FromChecklist {}
}
