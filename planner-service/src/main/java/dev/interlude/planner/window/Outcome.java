package dev.interlude.planner.window;

/** How a maintenance ended. */
public enum Outcome {
    SUCCEEDED,
    PARTIAL,
    ROLLED_BACK,
    FAILED
}
