package dev.interlude.planner.window;

import static java.util.Comparator.comparingInt;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ForgetReadiness;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowEvent.ReadinessForgotten;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import java.util.Comparator;

/** What the checklist says is kept; what it said earlier than that is passed over. */
final class Recording {

    private static final int FIRST_EPOCH = 1;

    /** After a restore of the checklist's store its sequences begin further down again. */
    private static final Comparator<ReadinessRecorded> AGE =
            comparingInt(Recording::epoch).thenComparingLong(ReadinessRecorded::checklistSequence);

    private Recording() {}

    static Decision<WindowEvent> record(RecordReadiness c, Known w) {
        ReadinessRecorded known = w.course().readiness();
        boolean old = known != null && AGE.compare(c.readiness(), known) <= 0;
        return old || w.state().ended() ? Decision.nothing() : Decision.accept(c.readiness());
    }

    static Decision<WindowEvent> forget(ForgetReadiness c, Known w) {
        ReadinessRecorded known = w.course().readiness();
        return known == null || epoch(known) >= c.checklistEpoch() || w.state().ended()
                ? Decision.nothing()
                : Decision.accept(new ReadinessForgotten(w.plan().windowId(), c.checklistEpoch()));
    }

    private static int epoch(ReadinessRecorded said) {
        Integer epoch = said.checklistEpoch();
        return epoch == null ? FIRST_EPOCH : epoch;
    }
}
