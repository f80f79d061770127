package dev.interlude.planner.window;

import org.jspecify.annotations.Nullable;

/**
 * What could go wrong.
 *
 * @param text in the planner's words, null when the level says it all
 */
public record Risk(Level level, @Nullable String text) {

    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }
}
