package dev.interlude.planner.slot;

import dev.interlude.planner.component.LoadProfile;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.window.NoticePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a slot is judged by.
 *
 * @param booked windows and occurrences of the range and a day around it
 * @param loads by slug; a component without one is busy by day and on working days
 */
public record Surroundings(
        Instant now,
        NoticePolicy policy,
        List<Declared> freezes,
        List<Booked> booked,
        Neighbours graph,
        Map<String, LoadProfile> loads) {}
