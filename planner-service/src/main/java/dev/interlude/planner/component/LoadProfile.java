package dev.interlude.planner.component;

import java.util.Collections;
import java.util.List;

/**
 * How much a component is used in the hours of a week.
 *
 * @param zone IANA zone of those hours
 * @param hours 168 numbers in any unit, none negative: the first is Monday 00:00 to 01:00
 */
public record LoadProfile(String zone, List<Double> hours) {

    /** Hours of a week. */
    public static final int HOURS = 168;

    public LoadProfile {
        hours = List.copyOf(hours);
    }

    /** The busiest hour. */
    public double peak() {
        return Collections.max(hours);
    }
}
