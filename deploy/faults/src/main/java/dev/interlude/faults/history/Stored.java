package dev.interlude.faults.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a log.
 *
 * @param source the service that decided it
 * @param sequence its version in the stream, from 1
 * @param digest of its data, to compare bytes by
 * @param mark of the operation that led to it, or null
 * @param live false for what its source lost when its database came back from a backup
 */
public record Stored(
        long position,
        String source,
        String stream,
        long sequence,
        UUID id,
        String digest,
        @Nullable String mark,
        boolean live) {

    /** A row that is live. */
    public Stored(
            long position,
            String source,
            String stream,
            long sequence,
            UUID id,
            String digest,
            @Nullable String mark) {
        this(position, source, stream, sequence, id, digest, mark, true);
    }
}
