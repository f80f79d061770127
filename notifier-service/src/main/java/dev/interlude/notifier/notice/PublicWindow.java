package dev.interlude.notifier.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the public may know of a window at one moment. Instants are UTC.
 *
 * @param title plain text
 * @param state by the acts of the crew, never by the clock
 * @param flags {@code overrun}, {@code delayed}, {@code tentative}; empty when none holds
 * @param zone IANA zone in which the window was planned
 * @param start as announced
 * @param end as announced now
 * @param previousStart the start before the last move; null when there was none
 * @param previousEnd the end before the last extension; null when there was none, or a move since
 * @param actualEnd when the work ended; null until it has
 * @param nextUpdateBy until when the next update was promised; null when none was
 */
public record PublicWindow(
        String title,
        WindowState state,
        List<String> flags,
        String zone,
        Instant start,
        Instant end,
        @Nullable Instant previousStart,
        @Nullable Instant previousEnd,
        @Nullable Instant actualEnd,
        @Nullable Instant nextUpdateBy,
        List<AffectedComponent> components) {

    public static final String OVERRUN = "overrun";
    public static final String DELAYED = "delayed";
    public static final String TENTATIVE = "tentative";

    public PublicWindow {
        flags = List.copyOf(flags);
        components = List.copyOf(components);
    }

    /** The same window, called off: nothing that was promised of it holds. */
    PublicWindow cancelled() {
        return new PublicWindow(
                title,
                WindowState.Cancelled,
                List.of(),
                zone,
                start,
                end,
                previousStart,
                previousEnd,
                actualEnd,
                null,
                components);
    }

    public boolean overrun() {
        return flags.contains(OVERRUN);
    }

    /** The start has passed, and the work has not begun. */
    public boolean delayed() {
        return flags.contains(DELAYED);
    }

    public boolean tentative() {
        return flags.contains(TENTATIVE);
    }
}
