package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.forecast.Schedule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turning back, as it would be from now on or as it goes.
 *
 * @param begun whether it goes already
 * @param schedule of what is left of it; null as long as nobody is known who could do it
 */
public record Return(boolean begun, RollbackPlanned way, @Nullable Schedule schedule) {

    /**
     * As of an instant.
     *
     * @param checklist drafted
     */
    public static Return from(Checklist checklist, Instant now) {
        Rollback going = checklist.rollback();
        Window window = checklist.window();
        String id = ChecklistDecider.windowId(checklist);
        RollbackPlanned way =
                going == null
                        ? WayBack.from(checklist, id)
                        : new RollbackPlanned(id, going.steps(), going.verify(), List.of());
        if (window == null) {
            return new Return(going != null, way, null);
        }
        var work = new WorkLeft(checklist, window);
        Schedule schedule = Schedule.of(going == null ? work.back(way, now) : work.ahead(now), now);
        return new Return(going != null, way, schedule);
    }
}
