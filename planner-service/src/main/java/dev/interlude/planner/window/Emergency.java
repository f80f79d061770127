package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Decision.Accepted;
import dev.interlude.eventlog.decider.Decision.Rejected;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowCommand.UpTo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * At night one request is enough: planned, announced and begun, each by its own rules and all or
 * none of it.
 */
final class Emergency {

    private Emergency() {}

    /** Goes on from the plan as far as the command says. */
    static Decision<WindowEvent> upTo(PlanWindow c, UpTo upTo, List<Fact<WindowEvent>> planned) {
        Act act = c.act();
        Decision<WindowEvent> announced =
                then(act, planned, w -> Planning.announce(new AnnounceWindow(act, c.policy()), w));
        return switch (upTo) {
            case Announced -> announced;
            case InProgress -> started(act, announced);
        };
    }

    /** Who asks for the start says yes by that to what they are named for. */
    private static Decision<WindowEvent> started(Act act, Decision<WindowEvent> announced) {
        Decision<WindowEvent> accepted =
                then(act, announced, w -> Crewing.accept(new AcceptCrew(act), w));
        return then(act, accepted, w -> Running.start(new StartWindow(act), w));
    }

    private static Decision<WindowEvent> then(
            Act act, Decision<WindowEvent> before, Function<Known, Decision<WindowEvent>> next) {
        return switch (before) {
            case Rejected<WindowEvent> no -> no;
            case Accepted<WindowEvent>(var facts) -> then(act, facts, next);
        };
    }

    private static Decision<WindowEvent> then(
            Act act, List<Fact<WindowEvent>> before, Function<Known, Decision<WindowEvent>> next) {
        return switch (folded(act, before)) {
            case NotPlanned _ -> Refusals.noSuchWindow();
            case Known w ->
                    switch (next.apply(w)) {
                        case Rejected<WindowEvent> no -> no;
                        case Accepted<WindowEvent>(var more) -> both(before, more);
                    };
        };
    }

    private static Decision<WindowEvent> both(
            List<Fact<WindowEvent>> before, List<Fact<WindowEvent>> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return Decision.acceptAll(all);
    }

    private static Window folded(Act act, List<Fact<WindowEvent>> facts) {
        Window window = new NotPlanned();
        for (int i = 0; i < facts.size(); i++) {
            window = WindowEvolution.evolve(window, Recorded.decided(facts.get(i), act, i + 1L));
        }
        return window;
    }
}
