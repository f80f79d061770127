package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window in a list; {@code GET /api/v1/windows/{id}} has all of it.
 *
 * @param number {@code M-142}
 * @param flags overrun: the present end has passed; held: no new step starts; delayed: the start
 *     has passed, and the work has not begun; tentative: not sure to take place
 * @param outcome SUCCEEDED, PARTIAL, ROLLED_BACK or FAILED; absent until completed
 * @param series id of the series that it is of; absent for others
 */
public record WindowSummary(
        String id,
        String number,
        String title,
        String state,
        List<String> flags,
        String kind,
        String audience,
        String team,
        String zone,
        Instant start,
        Instant end,
        List<ComponentImpact> components,
        @Nullable String outcome,
        @Nullable String series,
        Map<String, String> links) {

    static WindowSummary of(WindowRow row, List<ComponentImpact> components) {
        return new WindowSummary(
                row.id,
                "M-" + row.number,
                row.title,
                row.state,
                flags(row),
                row.kind,
                row.audience,
                row.team,
                row.zone,
                row.startsAt,
                row.endsAt,
                components,
                row.outcome,
                row.series,
                Map.of("self", "/api/v1/windows/" + row.id));
    }

    private static List<String> flags(WindowRow row) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.isRaised(row))
                .map(Flag::written)
                .toList();
    }
}
