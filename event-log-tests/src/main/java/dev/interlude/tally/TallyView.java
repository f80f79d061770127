package dev.interlude.tally;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row per tally with its total; can be broken by tests. */
@ApplicationScoped
class TallyView implements Projection<TallyView.Row> {

    private static final Table<Row> TABLE = Table.of("tally_view", "id", Row.class);

    private volatile Predicate<LogEvent> broken = event -> false;

    /**
     * A row.
     *
     * @param total of all counts
     * @param steps how many counts there were
     */
    record Row(String id, long total, long steps) {}

    void breakAt(Predicate<LogEvent> some) {
        broken = some;
    }

    void mend() {
        broken = event -> false;
    }

    @Override
    public String name() {
        return "tally-view";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Table<Row> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && event.name().equals("Counted") ? event.key() : null;
    }

    @Override
    public Row evolve(@Nullable Row row, LogEvent event) {
        if (broken.test(event)) {
            throw new IllegalStateException("broken");
        }
        long by = event.read(TallyEvent.Counted.class).by();
        return row == null
                ? new Row(event.key(), by, 1)
                : new Row(row.id(), row.total() + by, row.steps() + 1);
    }
}
