package dev.interlude.notifier.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * The planner's event that a notice tells of.
 *
 * @param id of that event; becomes the notice's id
 * @param occurredAt when it happened, UTC
 */
public record Cause(UUID id, Instant occurredAt) {}
