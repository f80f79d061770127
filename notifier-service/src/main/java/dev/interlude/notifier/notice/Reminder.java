package dev.interlude.notifier.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a reminder still tells the truth. */
public final class Reminder {

    /** Why a reminder is not sent; its name is what stands on the wire. */
    public enum Stale {
        /** It was made for a start that is no longer the present one. */
        START_CHANGED,
        /** The work began, ended or was cancelled, or its start has passed. */
        NO_LONGER_AHEAD
    }

    private Reminder() {}

    /** The reason to drop it, or null when it holds. */
    public static @Nullable Stale whyStale(Instant start, PublicWindow window, Instant now) {
        if (!start.equals(window.start())) {
            return Stale.START_CHANGED;
        }
        boolean ahead = window.state() == WindowState.Announced && now.isBefore(start);
        return ahead ? null : Stale.NO_LONGER_AHEAD;
    }
}
