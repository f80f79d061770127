package dev.interlude.eventlog.decider;

import java.time.Instant;
import java.util.UUID;

/**
 * The circumstances of a command, part of every command record so that a decider needs no clock and
 * no security context.
 *
 * @param actor who asks
 * @param authority what they may do
 * @param now the instant of the log's clock, UTC, microseconds; what the rules call "now"
 * @param correlationId the chain of acts that this one belongs to
 */
public record Act(Actor actor, Authority authority, Instant now, UUID correlationId) {}
