package dev.interlude.checklist.checklist;

/** The part of a maintenance that a step belongs to, in their order. */
public enum Phase {
    PREPARE,
    CARRY_OUT,
    VERIFY,
    ROLLBACK
}
