package dev.interlude.planner.window;

/** The kind of maintenance, which decides what rules it is under. */
public enum Kind {
    /** Planned ahead, under all rules. */
    NORMAL
}
