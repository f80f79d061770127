package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a projection in memory: as the table has them, and as the events since then made them.
 */
final class Fold<R> {

    private final Projection<R> projection;
    private final Map<String, Change<R>> rows = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private long position;

    Fold(Projection<R> projection, long position) {
        this.projection = projection;
        this.position = position;
    }

    /** Whether any of the events is something to the projection, or can't say. */
    static boolean concerned(Projection<?> projection, List<LogEvent> events) {
        try {
            return events.stream().anyMatch(event -> projection.key(event) != null);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Position of the last event that was taken. */
    long position() {
        return position;
    }

    /** Rows that differ from the table's. */
    int changed() {
        return changed.size();
    }

    /** Rows in memory. */
    int size() {
        return rows.size();
    }

    /**
     * Keys of these events whose rows are not here yet; ends at an event that can't say its key.
     */
    Set<String> missing(List<LogEvent> events) {
        Set<String> missing = new LinkedHashSet<>();
        if (projection.table().isOnlyAddedTo()) {
            return missing;
        }
        for (LogEvent event : events) {
            try {
                String key = projection.key(event);
                if (key != null && !rows.containsKey(key)) {
                    missing.add(key);
                }
            } catch (RuntimeException stopsThere) {
                break;
            }
        }
        return missing;
    }

    /** Takes in what was found of the keys that were asked for. */
    void loaded(Set<String> asked, Map<String, R> found) {
        for (String key : asked) {
            R row = found.get(key);
            rows.put(key, new Change<>(key, row, row));
        }
    }

    /** Folds the events; null, or why it stopped in front of one of them. */
    @Nullable StoppedAt take(List<LogEvent> events) {
        for (LogEvent event : events) {
            try {
                take(event);
            } catch (RuntimeException failure) {
                return new StoppedAt(event, failure);
            }
            position = event.position();
        }
        return null;
    }

    private void take(LogEvent event) {
        String key = projection.key(event);
        if (key == null) {
            return;
        }
        Change<R> row = rows.get(key);
        R stored = row == null ? null : row.stored();
        R wanted = projection.evolve(row == null ? null : row.wanted(), event);
        if (row != null && Objects.equals(row.wanted(), wanted)) {
            return;
        }
        rows.put(key, new Change<>(key, stored, wanted));
        if (Objects.equals(stored, wanted)) {
            changed.remove(key);
        } else {
            changed.add(key);
        }
    }

    List<Change<R>> changes() {
        var changes = new ArrayList<Change<R>>(changed.size());
        changed.forEach(key -> changes.add(Objects.requireNonNull(rows.get(key))));
        return changes;
    }

    /**
     * What changed is in the table now, or on its way there: before any of it is loaded again it
     * must have arrived.
     *
     * @param kept how many rows may stay in memory; with more, all are let go
     */
    void written(int kept) {
        if (rows.size() > kept || projection.table().isOnlyAddedTo()) {
            rows.clear();
        } else {
            changes()
                    .forEach(c -> rows.put(c.key(), new Change<>(c.key(), c.wanted(), c.wanted())));
        }
        changed.clear();
    }
}
