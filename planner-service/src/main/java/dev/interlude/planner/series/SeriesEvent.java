package dev.interlude.planner.series;

import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.ComponentImpact;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a series; {@code localStart} is always the original one, by the rule. */
public sealed interface SeriesEvent {

    String seriesId();

    record SeriesPlanned(String seriesId, SeriesTerms terms) implements SeriesEvent {}

    /**
     * From one occurrence on it is another one.
     *
     * @param withdrawn windows that are open and are not occurrences any more
     */
    record SeriesRevised(
            String seriesId, LocalDateTime from, SeriesTerms terms, List<String> withdrawn)
            implements SeriesEvent {}

    /** There are none from this one on; {@code withdrawn} as above. */
    record SeriesEnded(
            String seriesId, LocalDateTime from, @Nullable String reason, List<String> withdrawn)
            implements SeriesEvent {}

    record OccurrenceSkipped(
            String seriesId, String windowId, LocalDateTime localStart, String reason)
            implements SeriesEvent {}

    /** One is moved or described otherwise; null stays as the series has it. */
    record OccurrenceChanged(
            String seriesId,
            String windowId,
            LocalDateTime localStart,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String title,
            @Nullable Map<String, String> publicText,
            String reason)
            implements SeriesEvent {}

    /** It becomes a window of its own; all that it is planned with is here. */
    record OccurrenceOpened(
            String seriesId,
            String windowId,
            LocalDateTime localStart,
            String title,
            Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            String zone,
            Instant start,
            Instant end,
            List<ComponentImpact> components,
            String team,
            @Nullable Audience audience,
            @Nullable List<String> reminders,
            SeriesTerms.@Nullable Crew crew,
            boolean announce,
            @Nullable String templateId)
            implements SeriesEvent {}
}
