package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import dev.interlude.eventlog.decider.Act;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of a checklist. */
public sealed interface ChecklistCommand {

    Act act();

    /** Makes sense only once somebody has written a checklist. */
    sealed interface OfDrafted extends ChecklistCommand {}

    /**
     * A new checklist.
     *
     * @param origin null when it is written anew
     * @param earlier how long steps took in earlier runs, by id
     */
    record DraftChecklist(
            Act act,
            String windowId,
            String title,
            List<StepDraft> steps,
            @Nullable Origin origin,
            Map<String, List<Duration>> earlier)
            implements ChecklistCommand {

        /** Written anew. */
        public DraftChecklist(Act act, String windowId, String title, List<StepDraft> steps) {
            this(act, windowId, title, steps, null, Map.of());
        }
    }

    /**
     * A further step.
     *
     * @param reason needed once the plan is frozen
     */
    record AddStep(Act act, StepDraft step, @Nullable String reason) implements OfDrafted {}

    record ReviseStep(Act act, String stepId, StepPatch patch, @Nullable String reason)
            implements OfDrafted {}

    record RemoveStep(Act act, String stepId, @Nullable String reason) implements OfDrafted {}

    record ReorderSteps(Act act, List<String> order, @Nullable String reason)
            implements OfDrafted {}

    /**
     * What was heard of the window, and when it happened there.
     *
     * @param plannerEpoch the epoch of the planner's store
     * @param plannerSequence version of the window's stream in it
     */
    record FollowWindow(
            Act act,
            String windowId,
            int plannerEpoch,
            long plannerSequence,
            Instant occurredAt,
            WindowNews news)
            implements ChecklistCommand {

        /** Of a planner whose store has not been restored. */
        public FollowWindow(
                Act act,
                String windowId,
                long plannerSequence,
                Instant occurredAt,
                WindowNews news) {
            this(act, windowId, Window.FIRST_EPOCH, plannerSequence, occurredAt, news);
        }
    }

    /**
     * The planner's store was restored: what was followed may be void.
     *
     * @param plannerEpoch the epoch that began
     * @param all that still holds, in its order; empty when the window was planned later than that
     */
    record FollowAnew(Act act, String windowId, int plannerEpoch, List<FollowWindow> all)
            implements ChecklistCommand {}

    record ReviewChecklist(Act act, List<Doubt> except) implements OfDrafted {
        /** A step that the reviewer doesn't agree to, and why. */
        public record Doubt(String stepId, String concern) {}
    }

    /**
     * A look at one step.
     *
     * @param concern what the reviewer doubts; null when they agree
     */
    record ReviewStep(Act act, String stepId, @Nullable String concern) implements OfDrafted {}

    record AnswerConcern(Act act, int concern, String answer) implements OfDrafted {}

    /**
     * Go or no-go.
     *
     * @param seen what the answer rests on; null when that is not said
     */
    record ClearStep(
            Act act, String stepId, boolean go, @Nullable String reason, @Nullable Seen seen)
            implements OfDrafted {

        /** By who doesn't say what it rests on. */
        public ClearStep(Act act, String stepId, boolean go, @Nullable String reason) {
            this(act, stepId, go, reason, null);
        }
    }

    record StartStep(Act act, String stepId, @Nullable Instant occurredAt) implements OfDrafted {}

    /** A slip, taken back within two minutes. */
    record WithdrawStart(Act act, String stepId) implements OfDrafted {}

    record CompleteStep(
            Act act,
            String stepId,
            @Nullable String evidence,
            List<String> observedSideEffects,
            @Nullable BigDecimal value,
            @Nullable Instant startedAt,
            @Nullable Instant occurredAt,
            boolean startNext)
            implements OfDrafted {}

    /**
     * What others did is done. In the same act what waits for that is cleared, and one's own next
     * step started.
     *
     * @param stepIds at least one
     * @param clearances decided once these steps are confirmed, in this order
     * @param startNext whether a step of one's own lane is started that can be then
     */
    record ConfirmSteps(
            Act act, List<String> stepIds, List<Clearance> clearances, boolean startNext)
            implements OfDrafted {

        /** Nothing but that. */
        public ConfirmSteps(Act act, List<String> stepIds) {
            this(act, stepIds, List.of(), false);
        }

        /**
         * Go or no-go that comes along.
         *
         * @param seen what it rests on; needed for the go of a point of no return
         */
        public record Clearance(
                String stepId, boolean go, @Nullable String reason, @Nullable Seen seen) {}
    }

    record RejectStep(Act act, String stepId, String reason) implements OfDrafted {}

    record FailStep(Act act, String stepId, @Nullable String reason) implements OfDrafted {}

    record RetryStep(Act act, String stepId) implements OfDrafted {}

    record RequestSkip(Act act, String stepId, String reason) implements OfDrafted {}

    record ConfirmSkip(Act act, String stepId) implements OfDrafted {}

    record DeclineSkip(Act act, String stepId, @Nullable String reason) implements OfDrafted {}

    record RequestReopening(Act act, String stepId, String reason) implements OfDrafted {}

    record ConfirmReopening(Act act, String stepId) implements OfDrafted {}

    record DeclineReopening(Act act, String stepId, @Nullable String reason) implements OfDrafted {}

    record AttachEvidence(Act act, String stepId, Attachment attachment) implements OfDrafted {}

    record ObserveSideEffect(Act act, String stepId, String text) implements OfDrafted {}

    record AddNote(Act act, String stepId, String text) implements OfDrafted {}

    /** The run of a step's script; a step that is ready is started along. */
    record RequestScript(Act act, String stepId, String runId) implements OfDrafted {}

    record CancelScript(Act act, String stepId, @Nullable String reason) implements OfDrafted {}

    /**
     * A runner wants to have it.
     *
     * @param claim the same when the runner asks again since the answer was lost
     */
    record ClaimScript(Act act, String runId, String runner, String runnerName, String claim)
            implements OfDrafted {}

    /** A runner says that it is over. */
    record FinishScript(Act act, String runId, String runner, ScriptReport report)
            implements OfDrafted {}

    /** Its runner was not heard of for too long. */
    record LoseScript(Act act, String runId) implements OfDrafted {}

    /** The timer of a run. */
    record ExpireScript(Act act, String runId) implements OfDrafted {}

    /** The timer that watches the announced end. */
    record CheckSlack(Act act) implements ChecklistCommand {}
}
