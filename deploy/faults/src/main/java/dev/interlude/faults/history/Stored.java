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
 */
public record Stored(
        long position,
        String source,
        String stream,
        long sequence,
        UUID id,
        String digest,
        @Nullable String mark) {}
