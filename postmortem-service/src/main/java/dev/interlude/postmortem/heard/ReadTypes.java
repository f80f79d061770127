package dev.interlude.postmortem.heard;

import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * The events that must be readable, since a post-mortem or every sentence of a timeline hangs on
 * them. All others are archived whatever they hold.
 */
@ApplicationScoped
class ReadTypes implements HeardTypes {

    private static final Map<String, Class<?>> TYPES =
            Map.of(
                    "dev.interlude.planner.WindowPlanned.v1", FromPlanner.WindowPlanned.class,
                    "dev.interlude.planner.CrewAssigned.v1", FromPlanner.CrewAssigned.class,
                    "dev.interlude.planner.ReadinessRecorded.v1",
                            FromPlanner.ReadinessRecorded.class,
                    "dev.interlude.planner.WindowExtended.v1", FromPlanner.WindowExtended.class,
                    "dev.interlude.planner.WindowCompleted.v1", FromPlanner.WindowCompleted.class,
                    "dev.interlude.checklist.StepAdded.v1", FromChecklist.StepAdded.class,
                    "dev.interlude.checklist.StepFailed.v1", FromChecklist.StepTurn.class,
                    "dev.interlude.checklist.StepRejected.v1", FromChecklist.StepTurn.class,
                    "dev.interlude.checklist.StepRetried.v1", FromChecklist.StepTurn.class);

    @Override
    public Map<String, Class<?>> types() {
        return TYPES;
    }
}
