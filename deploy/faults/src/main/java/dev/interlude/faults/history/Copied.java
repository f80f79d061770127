package dev.interlude.faults.history;

import java.util.UUID;

/** An event as it was found in a copy of the log: on a topic, or in the log of who heard it. */
public record Copied(String stream, long sequence, UUID id, String digest) {}
