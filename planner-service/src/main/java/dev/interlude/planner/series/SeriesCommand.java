package dev.interlude.planner.series;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.NoticePolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a series, or of one occurrence by its original local start. */
public sealed interface SeriesCommand {

    Act act();

    /** {@code policy}: that of the team, by which they would be announced. */
    record PlanSeries(Act act, String seriesId, SeriesTerms terms, NoticePolicy policy)
            implements SeriesCommand {}

    /** {@code from} is the first occurrence that the new terms are for; policy as above. */
    record ReviseSeries(Act act, LocalDateTime from, SeriesTerms terms, NoticePolicy policy)
            implements SeriesCommand {}

    record EndSeries(Act act, LocalDateTime from, @Nullable String reason)
            implements SeriesCommand {}

    record SkipOccurrence(Act act, LocalDateTime localStart, String reason)
            implements SeriesCommand {}

    /** What is null stays as the series has it; start and end come together. */
    record ChangeOccurrence(
            Act act,
            LocalDateTime localStart,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String title,
            @Nullable Map<String, String> publicText,
            String reason)
            implements SeriesCommand {}

    record OpenOccurrence(Act act, LocalDateTime localStart) implements SeriesCommand {}

    record FireTimer(Act act, String name, Instant dueAt) implements SeriesCommand {}
}
