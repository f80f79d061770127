package dev.interlude.eventlog;

import java.time.Instant;

/**
 * An aggregate as its stream says it is.
 *
 * @param state the initial state when there is no such stream
 * @param version sequence of the newest event made by a command: the ETag; 0 when there is none
 * @param sequence stream version, 0 when there is no such stream
 * @param now the log's clock when it was read
 */
public record Folded<S>(S state, long version, long sequence, Instant now) {

    /** True when the stream has events. */
    public boolean exists() {
        return sequence > 0;
    }
}
