package dev.interlude.checklist.checklist;

/** How a script's run ended. */
public enum ScriptOutcome {
    /** Exit code 0, and what the probe saw was as expected. */
    SUCCEEDED,
    /** Another exit code, or it could not be started, or the probe saw something else. */
    FAILED,
    /** It took longer than it may. */
    TIMED_OUT,
    /** Somebody asked for its end. */
    CANCELLED,
    /** Its runner was not heard of any more: whether it came to its end is not known. */
    LOST,
    /** No runner took it in time: it did not run. */
    UNCLAIMED
}
