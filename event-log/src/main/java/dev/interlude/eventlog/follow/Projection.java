package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import org.jspecify.annotations.Nullable;

/**
 * A read model in rows, as a fold: what each event does to the row of its key. The kit loads the
 * rows of a batch, folds in memory and writes what changed, in one transaction with the
 * projection's position, so each event takes effect once, whatever dies. The same fold builds the
 * rows anew beside the live ones, when the version changes or somebody asks for it.
 *
 * <p>An application-scoped bean; the kit finds and runs it. An event that makes {@link #key} or
 * {@link #evolve} throw stops this projection in front of it, with the event's id in health and
 * log; those before it take effect, other projections go on.
 *
 * @param <R> a row with its parts; a record with value semantics
 */
public interface Projection<R> {

    /** Stable name of its position row. */
    String name();

    /**
     * Version of this code, from 1. Raise it when rows made before should have come out otherwise:
     * they are rebuilt at start while the old ones go on serving.
     */
    default int version() {
        return 1;
    }

    /** Where the rows are. */
    Table<R> table();

    /**
     * The key of the row that an event is about; null for an event that is none of its business.
     * Cheap, and without a look at the data where that can be: it is asked more than once.
     */
    @Nullable String key(LogEvent event);

    /**
     * What the event makes of the row. Pure.
     *
     * @param row null when there is none; always null for a table that is only added to
     * @return null for no row
     */
    @Nullable R evolve(@Nullable R row, LogEvent event);
}
