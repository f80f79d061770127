package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Gate;
import dev.interlude.planner.window.Outcome;
import dev.interlude.planner.window.StartGate;
import dev.interlude.planner.window.Window.Known;
import java.util.List;

/**
 * A gate of what comes next: the start, or the completion.
 *
 * @param gate notice, crew, checklist, prepare, review, rollback or verify
 * @param missing what keeps it closed, and who can mend it; empty when passed
 */
public record GateView(String gate, boolean passed, List<Gate.Missing> missing) {

    static List<GateView> of(Known w) {
        List<Gate> gates =
                switch (w.state()) {
                    case PLANNED, ANNOUNCED -> StartGate.gates(w);
                    case IN_PROGRESS, VERIFYING -> List.of(StartGate.verify(w, Outcome.SUCCEEDED));
                    case COMPLETED, CANCELLED -> List.of();
                };
        return gates.stream().map(g -> new GateView(g.name(), g.passed(), g.missing())).toList();
    }
}
