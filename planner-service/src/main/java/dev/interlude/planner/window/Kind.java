package dev.interlude.planner.window;

/** The kind of maintenance, which decides what rules it is under. */
public enum Kind {
    /** Planned ahead, under all rules. */
    NORMAL,

    /** The same from an approved template, and so without an approval of its own. */
    STANDARD,

    /** Begun because it must be: it is told late rather than never, and may have begun already. */
    EMERGENCY,

    /** Somebody else's work that affects us: no crew and no checklist of ours. */
    PROVIDER,

    /** Practised as if, and never public. */
    REHEARSAL
}
