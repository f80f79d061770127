package dev.interlude.planner.view.window;

import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.Gate;
import dev.interlude.planner.window.Outcome;
import dev.interlude.planner.window.PassedBy;
import dev.interlude.planner.window.StartGate;
import dev.interlude.planner.window.Window.Known;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate of what comes next: the start, or the completion.
 *
 * @param gate notice, crew, approval, checklist, prepare, review, rollback, freeze or verify
 * @param missing what keeps it closed, and who can mend it; empty when it is open of itself
 * @param passedBy the override or broken glass that it is passed by although something is missing
 */
public record GateView(
        String gate, boolean passed, List<Gate.Missing> missing, @Nullable PassedBy passedBy) {

    static List<GateView> of(Known w, List<FrozenBy> frozen) {
        List<Gate> gates =
                switch (w.state()) {
                    case PLANNED, ANNOUNCED -> StartGate.gates(w, frozen);
                    case IN_PROGRESS, VERIFYING, ROLLING_BACK ->
                            List.of(StartGate.verify(w, Outcome.SUCCEEDED));
                    case COMPLETED, CANCELLED -> List.of();
                };
        return gates.stream().map(GateView::of).toList();
    }

    static GateView of(Gate g) {
        return new GateView(g.name(), g.passed(), g.missing(), g.passedBy());
    }
}
