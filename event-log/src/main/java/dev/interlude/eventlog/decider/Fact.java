package dev.interlude.eventlog.decider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was decided.
 *
 * @param occurredAt when it happened in the world; null means at the act's {@code now}
 */
public record Fact<E>(E event, @Nullable Instant occurredAt) {}
