package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Once the window has started nobody takes away alone what two agreed on: a reviewed step that
 * needs a second person can be asked more of, and left out by two, but not be removed, taken off
 * the way, or done with fewer eyes. What somebody added meanwhile they may take away again, and who
 * has broken the glass acts alone in this as in the rest.
 */
final class Lowering {

    private static final String RULE =
            "the window has started: what two agreed on is not taken away by one; ask for a skip,"
                    + " which the other confirms";

    private Lowering() {}

    /** Removing this step. */
    static @Nullable Rejection refuseRemoval(Checklist checklist, StepRecord s, Act act) {
        return binds(checklist, s.step(), act) ? refused(s.step(), "") : null;
    }

    /** Making this step that one. */
    static @Nullable Rejection refuse(Checklist checklist, Step step, Step next, Act act) {
        String lowered = lowered(step, next);
        return lowered != null && binds(checklist, step, act) ? refused(step, lowered) : null;
    }

    private static boolean binds(Checklist checklist, Step step, Act act) {
        Checklist.Plan plan = checklist.plan();
        return plan != null
                && plan.frozen()
                && step.mode() != Mode.SOLO
                && Guard.glass(checklist, act) == null
                && checklist.deviated().stream()
                        .noneMatch(d ->
                                d.what().equals("ADDED")
                                        && step.id().equals(d.stepId())
                                        && d.by().equals(act.actor()));
    }

    /** The member that asks for less than before; null when none does. */
    private static @Nullable String lowered(Step step, Step next) {
        if (step.phase() != next.phase()) {
            return "phase";
        }
        if (step.pointOfNoReturn() && !next.pointOfNoReturn()) {
            return "pointOfNoReturn";
        }
        if (eyes(next.mode()) < eyes(step.mode())) {
            return "mode";
        }
        return step.verifies() == next.verifies() || next.verifies() == Verifies.BOTH
                ? null
                : "verifies";
    }

    /** How often the second person looks. */
    private static int eyes(Mode mode) {
        return switch (mode) {
            case READ_DO -> 2;
            case DO_CONFIRM -> 1;
            case SOLO -> 0;
        };
    }

    private static Rejection refused(Step step, String member) {
        Rejection no = Rejection.conflict("takes-two", RULE).with("stepId", step.id());
        return member.isEmpty() ? no : no.with("member", member);
    }
}
