package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import org.jspecify.annotations.Nullable;

/** Who may do what; each answers null when the actor may. */
final class Rights {

    private Rights() {}

    /** What a person has set going by a series is not asked again. */
    static @Nullable Rejection planner(Act act, String team) {
        boolean reaction = act.actor().kind() == Actor.Kind.REACTION;
        return reaction || act.authority().allows("planner", team)
                ? null
                : Refusals.roleMissing("planner", team);
    }

    /** The crew is named by those who plan, or arranged among those who operate. */
    static @Nullable Rejection plannerOrOperator(Act act, String team) {
        return act.authority().allows("operator", team) ? null : planner(act, team);
    }

    /**
     * A person who could be driver or buddy; a machine never decides in a second person's place.
     */
    static @Nullable Rejection operator(Act act, Known w) {
        return act.actor().isPerson() && act.authority().allows("operator", w.plan().team())
                ? null
                : Refusals.roleMissing("operator", w.plan().team());
    }

    static @Nullable Rejection crew(Act act, Known w) {
        return isCrew(act, w) ? null : Refusals.notCrew();
    }

    /** The crew; for the work of a provider, who has none of ours, those who plan or operate. */
    static @Nullable Rejection atWork(Act act, Known w) {
        if (w.plan().kind() == Kind.PROVIDER) {
            return plannerOrOperator(act, w.plan().team());
        }
        return crew(act, w);
    }

    /** Who may speak to the audience of the window, and so mend what was said. */
    static @Nullable Rejection speaker(Act act, Known w) {
        return planner(act, w.plan().team()) == null ? null : liaisonOrCrew(act, w);
    }

    /**
     * What people were promised changes by a deliberate act of a person; the work of a provider
     * goes as the provider says, also by a machine that reads it.
     */
    static @Nullable Rejection person(Act act, Known w) {
        return act.actor().isPerson() || w.plan().kind() == Kind.PROVIDER
                ? null
                : Rejection.forbidden(
                        "role-missing", "The promised end is a matter of people, not machines.");
    }

    static @Nullable Rejection liaisonOrCrew(Act act, Known w) {
        if (act.authority().allows("liaison", w.plan().team())) {
            return null;
        }
        return atWork(act, w);
    }

    /**
     * To be driver or buddy takes an operator; to speak with customers a liaison will do; an expert
     * may come from anywhere.
     */
    static @Nullable Rejection toBeCrew(Act act, Known w) {
        if (!isCrew(act, w)) {
            return Refusals.notCrew();
        }
        String team = w.plan().team();
        var roles = w.crew().rolesOf(act.actor().id());
        if (roles.equals(java.util.Set.of(CrewRole.EXPERT))) {
            return null;
        }
        boolean speaksOnly = !roles.contains(CrewRole.DRIVER) && !roles.contains(CrewRole.BUDDY);
        if (act.authority().allows("operator", team)
                || (speaksOnly && act.authority().allows("liaison", team))) {
            return null;
        }
        return Refusals.roleMissing(speaksOnly ? "liaison" : "operator", team);
    }

    private static boolean isCrew(Act act, Known w) {
        return act.actor().isPerson() && w.crew().members().contains(act.actor().id());
    }
}
