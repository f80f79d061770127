package dev.interlude.notifier.notice;

/** Where a window stands, written as the planner writes it. */
public enum WindowState {
    Planned,
    Announced,
    InProgress,
    Verifying,
    RollingBack,
    Completed,
    Cancelled;

    /**
     * True from the start of the work until its end, by the acts of people and not by the clock.
     */
    public boolean running() {
        return this == InProgress || this == Verifying || this == RollingBack;
    }

    public boolean over() {
        return this == Completed || this == Cancelled;
    }
}
