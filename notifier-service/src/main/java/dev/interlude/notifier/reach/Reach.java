package dev.interlude.notifier.reach;

/**
 * What was recorded about the reach of one window's notices.
 *
 * @param dropped how many notices were dropped
 */
public record Reach(long dropped) {}
