package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import java.util.List;

/** Going on: the first step of one's lanes that can be started; none is no fault. */
final class NextStep {

    private NextStep() {}

    static List<Fact<ChecklistEvent>> started(Act act, Checklist state, List<String> lanes) {
        for (StepRecord s : state.steps().values()) {
            if (lanes.contains(s.step().lane())
                    && state.stateOf(s) == StepState.Ready
                    && Execution.start(new StartStep(act, s.step().id(), null), state)
                            instanceof Decision.Accepted<ChecklistEvent>(var facts)) {
                return facts;
            }
        }
        return List.of();
    }

    /** Of the lanes of who acts, unless they are at a step already. */
    static List<Fact<ChecklistEvent>> own(Act act, Checklist state) {
        Window window = state.window();
        boolean busy =
                state.steps().values().stream()
                        .anyMatch(s ->
                                s.progress() instanceof Progress.Running running
                                        && running.startedBy().equals(act.actor()));
        return window == null || busy
                ? List.of()
                : started(act, state, Duty.at(window, act.now()).lanesOf(act.actor().id()));
    }
}
