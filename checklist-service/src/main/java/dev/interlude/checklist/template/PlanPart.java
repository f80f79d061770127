package dev.interlude.checklist.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a window of this kind is planned with; each member may be left open. Texts by language, with
 * placeholders such as {@code {{end}}} unrendered.
 *
 * @param duration of the window
 * @param reminders ahead of the start, ISO 8601 durations such as {@code P1D}
 */
public record PlanPart(
        @Nullable Map<String, String> publicText,
        @Nullable Map<String, String> internalText,
        @Nullable List<Affected> components,
        @Nullable Duration duration,
        @Nullable List<String> reminders,
        @Nullable Risk risk) {

    /**
     * A component and what happens to it.
     *
     * @param impact NO_IMPACT, REDUCED_REDUNDANCY, DEGRADED or OUTAGE
     */
    public record Affected(String id, String impact) {}

    /**
     * What can go wrong.
     *
     * @param level LOW, MEDIUM or HIGH
     */
    public record Risk(String level, @Nullable String text) {}
}
