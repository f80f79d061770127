package dev.interlude.checklist.checklist;

/**
 * A break-glass under which one person confirms steps that they did themselves, loudly.
 *
 * @param ordinal its number in the window
 * @param by who broke it, and the only one who may act under it
 */
public record Glass(int ordinal, String by) {}
