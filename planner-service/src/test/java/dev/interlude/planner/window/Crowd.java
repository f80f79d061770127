package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;

/** More people of the night, and what the checklist may say to them. */
final class Crowd {

    static final Actor DAN = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaadan");
    static final Actor EVE = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaeve");

    static final Instant THREE = Instant.parse("2026-03-07T02:00:00Z");

    private Crowd() {}

    /** Operator, not of the crew. */
    static Act dan(Instant now) {
        return Acts.by(DAN, now, "operator");
    }

    /** Operator, not of the crew. */
    static Act eve(Instant now) {
        return Acts.by(EVE, now, "operator");
    }

    /** A machine with every role that there is. */
    static Act machine(Instant now) {
        return Acts.by(CI, now, "planner", "operator", "liaison");
    }

    static Safeguards safeguards(Window w) {
        return ((Known) w).safeguards();
    }

    static State state(Window w) {
        return ((Known) w).state();
    }

    static ReadinessRecorded said(
            long sequence, String hash, boolean pastPointOfNoReturn, boolean rolledBack) {
        return new ReadinessRecorded(
                ID,
                sequence,
                hash,
                true,
                0,
                true,
                true,
                true,
                pastPointOfNoReturn,
                false,
                false,
                rolledBack,
                rolledBack,
                List.of());
    }

    /** At work, and the point of no return is passed. */
    static DeciderSpec<WindowCommand, WindowEvent, Window> pastTheBrink() {
        return started().and(said(20, "hash", true, false));
    }
}
