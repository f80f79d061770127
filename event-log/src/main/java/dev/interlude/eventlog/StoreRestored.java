package dev.interlude.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * The first event of a new epoch, in the stream {@code store-<service>}: the service's database
 * came back from a backup. Its type is {@code dev.interlude.<service>.StoreRestored.v1}.
 *
 * @param epoch the epoch that began
 * @param lastPosition newest position of the service's log that the backup had
 */
public record StoreRestored(int epoch, long lastPosition) {

    /** The category of its stream, which every service has. */
    static final String CATEGORY = "store";

    private static final String NAME = "StoreRestored";

    /**
     * Reads it, when the event is one that another service published; else null.
     *
     * @throws UnreadableEvent when it is one and is no such JSON
     */
    public static @Nullable StoreRestored heard(LogEvent event) {
        return !event.own() && event.category().equals(CATEGORY) && event.name().equals(NAME)
                ? event.read(StoreRestored.class)
                : null;
    }
}
