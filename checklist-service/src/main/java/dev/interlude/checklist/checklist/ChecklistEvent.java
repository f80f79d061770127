package dev.interlude.checklist.checklist;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code checklist-<windowId>} says. Instants are UTC. Who did it and when stands in the
 * envelope: {@code actor}, {@code occurredAt}.
 */
public sealed interface ChecklistEvent {

    String windowId();

    /** An event about one step carries what a reader needs to name it. */
    sealed interface OfStep extends ChecklistEvent {
        String stepId();

        String title();

        Phase phase();
    }

    /**
     * Drafted; its steps follow.
     *
     * @param origin what it was made from; absent when it was written anew
     * @param rehearsal true when its window was known to be one; absent for all others
     */
    record ChecklistDrafted(
            String windowId, String title, @Nullable Origin origin, @Nullable Boolean rehearsal)
            implements ChecklistEvent {}

    /**
     * A step joined the plan.
     *
     * @param reason why, of a plan that was frozen: a deviation; absent before
     * @param earlier how long the same step of the template took in earlier runs, latest first;
     *     absent for none
     */
    record StepAdded(
            String windowId, Step step, @Nullable String reason, @Nullable List<Duration> earlier)
            implements ChecklistEvent {}

    /**
     * A step was planned otherwise.
     *
     * @param step complete, as it is from now on
     * @param changed names of the members that differ
     * @param reason why, of a plan that was frozen: a deviation; absent before
     */
    record StepRevised(String windowId, Step step, List<String> changed, @Nullable String reason)
            implements ChecklistEvent {
        public StepRevised {
            changed = List.copyOf(changed);
        }
    }

    /** A step left the plan; those that waited for it wait for what it waited for. */
    record StepRemoved(
            String windowId, String stepId, String title, Phase phase, @Nullable String reason)
            implements OfStep {}

    /**
     * The steps stand in another order.
     *
     * @param order ids of all steps
     * @param relinked steps that just followed another, and follow a new one now
     */
    record StepsReordered(
            String windowId, List<String> order, List<Relinked> relinked, @Nullable String reason)
            implements ChecklistEvent {
        public StepsReordered {
            order = List.copyOf(order);
            relinked = List.copyOf(relinked);
        }
    }

