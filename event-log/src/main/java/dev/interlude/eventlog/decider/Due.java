package dev.interlude.eventlog.decider;

import java.time.Instant;

/**
 * A timer that a state asks for.
 *
 * @param name unique within the stream, for example {@code reminder/P1D}
 * @param at when it fires, by the log's clock
 */
public record Due(String name, Instant at) {}
