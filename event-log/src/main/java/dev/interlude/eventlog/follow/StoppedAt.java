package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;

/** Who follows the log can't pass an event; says which one. */
public final class StoppedAt extends RuntimeException {

    StoppedAt(LogEvent event, Throwable cause) {
        super(
                "stopped in front of event "
                        + event.id()
                        + " ("
                        + event.type()
                        + " of "
                        + event.stream()
                        + ", position "
                        + event.position()
                        + "): "
                        + cause,
                cause);
    }
}
