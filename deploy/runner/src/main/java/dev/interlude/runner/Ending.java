package dev.interlude.runner;

/** What became of a run's processes, as the service wants to hear it. */
enum Ending {
    EXITED,
    TIMED_OUT,
    CANCELLED,
    NOT_STARTED,
    LOST
}
