package dev.interlude.planner.window;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An extension that the forecast suggests; people decide. */
public record Proposal(
        int ordinal,
        Instant announcedEnd,
        Instant proposedEnd,
        Instant p50,
        Instant p90,
        Map<String, String> publicText,
        Status status) {

    public enum Status {
        OPEN,
        ACCEPTED,
        DISMISSED,
        WITHDRAWN,
        SUPERSEDED
    }

    Proposal turned(Status next) {
        return new Proposal(ordinal, announcedEnd, proposedEnd, p50, p90, publicText, next);
    }

    /** Its crossing is not over: the forecast is still past the end it was made for. */
    boolean unsettled() {
        return status == Status.OPEN || status == Status.DISMISSED;
    }

    Proposal settledBy(@Nullable Integer accepted) {
        if (accepted != null && accepted == ordinal) {
            return turned(Status.ACCEPTED);
        }
        return unsettled() ? turned(Status.SUPERSEDED) : this;
    }
}