    /** What a step waits for from now on. */
    record Relinked(String stepId, List<String> dependsOn) {
        public Relinked {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * What the planner said last, complete.
     *
     * @param plannerSequence version of the planner's stream
     * @param acceptedBy persons who agreed to be crew
     * @param experts absent for none
     * @param holds numbers of the holds that are on; absent for none
     * @param glass break-glasses that let one person confirm alone; absent for none
     * @param rehearsal true for a rehearsal; absent for all others
     */
    record WindowFollowed(
            String windowId,
            long plannerSequence,
            WindowState state,
            Instant start,
            Instant end,
            String team,
            @Nullable String driver,
            @Nullable String buddy,
            @Nullable String liaison,
            List<String> acceptedBy,
            @Nullable List<Expert> experts,
            @Nullable List<Integer> holds,
            @Nullable List<Glass> glass,
            @Nullable Integer plannerEpoch,
            @Nullable Boolean rehearsal)
            implements ChecklistEvent {
        public WindowFollowed {
            acceptedBy = List.copyOf(acceptedBy);
        }
    }

    /**
     * What was followed of the window is void: the planner's store was restored to before its plan.
     */
    record WindowForgotten(String windowId, int plannerEpoch) implements ChecklistEvent {}

    /**
     * The second person agrees to all steps but these.
     *
     * @param except concerns, numbered from 1 through the whole checklist
     */
    record ChecklistReviewed(String windowId, List<Objection> except) implements ChecklistEvent {
        public ChecklistReviewed {
            except = List.copyOf(except);
        }
    }

    /** A concern that a review raised. */
    record Objection(int concern, String stepId, String text) {}

    /**
     * The second person has looked at one step.
     *
     * @param concern its number when they don't agree; absent when they do
     * @param text what they doubt
     */
    record StepReviewed(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            @Nullable Integer concern,
            @Nullable String text)
            implements OfStep {}

    record ConcernAnswered(String windowId, int concern, String stepId, String answer)
            implements ChecklistEvent {}

    /** The window has started: the plan no longer changes. */
    record ChecklistFrozen(String windowId) implements ChecklistEvent {}

    /**
     * Go or no-go for a READ_DO step; a no-go leaves its state.
     *
     * @param seen of a point of no return, what was known when it was decided
     */
    record StepCleared(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            boolean go,
            @Nullable String reason,
            @Nullable Seen seen)
            implements OfStep {}

    /**
     * What a go or no-go rests on.
     *
     * @param slack announced end − p50
     * @param rollbackReserve time left for deciding to turn back; absent where there is no way back
     */
    record Seen(
            Instant p50,
            Instant p90,
            Instant announcedEnd,
            Duration slack,
            @Nullable Duration rollbackReserve,
            int openConcerns) {}

    /**
     * Started.
     *
     * @param breakGlass number of the break-glass under which who cleared it carries it out
     */
    record StepStarted(
            String windowId, String stepId, String title, Phase phase, @Nullable Integer breakGlass)
            implements OfStep {}

    /** A slip was taken back: it had not begun. */
    record StepStartWithdrawn(String windowId, String stepId, String title, Phase phase)
            implements OfStep {}

    /**
     * Done, says who did it.
     *
     * @param value what was read off, for an expectation with bounds
     * @param asExpected whether it lies within them; absent without a value
     * @param performer who asked for the script that did it, {@code person:<id>} or {@code
     *     machine:<id>}; absent where that is the actor
     */
    record StepCompleted(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            @Nullable String evidence,
            List<String> observedSideEffects,
            @Nullable BigDecimal value,
            @Nullable Boolean asExpected,
            @Nullable String performer)
            implements OfStep {
        public StepCompleted {
            observedSideEffects = List.copyOf(observedSideEffects);
        }
    }

    /** About one run of a step's script. */
    sealed interface OfRun extends OfStep {
        String runId();
    }

    /**
     * Whoever performs the step has asked for its script.
     *
     * @param runId UUIDv7, of this request alone
     * @param team whose runners may take it
     * @param script absent for a probe alone
     * @param expectation absent when nothing is said
     */
    record ScriptRequested(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            String runId,
            String team,
            @Nullable Script script,
            @Nullable Expectation expectation)
            implements OfRun {}

    /**
     * A runner has it, and no other will.
     *
     * @param runner its id
     * @param runnerName as it was registered
     * @param claim the runner's own id of this claim
     */
    record ScriptClaimed(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            String runId,
            String runner,
            String runnerName,
            String claim)
            implements OfRun {}

    /** Somebody asked for its end. */
    record ScriptCancelled(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            String runId,
            @Nullable String reason)
            implements OfRun {}

    /**
     * It is over.
     *
     * @param exitCode absent unless it came to an end by itself
     * @param took absent when it was not started, or nobody knows
     * @param bytes of all of its output
     * @param sha256 over all of its output, hexadecimal
     * @param reason why it is no success; absent when it is one
     * @param reading what the probe saw; absent without one
     */
    record ScriptFinished(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            String runId,
            ScriptOutcome outcome,
            @Nullable Integer exitCode,
            @Nullable Duration took,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String reason,
            ScriptReport.@Nullable Reading reading)
            implements OfRun {}

    /** Its runner came back after it had been given up; that changes nothing any more. */
    record ScriptReportedLate(
            String windowId,
            String stepId,
            String title,
            Phase phase,
            String runId,
            ScriptReport.Ending ending,
            @Nullable Integer exitCode,
            @Nullable Duration took,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String reason)
            implements OfRun {}

    /**
     * Confirmed by another person.
     *
     * @param breakGlass number of the break-glass under which it is the same person
     */
    record StepConfirmed(
            String windowId, String stepId, String title, Phase phase, @Nullable Integer breakGlass)
            implements OfStep {}

    record StepRejected(String windowId, String stepId, String title, Phase phase, String reason)
            implements OfStep {}

    record StepFailed(
            String windowId, String stepId, String title, Phase phase, @Nullable String reason)
            implements OfStep {}

    record StepRetried(String windowId, String stepId, String title, Phase phase)
            implements OfStep {}

    record SkipRequested(String windowId, String stepId, String title, Phase phase, String reason)
            implements OfStep {}

    /** The second person agreed; the reason is that of the request. */
    record StepSkipped(String windowId, String stepId, String title, Phase phase, String reason)
            implements OfStep {}

    record SkipDeclined(
            String windowId, String stepId, String title, Phase phase, @Nullable String reason)
            implements OfStep {}

    record ReopeningRequested(
            String windowId, String stepId, String title, Phase phase, String reason)
            implements OfStep {}

    /** The second person agreed; the step is to be done again. */
    record StepReopened(String windowId, String stepId, String title, Phase phase, String reason)
            implements OfStep {}

    record ReopeningDeclined(
            String windowId, String stepId, String title, Phase phase, @Nullable String reason)
            implements OfStep {}

    record EvidenceAttached(
            String windowId, String stepId, String title, Phase phase, Attachment attachment)
            implements OfStep {}

    record SideEffectObserved(
            String windowId, String stepId, String title, Phase phase, String text)
            implements OfStep {}

    record NoteAdded(String windowId, String stepId, String title, Phase phase, String text)
            implements OfStep {}

    /** The step behind which there is no way back has started. */
    record PointOfNoReturnPassed(String windowId, String stepId, String title, Phase phase)
            implements OfStep {}

    /**
     * The unfinished steps no longer fit before the announced end, by the passing of time alone.
     *
     * @param p50 end by the estimates, from now on
     * @param slack announced end − p50: zero or negative
     * @param late steps that run longer than estimated or could run and don't
     */
    record SlackUsedUp(
            String windowId, Instant announcedEnd, Instant p50, Duration slack, List<LateStep> late)
            implements ChecklistEvent {
        public SlackUsedUp {
            late = List.copyOf(late);
        }
    }

    /**
     * A step that holds others up.
     *
     * @param over by how much it runs over its estimate; zero when it waits to be started
     */
    record LateStep(String stepId, String title, Duration over) {}

    /**
     * What the planner's gates rest on; written when any of it turns.
     *
     * @param planHash SHA-256 over the plan, hexadecimal
     * @param reviewed whether the second person has seen every step as it is now
     * @param rollbacksNamed whether each carry-out step has a rollback or a reason for none
     * @param prepared whether all prepare steps are done or skipped
     * @param open what is missing, by gate and step
     */
    record ReadinessChanged(
            String windowId,
            String planHash,
            boolean reviewed,
            int openConcerns,
            boolean rollbacksNamed,
            boolean prepared,
            boolean carryOutStarted,
            boolean pastPointOfNoReturn,
            boolean carriedOut,
            boolean verified,
            boolean rolledBack,
            boolean rollbackVerified,
            List<OpenGate> open)
            implements ChecklistEvent {
        public ReadinessChanged {
            open = List.copyOf(open);
        }
    }

    /**
     * Something that is missing.
     *
     * @param gate prepare, review, rollback or verify
     */
    record OpenGate(String gate, @Nullable String stepId, @Nullable String title) {}

    /**
     * The way back from where the checklist stood when turning back was agreed: what undoes the
     * steps that were begun, the last one first, and what is verified then.
     *
     * @param verify verify steps that hold for a rollback; they are done again if they were done
     * @param notUndone steps that were begun and have nothing that undoes them
     */
    record RollbackPlanned(
            String windowId, List<Undo> steps, List<Undo> verify, List<NotUndone> notUndone)
            implements ChecklistEvent {
        public RollbackPlanned {
            steps = List.copyOf(steps);
            verify = List.copyOf(verify);
            notUndone = List.copyOf(notUndone);
        }
    }

    /**
     * A step of the way back.
     *
     * @param undoes id of the carry-out step; absent for a rollback step that undoes none
     * @param dependsOn what it waits for on the way back, instead of what was planned
     */
    record Undo(String stepId, String title, @Nullable String undoes, List<String> dependsOn) {
        public Undo {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * A begun step that stays as it is.
     *
     * @param reason what the plan says; absent when it says nothing
     */
    record NotUndone(String stepId, String title, @Nullable String reason) {}

    /** Every step is done or skipped; after a rollback, every step of the way back. */
    record ChecklistFinished(String windowId) implements ChecklistEvent {}
}
