package dev.interlude.checklist.heard;

import dev.interlude.checklist.heard.FromPostmortem.LessonProposed;
import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the checklist listens to: the planner, for where the window stands and who its crew is; the
 * post-mortem, for what templates should know next time.
 */
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
        Map<String, Class<?>> all = new HashMap<>(RECORDS);
        all.put(LessonProposed.TYPE, LessonProposed.class);
        return all;
    }

    /** The records of the planner by full type. */
    public static Map<String, Class<? extends FromPlanner>> records() {
        return RECORDS;
    }
}
