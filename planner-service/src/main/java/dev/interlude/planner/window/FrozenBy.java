package dev.interlude.planner.window;

import java.time.Instant;

/**
 * A freeze that a window's time lies in.
 *
 * @param freezeId slug or UUID
 * @param from first instant of the period that is meant, UTC
 * @param until first instant after it, UTC
 */
public record FrozenBy(String freezeId, String title, Instant from, Instant until) {}
