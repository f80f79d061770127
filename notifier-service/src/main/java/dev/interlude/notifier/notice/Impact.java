package dev.interlude.notifier.notice;

/** What customers feel on a component, from nothing to everything; the order is "worse than". */
public enum Impact {
    NO_IMPACT,
    REDUCED_REDUNDANCY,
    DEGRADED,
    OUTAGE;

    public Impact worse(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
