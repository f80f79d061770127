package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Gate;
import dev.interlude.planner.window.Gates;
import dev.interlude.planner.window.Outcome;
import dev.interlude.planner.window.StartGate;
import dev.interlude.planner.window.Window.Known;
import java.time.Instant;
import java.util.List;

/**
 * The gates before each act, whether or not its time has come: what is missing, who can mend it,
 * and what was passed on record.
 *
 * @param extend none: an end is put off by saying so
 * @param complete after a rollback its undoing is to be verified
 * @param rollback closed past the point of no return
 * @param resume closed once the work is rolled back
 */
public record GatesView(
        List<GateView> announce,
        List<GateView> start,
        List<GateView> extend,
        List<GateView> complete,
        List<GateView> rollback,
        List<GateView> resume) {

    /** As they stand at an instant. */
    public static GatesView of(Known w, Around around, Instant now) {
        return new GatesView(
                views(Gates.announce(w, around.policy(), now)),
                views(StartGate.gates(w, around.frozen())),
                List.of(),
                views(List.of(StartGate.verify(w, Outcome.SUCCEEDED))),
                views(List.of(Gates.wayBack(w))),
                views(List.of(StartGate.resume(w))));
    }

    private static List<GateView> views(List<Gate> gates) {
        return gates.stream().map(GateView::of).toList();
    }
}
