package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.AddNote;
import dev.interlude.checklist.checklist.ChecklistCommand.AttachEvidence;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ObserveSideEffect;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistEvent.EvidenceAttached;
import dev.interlude.checklist.checklist.ChecklistEvent.NoteAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.ReopeningDeclined;
import dev.interlude.checklist.checklist.ChecklistEvent.ReopeningRequested;
import dev.interlude.checklist.checklist.ChecklistEvent.SideEffectObserved;
import dev.interlude.checklist.checklist.ChecklistEvent.SkipDeclined;
import dev.interlude.checklist.checklist.ChecklistEvent.SkipRequested;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReopened;
import dev.interlude.checklist.checklist.ChecklistEvent.StepSkipped;
import dev.interlude.checklist.checklist.StepRecord.Request;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two must agree on, leaving a step out and doing it again, and what anyone may note. */
final class Agreements {

    private static final int MOST_ATTACHMENTS = 50;
    private static final String TWO = "what one asks for, another agrees to";
    private static final Set<StepState> SKIPPABLE =
            Set.of(
                    StepState.Pending,
                    StepState.Ready,
                    StepState.AwaitingClearance,
                    StepState.Failed);
    private static final Set<StepState> SETTLED = Set.of(StepState.Done, StepState.Skipped);

    private Agreements() {}

    static Decision<ChecklistEvent> requestSkip(RequestSkip c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .in(SKIPPABLE)
                .and(s -> pending(s.skip(), "skip"))
                .then(s -> accept(state, s, c.reason(), SkipRequested::new));
    }

    static Decision<ChecklistEvent> confirmSkip(ConfirmSkip c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .and(s -> absent(s.skip(), "skip"))
                .otherThan(s -> by(s.skip()), TWO)
                .then(s -> accept(state, s, reason(s.skip()), StepSkipped::new));
    }

    static Decision<ChecklistEvent> declineSkip(DeclineSkip c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .and(s -> absent(s.skip(), "skip"))
                .otherThan(s -> by(s.skip()), TWO)
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new SkipDeclined(
                                    ChecklistDecider.windowId(state),
                                    step.id(),
                                    step.title(),
                                    step.phase(),
                                    c.reason()));
                });
    }

    static Decision<ChecklistEvent> requestReopening(RequestReopening c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .in(SETTLED)
                .and(s -> pending(s.reopening(), "reopening"))
                .then(s -> accept(state, s, c.reason(), ReopeningRequested::new));
    }

    static Decision<ChecklistEvent> confirmReopening(ConfirmReopening c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .and(s -> absent(s.reopening(), "reopening"))
                .otherThan(s -> by(s.reopening()), TWO)
                .then(s -> accept(state, s, reason(s.reopening()), StepReopened::new));
    }

    static Decision<ChecklistEvent> declineReopening(DeclineReopening c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .crew()
                .open()
                .and(s -> absent(s.reopening(), "reopening"))
                .otherThan(s -> by(s.reopening()), TWO)
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new ReopeningDeclined(
                                    ChecklistDecider.windowId(state),
                                    step.id(),
                                    step.title(),
                                    step.phase(),
                                    c.reason()));
                });
    }

    static Decision<ChecklistEvent> attach(AttachEvidence c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .and(s ->
                        s.attached().size() >= MOST_ATTACHMENTS
                                ? Rejection.conflict(
                                        "wrong-state",
                                        "a step has at most " + MOST_ATTACHMENTS + " attachments")
                                : null)
                .then(s -> {
                    Step step = s.step();
                    return Decision.accept(
                            new EvidenceAttached(
                                    ChecklistDecider.windowId(state),
                                    step.id(),
                                    step.title(),
                                    step.phase(),
                                    c.attachment()));
                });
    }

    static Decision<ChecklistEvent> note(AddNote c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .then(s -> accept(state, s, c.text(), NoteAdded::new));
    }

    static Decision<ChecklistEvent> observe(ObserveSideEffect c, Checklist state) {
        return Guard.of(state, c.act(), c.stepId())
                .performer()
                .then(s -> accept(state, s, c.text(), SideEffectObserved::new));
    }

    /** Makes an event of a step that carries one text. */
    @FunctionalInterface
    private interface WithText {
        ChecklistEvent of(String windowId, String id, String title, Phase phase, String text);
    }

    private static Decision<ChecklistEvent> accept(
            Checklist state, StepRecord s, String text, WithText event) {
        Step step = s.step();
        return Decision.accept(
                event.of(
                        ChecklistDecider.windowId(state),
                        step.id(),
                        step.title(),
                        step.phase(),
                        text));
    }

    private static @Nullable Rejection pending(@Nullable Request request, String what) {
        return request == null
                ? null
                : Rejection.conflict("wrong-state", "a " + what + " is asked for already");
    }

    private static @Nullable Rejection absent(@Nullable Request request, String what) {
        return request == null
                ? Rejection.conflict("wrong-state", "nobody has asked for a " + what)
                : null;
    }

    private static @Nullable Actor by(@Nullable Request request) {
        return request == null ? null : request.by();
    }

    private static String reason(@Nullable Request request) {
        return request == null ? "" : request.reason();
    }
}
