package dev.interlude.planner.slot;

import java.time.Instant;
import java.util.List;

/**
 * A time for a maintenance.
 *
 * @param start UTC
 * @param end UTC
 * @param localStart on the wall of the zone, with its offset
 * @param localEnd on the wall of the zone, with its offset
 * @param open nothing stands against it that would be refused or collide
 * @param score higher is better; comparable within one answer only
 * @param reasonsFor sentences
 * @param reasonsAgainst sentences
 */
public record Slot(
        Instant start,
        Instant end,
        String localStart,
        String localEnd,
        boolean open,
        int score,
        List<String> reasonsFor,
        List<String> reasonsAgainst) {}
