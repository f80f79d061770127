package dev.interlude.notifier.notice;

/**
 * A component in a public snapshot.
 *
 * @param id slug
 * @param name as customers know it
 * @param impact before the work: as announced; during it: as it is now; after it: what is left
 */
public record AffectedComponent(String id, String name, Impact impact) {}
