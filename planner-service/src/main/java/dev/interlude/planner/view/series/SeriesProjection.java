package dev.interlude.planner.view.series;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps a row per series: what its stream folds to. */
@ApplicationScoped
class SeriesProjection implements Projection<SeriesProjection.Entry> {

    private static final Table<Entry> TABLE = Table.of("series_row", "id", Entry.class);

    /** The columns of {@link SeriesRow} as they are written. */
    record Entry(String id, String title, String team, String state) {

        Recurring recurring() {
            return LogJson.read(state.getBytes(StandardCharsets.UTF_8), Recurring.class);
        }
    }

    @Override
    public String name() {
        return "series";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Table<Entry> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.SERIES.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public @Nullable Entry evolve(@Nullable Entry row, LogEvent event) {
        Series before = row == null ? new NotPlanned() : row.recurring();
        return switch (Series.evolve(before, event.read(PlannerEvents.SERIES))) {
            case NotPlanned _ -> null;
            case Recurring s ->
                    new Entry(
                            s.id(),
                            s.terms().title(),
                            s.terms().team(),
                            new String(LogJson.write(s), StandardCharsets.UTF_8));
        };
    }
}
