package dev.interlude.planner.slot;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.window.ComponentImpact;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What a time is wanted for.
 *
 * @param duration how long the maintenance takes, in elapsed time
 * @param components and what would be noticed of them
 * @param team whose policy and freezes count
 * @param crew opaque ids of those who should be there; the first one drives
 * @param range in which it should take place
 * @param zone in which starts are on the hour or the half
 */
public record SlotQuestion(
        Duration duration,
        List<ComponentImpact> components,
        String team,
        List<String> crew,
        Period range,
        ZoneId zone) {

    List<String> slugs() {
        return components.stream().map(ComponentImpact::id).toList();
    }
}
