package dev.interlude.checklist.heard;

import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the checklist listens to: the planner, for where the window stands and who its crew is. */
@ApplicationScoped
public class HeardByChecklist implements HeardTypes {

    private static final Map<String, Class<? extends FromPlanner>> RECORDS =
            Stream.of(
                            FromPlanner.WindowPlanned.class,
                            FromPlanner.CrewAssigned.class,
                            FromPlanner.CrewAccepted.class,
                            FromPlanner.CrewDeclined.class,
                            FromPlanner.CrewHandedOver.class,
                            FromPlanner.RoleTakenOver.class,
                            FromPlanner.HoldCalled.class,
                            FromPlanner.HoldReleased.class,
                            FromPlanner.GlassBroken.class,
                            FromPlanner.RollbackBegan.class,
                            FromPlanner.WindowMoved.class,
                            FromPlanner.WindowAnnounced.class,
                            FromPlanner.WindowStarted.class,
                            FromPlanner.WindowExtended.class,
                            FromPlanner.VerificationBegan.class,
                            FromPlanner.CarryOutResumed.class,
                            FromPlanner.WindowCompleted.class,
                            FromPlanner.WindowCancelled.class)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    type -> "dev.interlude.planner." + type.getSimpleName() + ".v1",
                                    type -> type));

    @Override
    public Map<String, Class<?>> types() {
        return Map.copyOf(RECORDS);
    }

    /** The records by full type. */
    public static Map<String, Class<? extends FromPlanner>> records() {
        return RECORDS;
    }
}
