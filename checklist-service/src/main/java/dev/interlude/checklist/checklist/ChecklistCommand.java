package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Act;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a checklist. */
public sealed interface ChecklistCommand {

    Act act();

    record DraftChecklist(Act act, String windowId, String title, List<StepDraft> steps)
            implements ChecklistCommand {}

    record AddStep(Act act, StepDraft step) implements ChecklistCommand {}

    /** What was heard of the window, and when it happened there. */
    record FollowWindow(
            Act act, String windowId, long plannerSequence, Instant occurredAt, WindowNews news)
            implements ChecklistCommand {}

    record ReviewChecklist(Act act, List<Doubt> except) implements ChecklistCommand {
        /** A step that the reviewer doesn't agree to, and why. */
        public record Doubt(String stepId, String concern) {}
    }

    record AnswerConcern(Act act, int concern, String answer) implements ChecklistCommand {}

    record ClearStep(Act act, String stepId, boolean go, @Nullable String reason)
            implements ChecklistCommand {}

    record StartStep(Act act, String stepId, @Nullable Instant occurredAt)
            implements ChecklistCommand {}

    record CompleteStep(
            Act act,
            String stepId,
            @Nullable String evidence,
            List<String> observedSideEffects,
            @Nullable Instant startedAt,
            @Nullable Instant occurredAt,
            boolean startNext)
            implements ChecklistCommand {}

    record ConfirmSteps(Act act, List<String> stepIds) implements ChecklistCommand {}

    record RejectStep(Act act, String stepId, String reason) implements ChecklistCommand {}

    record FailStep(Act act, String stepId, @Nullable String reason) implements ChecklistCommand {}

    record RetryStep(Act act, String stepId) implements ChecklistCommand {}

    record RequestSkip(Act act, String stepId, String reason) implements ChecklistCommand {}

    record ConfirmSkip(Act act, String stepId) implements ChecklistCommand {}

    record DeclineSkip(Act act, String stepId, @Nullable String reason)
            implements ChecklistCommand {}

    record RequestReopening(Act act, String stepId, String reason) implements ChecklistCommand {}

    record ConfirmReopening(Act act, String stepId) implements ChecklistCommand {}

    record ObserveSideEffect(Act act, String stepId, String text) implements ChecklistCommand {}

    record AddNote(Act act, String stepId, String text) implements ChecklistCommand {}

    /** The timer that watches the announced end. */
    record CheckSlack(Act act) implements ChecklistCommand {}
}
