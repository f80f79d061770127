package dev.interlude.faults.history;

import java.util.UUID;

/**
 * An event as it was found in a copy of the log: on a topic, or in the log of who heard it.
 *
 * @param epoch of its source's store
 * @param position in its source's log
 */
public record Copied(
        String stream, long sequence, UUID id, String digest, int epoch, long position) {}
