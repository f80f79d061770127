package dev.interlude.planner.window;

/** What a member of the crew does: carries out, checks and confirms, speaks with customers. */
public enum CrewRole {
    DRIVER,
    BUDDY,
    LIAISON
}
