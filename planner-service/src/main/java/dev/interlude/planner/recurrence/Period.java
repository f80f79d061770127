package dev.interlude.planner.recurrence;

import java.time.Instant;

/** From an instant up to, but without, another; UTC. */
public record Period(Instant start, Instant end) {

    /** True when they share at least an instant. */
    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
