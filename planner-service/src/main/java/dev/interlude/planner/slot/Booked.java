package dev.interlude.planner.slot;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.window.Impact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a window takes up components and people.
 *
 * @param id of the window, or of an occurrence of a series that is not open yet
 * @param number {@code M-142}; null for such an occurrence
 * @param impacts what is noticed of each component, by slug
 * @param driver null while nobody is named
 * @param others who else is of the crew
 */
public record Booked(
        String id,
        @Nullable String number,
        String title,
        String team,
        Period time,
        Map<String, Impact> impacts,
        @Nullable String driver,
        List<String> others) {

    /** How it is spoken of. */
    public String name() {
        return number == null ? title : number + " (" + title + ")";
    }

    /** True for driver, buddy, liaison and experts. */
    boolean takesUp(String person) {
        return person.equals(driver) || others.contains(person);
    }

    Collection<String> components() {
        return impacts.keySet();
    }
}
