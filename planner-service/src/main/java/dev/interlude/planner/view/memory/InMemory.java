package dev.interlude.planner.view.memory;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Follower;
import dev.interlude.eventlog.follow.KeptRows;
import dev.interlude.eventlog.follow.Projection;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a projection keeps in rows, followed in memory: for what is small and asked for by every
 * command, so that none of them reads a whole table. As current as the rows are, and begun from
 * them.
 *
 * <p>A singleton without a proxy.
 *
 * @param <R> the projection's rows
 * @param <T> what is handed out of them
 */
public abstract class InMemory<R, T> implements Follower {

    private final Projection<R> projection;
    private final KeptRows kept;
    private final Map<String, R> rows = new HashMap<>();
    private volatile List<T> all = List.of();

    protected InMemory(Projection<R> projection, KeptRows kept) {
        this.projection = projection;
        this.kept = kept;
    }

    /** All of it, ready to be read. */
    protected abstract List<T> listed(Stream<R> some);

    /** All of it as of the last event followed. */
    protected final List<T> all() {
        return all;
    }

    @Override
    public final String name() {
        return projection.name() + " in memory";
    }

    @Override
    public final Uni<Long> begin() {
        return kept.of(projection)
                .map(found -> {
                    rows.clear();
                    found.ifPresent(some -> rows.putAll(some.rows()));
                    all = listed(rows.values().stream());
                    return found.map(KeptRows.Kept::position).orElse(0L);
                });
    }

    @Override
    public final void follow(LogEvent event) {
        String key = projection.key(event);
        if (key == null) {
            return;
        }
        @Nullable R next = projection.evolve(rows.get(key), event);
        if (next == null) {
            rows.remove(key);
        } else {
            rows.put(key, next);
        }
        all = listed(rows.values().stream());
    }

    @Override
    public final void forget() {
        rows.clear();
    }
}
