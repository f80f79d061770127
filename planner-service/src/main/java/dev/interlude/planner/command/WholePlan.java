package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Requests.ComponentImpactRequest;
import dev.interlude.planner.command.Requests.PlanRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan in which nothing that is needed is missing.
 *
 * @param rest what may be absent, and what of {@code rest} is here as well is the same there
 * @param copyOf id of the earlier window, or null
 */
record WholePlan(
        String title,
        Texts publicText,
        String zone,
        Instant start,
        Instant end,
        List<ComponentImpactRequest> components,
        PlanRequest rest,
        @Nullable String copyOf) {

    /** Fails with 422 and the place of each that is missing. */
    static WholePlan of(PlanRequest asked, @Nullable String copyOf) {
        String title = asked.title();
        Texts publicText = asked.publicText();
        String zone = asked.zone();
        Instant end = asked.end();
        var components = asked.components();
        if (title == null
                || publicText == null
                || zone == null
                || end == null
                || components == null) {
            throw missing(asked);
        }
        return new WholePlan(
                title, publicText, zone, asked.start(), end, components, asked, copyOf);
    }

    private static Problem missing(PlanRequest asked) {
        List<Map<String, String>> errors = new ArrayList<>();
        add(errors, "/components", asked.components());
        add(errors, "/end", asked.end());
        add(errors, "/publicText", asked.publicText());
        add(errors, "/title", asked.title());
        add(errors, "/zone", asked.zone());
        return Problem.of(422, "invalid", "the content is not acceptable").with("errors", errors);
    }

    private static void add(
            List<Map<String, String>> errors, String pointer, @Nullable Object value) {
        if (value == null) {
            errors.add(Map.of("pointer", pointer, "rule", "must not be null"));
        }
    }
}
