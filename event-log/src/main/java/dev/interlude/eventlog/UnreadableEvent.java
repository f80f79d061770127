package dev.interlude.eventlog;

import org.jspecify.annotations.Nullable;

/** Event data that can't be read as the record its type promises. */
public final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
