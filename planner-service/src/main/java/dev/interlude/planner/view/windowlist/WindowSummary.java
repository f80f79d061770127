package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A window in a list; {@code GET /api/v1/windows/{id}} has all of it.
 *
 * @param number {@code M-142}
 * @param flags overrun: the present end has passed
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
        Map<String, String> links) {

    static WindowSummary of(WindowRow row, List<ComponentImpact> components) {
        return new WindowSummary(
                row.id,
                "M-" + row.number,
                row.title,
                row.state,
                row.overrun ? List.of("overrun") : List.of(),
                row.kind,
                row.audience,
                row.team,
                row.zone,
                row.startsAt,
                row.endsAt,
                components,
                Map.of("self", "/api/v1/windows/" + row.id));
    }
}
