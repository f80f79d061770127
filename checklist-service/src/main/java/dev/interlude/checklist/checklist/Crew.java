package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may act. Each rule answers null when it has nothing against the caller. */
final class Crew {

    private Crew() {}

    /** Only persons of the window's crew. */
    static @Nullable Rejection refuse(Checklist checklist, Act act) {
        Window window = checklist.window();
        boolean crew =
                act.actor().isPerson()
                        && window != null
                        && window.crew().contains(act.actor().id());
        return crew
                ? null
                : Rejection.forbidden("not-crew", "only the crew of the window may do this");
    }

    /** Only who is on duty now. */
    static @Nullable Rejection refuseOffDuty(Checklist checklist, Act act) {
        Window window = checklist.window();
        return window == null
                        || !act.actor().isPerson()
                        || Duty.at(window, act.now()).includes(act.actor().id())
                ? null
                : Rejection.forbidden(
                        "not-crew", "you are not on duty now: somebody else has your role");
    }

    /** Machines need the role of an operator in the window's team. */
    static @Nullable Rejection refuseMachine(Checklist checklist, Act act) {
        return holds(checklist, act, "operator")
                ? null
                : Rejection.forbidden("role-missing", "a machine needs the role operator here");
    }

    /** Planners and operators write checklists; before the window is known, of any team. */
    static @Nullable Rejection refuseAuthor(Checklist checklist, Act act) {
        return holds(checklist, act, "planner") || holds(checklist, act, "operator")
                ? null
                : Rejection.forbidden(
                        "role-missing", "needs the role planner or operator in the window's team");
    }

    static String named(List<String> ids) {
        return "\"" + String.join("\", \"", ids) + "\"";
    }

    private static boolean holds(Checklist checklist, Act act, String role) {
        Window window = checklist.window();
        return window == null
                ? act.authority().grants().stream().anyMatch(grant -> grant.role().equals(role))
                : act.authority().allows(role, window.team());
    }
}
