package dev.interlude.checklist.checklist;

/** What the second person does for a step. */
public enum Mode {
    /** The other clears the step before it starts and confirms it afterwards. */
    READ_DO,
    /** The other confirms it afterwards. */
    DO_CONFIRM,
    /** Nobody else is needed. */
    SOLO
}
