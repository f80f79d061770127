package dev.interlude.planner.window;

import dev.interlude.planner.window.Gate.Missing;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import java.util.ArrayList;
import java.util.List;

/** What must be true before the work may begin, and before it may be called done. */
public final class StartGate {

    private StartGate() {}

    /** All gates before the start, passed or not. Without a checklist its own can't be judged. */
    public static List<Gate> gates(Known w) {
        return switch (w.plan().kind()) {
            case NORMAL, STANDARD, REHEARSAL -> ours(w);
            case EMERGENCY -> onRecord(List.of(notice(w), anyCrew(w)), w);
            case PROVIDER -> plus(List.of(notice(w)), tentative(w));
        };
    }

    /** What has begun already asks for two named people, one of whom is there. */
    private static Gate anyCrew(Known w) {
        Gate crew = crew(w);
        boolean oneIsThere = w.crew().seats() != null && crew.missing().size() < 2;
        return oneIsThere ? new Gate("crew", List.of()) : crew;
    }

    private static List<Gate> ours(Known w) {
        var gates = new ArrayList<>(List.of(notice(w), crew(w)));
        gates.add(Approving.gate(w));
        gates.addAll(tentative(w));
        ReadinessRecorded said = w.course().readiness();
        if (said == null) {
            gates.add(
                    new Gate(
                            "checklist",
                            List.of(
                                    new Missing(
                                            "The window has no checklist.",
                                            null,
                                            "operator",
                                            w.crew().members()))));
            return onRecord(gates, w);
        }
        gates.add(new Gate("checklist", List.of()));
        gates.add(step(w, said, "prepare", said.prepared(), "A prepare step is not done."));
        gates.add(
                step(
                        w,
                        said,
                        "review",
                        said.reviewed() && said.openConcerns() == 0,
                        "The checklist is not reviewed, or a concern is open."));
        gates.add(
                step(
                        w,
                        said,
                        "rollback",
                        said.rollbacksNamed(),
                        "A carry-out step has neither a rollback nor a reason for none."));
        return onRecord(gates, w);
    }

    /** An announcement is one act, so nothing passes for it; too short a notice does. */
    private static List<Gate> onRecord(List<Gate> gates, Known w) {
        return gates.stream()
                .map(g -> g.name().equals(Gates.NOTICE) ? g : g.onRecord(w.safeguards()))
                .toList();
    }

    /** Going forward again after a rollback has begun. */
    public static Gate resume(Known w) {
        var closed = new Missing("The work was rolled back.", null, "operator", List.of());
        return new Gate(Gates.RESUME, w.safeguards().turnedBack() ? List.of(closed) : List.of())
                .onRecord(w.safeguards());
    }

    /** The same with that of the freezes, which are read by who asks. */
    public static List<Gate> gates(Known w, List<FrozenBy> frozen) {
        if (w.plan().kind() == Kind.EMERGENCY || w.plan().kind() == Kind.PROVIDER) {
            return gates(w);
        }
        var gates = new ArrayList<>(gates(w));
        gates.add(freeze(frozen).onRecord(w.safeguards()));
        return List.copyOf(gates);
    }

    /** Those that are closed. */
    static List<Gate> closed(Known w, List<FrozenBy> frozen) {
        return gates(w, frozen).stream().filter(g -> !g.passed()).toList();
    }

    private static Gate freeze(List<FrozenBy> frozen) {
        return new Gate(
                "freeze",
                frozen.stream()
                        .map(by ->
                                new Missing(
                                        "Frozen until " + by.until() + ": " + by.title() + ".",
                                        null,
                                        "planner",
                                        List.of()))
                        .toList());
    }

    /** The gate before completion: what was done is verified, after a rollback its undoing. */
    public static Gate verify(Known w, Outcome outcome) {
        if (w.plan().kind() == Kind.PROVIDER) {
            return new Gate("verify", List.of());
        }
        ReadinessRecorded said = w.course().readiness();
        boolean undone = w.safeguards().turnedBack() || outcome == Outcome.ROLLED_BACK;
        boolean done =
                said != null
                        && (undone
                                ? said.rolledBack() && said.rollbackVerified()
                                : said.verified());
        String otherwise =
                undone
                        ? "The rollback is not done, or not verified."
                        : "A verify step is not done.";
        Gate gate =
                said == null
                        ? new Gate("verify", List.of(missing(w, otherwise)))
                        : step(w, said, "verify", done, otherwise);
        return gate.onRecord(w.safeguards());
    }

    /** There only while it keeps the window from starting. */
    private static List<Gate> tentative(Known w) {
        var unsure = new Missing("The window is tentative.", null, "planner", List.of());
        return w.plan().tentative() ? List.of(new Gate("tentative", List.of(unsure))) : List.of();
    }

    private static List<Gate> plus(List<Gate> some, List<Gate> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static Gate notice(Known w) {
        return w.promise().announcement() != null
                ? new Gate("notice", List.of())
                : new Gate(
                        "notice",
                        List.of(
                                new Missing(
                                        "The window is not announced.",
                                        null,
                                        "planner",
                                        List.of())));
    }

    private static Gate crew(Known w) {
        if (w.crew().seats() == null) {
            return new Gate(
                    "crew",
                    List.of(
                            new Missing(
                                    "Nobody is named as driver and buddy.",
                                    null,
                                    "planner",
                                    List.of())));
        }
        return new Gate(
                "crew", w.crew().waitingFor().stream().map(p -> notAccepted(w.crew(), p)).toList());
    }

    private static Missing notAccepted(Crew crew, String person) {
        String role = crew.rolesOf(person).contains(CrewRole.DRIVER) ? "driver" : "buddy";
        return crew.declined().contains(person)
                ? new Missing("The " + role + " has declined.", null, "planner", List.of())
                : new Missing("The " + role + " has not accepted.", null, role, List.of(person));
    }

    private static Gate step(
            Known w, ReadinessRecorded said, String name, boolean passed, String otherwise) {
        if (passed) {
            return new Gate(name, List.of());
        }
        var open =
                said.open().stream()
                        .filter(item -> item.gate().equals(name))
                        .map(item ->
                                new Missing(
                                        item.title() == null ? otherwise : item.title(),
                                        item.stepId(),
                                        "crew",
                                        w.crew().members()))
                        .toList();
        return new Gate(name, open.isEmpty() ? List.of(missing(w, otherwise)) : open);
    }

    private static Missing missing(Known w, String what) {
        return new Missing(what, null, "crew", w.crew().members());
    }
}
