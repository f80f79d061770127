package dev.interlude.planner.heard;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checklist turned: what is done of it, and what keeps gates closed. */
public record ReadinessChanged(
        String windowId,
        String planHash,
        boolean reviewed,
        int openConcerns,
        boolean rollbacksNamed,
        boolean prepared,
        boolean carryOutStarted,
        boolean pastPointOfNoReturn,
        boolean carriedOut,
        boolean verified,
        boolean rolledBack,
        boolean rollbackVerified,
        List<Open> open) {

    public static final String TYPE = "dev.interlude.checklist.ReadinessChanged.v1";

    /** Without these it is no readiness, and is parked rather than met halfway. */
    public ReadinessChanged {
        Objects.requireNonNull(windowId, "windowId");
        Objects.requireNonNull(planHash, "planHash");
        Objects.requireNonNull(open, "open");
    }

    /** A step or concern that keeps a gate closed. */
    public record Open(String gate, @Nullable String stepId, @Nullable String title) {
        public Open {
            Objects.requireNonNull(gate, "gate");
        }
    }
}
