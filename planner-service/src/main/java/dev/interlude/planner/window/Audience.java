package dev.interlude.planner.window;

/** Whom a window is told to: customers as well, or staff alone. */
public enum Audience {
    PUBLIC,
    STAFF
}
