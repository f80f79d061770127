package dev.interlude.checklist.checklist;

/** What a verify step verifies. */
public enum Verifies {
    WORK,
    ROLLBACK,
    BOTH
}
