package dev.interlude.eventlog.follow;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Asks for rebuilds of projections, and knows where each projection is. */
@ApplicationScoped
public class Rebuilds {

    private final Pool pool;
    private final List<String> names;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

    Rebuilds(Pool pool, @All List<Projection<?>> projections) {
        this.pool = pool;
        this.names = projections.stream().map(p -> p.name()).toList();
    }

    /**
     * Where a projection is.
     *
     * @param version that its rows were made by; 0 when they have not been made yet
     * @param position up to which the log is in its rows
     * @param lag events of the log that are not
     * @param rebuiltAt when it was last rebuilt; null for never
     * @param rebuilding null when it isn't being rebuilt
     */
    public record Standing(
            String name,
            int version,
            long position,
            long lag,
            @Nullable Instant rebuiltAt,
            @Nullable Rebuilding rebuilding) {}

    /**
     * A rebuild that is wanted or under way.
     *
     * @param reason why
     * @param position up to which the log has been folded; null when nobody has begun
     */
    public record Rebuilding(String reason, @Nullable Long position) {}

    void onRequest(Runnable wake) {
        wakes.add(wake);
    }

    /**
     * Has all projections rebuilt, from the first event on, also those that are being rebuilt now:
     * what the log says has changed.
     */
    public Uni<Void> request(String reason) {
        return pool.preparedQuery(
                        "update consumer set wanted = $2, wanted_at = clock_timestamp() where name"
                                + " = any($1)")
                .execute(Tuple.of(names.toArray(String[]::new), reason))
                .invoke(() -> wakes.forEach(Runnable::run))
                .replaceWithVoid();
    }

    /** Has one projection rebuilt, unless that is on its way; false when there is no such one. */
    public Uni<Boolean> request(String name, String reason) {
        if (!names.contains(name)) {
            return Uni.createFrom().item(false);
        }
        return pool.preparedQuery(
                        "update consumer set wanted = $2, wanted_at = clock_timestamp() where name"
                                + " = $1 and wanted is null")
                .execute(Tuple.of(name, reason))
                .invoke(() -> wakes.forEach(Runnable::run))
                .replaceWith(true);
    }

    /** All projections by name. */
    public Uni<List<Standing>> standings() {
        return pool.preparedQuery(
                        "select c.name, c.version, c.position, head.position, c.rebuilt_at,"
                                + " coalesce(c.wanted, case when p.name is not null then 'version ' ||"
                                + " p.version end), p.position from (select coalesce(max(position), 0)"
                                + " as position from log) head, consumer c left join"
                                + " rebuild.progress p using (name) where c.name = any($1) order by"
                                + " c.name")
                .execute(Tuple.of(names.toArray(String[]::new)))
                .map(rows -> {
                    var standings = new ArrayList<Standing>();
                    rows.forEach(row -> standings.add(standing(row)));
                    return standings;
                });
    }

    private static Standing standing(Row row) {
        long position = row.getLong(2);
        String reason = row.getString(5);
        return new Standing(
                row.getString(0),
                row.getInteger(1),
                position,
                Math.max(0, row.getLong(3) - position),
                instant(row.getOffsetDateTime(4)),
                reason == null ? null : new Rebuilding(reason, row.getLong(6)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
