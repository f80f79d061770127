package dev.interlude.planner.window;

/**
 * What a member of the crew does: carries out, checks and confirms, speaks with customers, knows
 * one thing best.
 */
public enum CrewRole {
    DRIVER,
    BUDDY,
    LIAISON,
    EXPERT
}
