package dev.interlude.planner.heard;

import java.time.Instant;
import java.util.Objects;

/** When the checklist expects to be done: in the median, and with bad luck. UTC. */
public record ForecastChanged(String windowId, Instant p50, Instant p90) {

    public static final String TYPE = "dev.interlude.checklist.ForecastChanged.v1";

    /** Without these it is no forecast, and is parked rather than met halfway. */
    public ForecastChanged {
        Objects.requireNonNull(windowId, "windowId");
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p90, "p90");
    }
}
