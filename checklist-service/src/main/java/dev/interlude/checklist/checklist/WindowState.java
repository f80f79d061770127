package dev.interlude.checklist.checklist;

/** The states of a window that a checklist knows of, written as they stand on the wire. */
public enum WindowState {
    Planned,
    Announced,
    InProgress,
    Verifying,
    RollingBack,
    Completed,
    Cancelled;

    /** True while there is work to do in the window. */
    public boolean underWay() {
        return this == InProgress || this == Verifying || this == RollingBack;
    }

    /** True when nothing more will be done in it. */
    public boolean over() {
        return this == Completed || this == Cancelled;
    }
}
