package dev.interlude.story;

import java.time.Instant;

/**
 * The circumstances of an act.
 *
 * @param at time of the story: to which the clock is moved, or what it shows
 * @param variables what the story remembers so far
 */
public record Scene(Instant at, Variables variables) {}
