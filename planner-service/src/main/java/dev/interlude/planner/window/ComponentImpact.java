package dev.interlude.planner.window;

/**
 * A component as customers know it, and what they notice of it.
 *
 * @param id slug of the catalogue
 * @param name as the catalogue had it when it was written down
 */
public record ComponentImpact(String id, String name, Impact impact) {}
