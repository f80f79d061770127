package dev.interlude.checklist.checklist;

/**
 * Somebody of the crew besides driver, buddy and liaison: an expert, or who has one of these roles
 * for a part of the window.
 *
 * @param lane lane of the steps that are theirs: a slug, or {@code driver}, {@code buddy}, {@code
 *     liaison}
 * @param person opaque id
 */
public record Expert(String lane, String person) {}
