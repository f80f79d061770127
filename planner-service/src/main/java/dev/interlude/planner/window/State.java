package dev.interlude.planner.window;

/** Where a window is in its life; {@link #written()} is the word on the wire. */
public enum State {
    PLANNED("Planned"),
    ANNOUNCED("Announced"),
    IN_PROGRESS("InProgress"),
    VERIFYING("Verifying"),
    ROLLING_BACK("RollingBack"),
    COMPLETED("Completed"),
    CANCELLED("Cancelled");

    private final String written;

    State(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    /** True from the start until the end: people are at work. */
    public boolean running() {
        return this == IN_PROGRESS || this == VERIFYING || this == ROLLING_BACK;
    }

    /** True when nothing happens to the window any more. */
    public boolean ended() {
        return this == COMPLETED || this == CANCELLED;
    }
}
