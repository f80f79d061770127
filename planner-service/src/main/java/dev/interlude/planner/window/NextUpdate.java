package dev.interlude.planner.window;

import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when the audience of a window expects to hear more. */
public final class NextUpdate {

    private NextUpdate() {}

    /** As promised, else by the rhythm while the work runs; null when nothing is expected. */
    public static @Nullable Instant of(Known w) {
        if (w.promise().announcement() == null || w.state().ended()) {
            return null;
        }
        Saying saying = w.promise().saying();
        if (saying.promised() != null) {
            return saying.promised();
        }
        Duration every = w.plan().updateEvery();
        return w.state().running() && every != null && saying.lastAt() != null
                ? saying.lastAt().plus(every)
                : null;
    }
}
