package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist.Doubt;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewStep;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.ConcernAnswered;
import dev.interlude.checklist.checklist.ChecklistEvent.Objection;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReviewed;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second look at the plan: all steps in one act or one by one, with what is doubted. */
final class Review {

    private Review() {}

    static Decision<ChecklistEvent> review(ReviewChecklist c, Checklist state) {
        Rejection no = refuse(c, state);
        if (no != null) {
            return Decision.reject(no);
        }
        List<Objection> objections = new ArrayList<>();
        int n = state.concerns().size();
        for (Doubt doubt : c.except()) {
            n++;
            objections.add(new Objection(n, doubt.stepId(), doubt.concern()));
        }
        return Decision.accept(new ChecklistReviewed(ChecklistDecider.windowId(state), objections));
    }

    static Decision<ChecklistEvent> reviewStep(ReviewStep c, Checklist state) {
        Rejection no = refuseReviewer(c.act(), state);
        StepRecord record = state.steps().get(c.stepId());
        if (no != null || record == null) {
            return Decision.reject(
                    no == null
                            ? Rejection.notFound("there is no step \"" + c.stepId() + "\"")
                            : no);
        }
        if (c.concern() == null && state.reviewed().contains(c.stepId())) {
            return Decision.nothing();
        }
        Step step = record.step();
        return Decision.accept(
                new StepReviewed(
                        ChecklistDecider.windowId(state),
                        step.id(),
                        step.title(),
                        step.phase(),
                        c.concern() == null ? null : state.concerns().size() + 1,
                        c.concern()));
    }

    static Decision<ChecklistEvent> answer(AnswerConcern c, Checklist state) {
        boolean author = c.act().actor().isPerson() && Crew.refuseAuthor(state, c.act()) == null;
        Rejection no = author ? null : Crew.refuse(state, c.act());
        if (no != null) {
            return Decision.reject(no);
        }
        Optional<Concern> concern =
                state.concerns().stream().filter(known -> known.n() == c.concern()).findFirst();
        if (concern.isEmpty()) {
            return Decision.reject(Rejection.notFound("there is no concern " + c.concern()));
        }
        if (!concern.get().open()) {
            return Decision.reject(
                    Rejection.conflict(
                            "wrong-state", "concern " + c.concern() + " has been answered"));
        }
        return Decision.accept(
                new ConcernAnswered(
                        ChecklistDecider.windowId(state),
                        c.concern(),
                        concern.get().stepId(),
                        c.answer()));
    }

    /** The buddy reviews; a buddy who wrote the plan leaves it to the driver. */
    static @Nullable Rejection refuseReviewer(Act act, Checklist state) {
        Rejection no = Crew.refuse(state, act);
        Window window = state.window();
        Checklist.Plan plan = state.plan();
        if (no != null || window == null || plan == null) {
            return no;
        }
        String person = act.actor().id();
        boolean buddyWroteIt = plan.drafter().equals(window.buddy());
        String reviewer = buddyWroteIt ? window.driver() : window.buddy();
        return person.equals(reviewer)
                ? null
                : Rejection.conflict(
                        "same-person",
                        "the review is for the "
                                + (buddyWroteIt ? "driver, as the buddy wrote it" : "buddy"));
    }

    private static @Nullable Rejection refuse(ReviewChecklist c, Checklist state) {
        Rejection no = refuseReviewer(c.act(), state);
        if (no != null) {
            return no;
        }
        if (state.steps().isEmpty()) {
            return Rejection.conflict("wrong-state", "there is no step to review");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < c.except().size(); i++) {
            Doubt doubt = c.except().get(i);
            if (state.step(doubt.stepId()).isEmpty()) {
                return Rejection.invalid(
                        "/except/" + i + "/stepId", "there is no step " + doubt.stepId());
            }
            if (!seen.add(doubt.stepId())) {
                return Rejection.invalid("/except/" + i + "/stepId", "one concern for each step");
            }
        }
        return null;
    }
}
