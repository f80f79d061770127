package dev.interlude.planner.window;

/** What customers notice of a component, from nothing to everything; the order is that of harm. */
public enum Impact {
    NO_IMPACT,
    REDUCED_REDUNDANCY,
    DEGRADED,
    OUTAGE;

    public boolean worseThan(Impact other) {
        return compareTo(other) > 0;
    }
}
