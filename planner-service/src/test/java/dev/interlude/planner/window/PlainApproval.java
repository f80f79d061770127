package dev.interlude.planner.window;

import static dev.interlude.planner.window.PlainWindow.must;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody else agrees to the plan as it is; a part of the plain window. */
final class PlainApproval {

    private final Set<String> planners = new HashSet<>();
    private @Nullable Impact from;
    private boolean given;
    private @Nullable String checklist;

    /** The plan is another one than that which was agreed to. */
    void plannedBy(Actor actor) {
        given = false;
        if (actor.isPerson()) {
            planners.add(actor.id());
        }
    }

    void wantedFrom(@Nullable Impact impact) {
        from = impact;
    }

    void given(WindowApproved e) {
        must(!planners.contains(e.by()), "who planned it does not approve it", e);
        given = true;
        checklist = e.planHash();
    }

    void ofChecklist(String hash) {
        given = given && Objects.equals(checklist, hash);
    }

    void voided(ApprovalVoided e) {
        must(!e.because().isEmpty(), "for a reason", e);
        must(!given, "what was agreed to has changed", e);
    }

    boolean enoughFor(Impact worst) {
        return from == null || worst.compareTo(from) < 0 || given;
    }
}
