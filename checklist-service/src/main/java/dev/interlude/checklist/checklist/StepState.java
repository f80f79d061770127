package dev.interlude.checklist.checklist;

/** Where a step stands, written as it is on the wire. */
public enum StepState {
    /** Something it depends on is not done. */
    Pending,
    /** Can be started. */
    Ready,
    /** Could be started, once the other has cleared it. */
    AwaitingClearance,
    Running,
    /** Done, says who did it; the other has not looked yet. */
    AwaitingConfirmation,
    Done,
    Failed,
    Skipped,
    /** Was begun, and has been undone. */
    RolledBack
}
