package dev.interlude.planner.slot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why two windows should not take place at the same time.
 *
 * @param windowId the other one
 * @param number its number; absent for an occurrence of a series that is not open yet
 * @param start of the other one, UTC
 * @param end of the other one, UTC
 * @param text a sentence
 */
public record Collision(
        Kind kind,
        String windowId,
        @Nullable String number,
        String title,
        Instant start,
        Instant end,
        String text) {

    /** From the most to the least serious. */
    public enum Kind {
        /** Somebody would be driver of one while they are of the crew of the other. */
        DRIVER_TWICE,
        SAME_COMPONENT,
        DEPENDENCY,
        /** Components of both stand in for each other. */
        BACKUP,
        /** Somebody who drives neither is of the crew of both. */
        CREW_TWICE
    }

    /** True unless it is only that people would be short. */
    boolean ofWork() {
        return kind == Kind.SAME_COMPONENT || kind == Kind.DEPENDENCY || kind == Kind.BACKUP;
    }
}
