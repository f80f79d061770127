package dev.interlude.eventlog.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a projection's rebuild: how far it is, and which process is at it. Who holds it does
 * so for half a minute, anew with each step; a process that was away longer finds another's id
 * there.
 */
final class Progress {

    private static final String LEASE = "clock_timestamp() + interval '30 seconds'";

    /** One of this process. */
    private static final UUID WORKER = UUID.randomUUID();

    private final String name;
    private final int version;

    Progress(String name, int version) {
        this.name = name;
        this.version = version;
    }

    /**
     * Why a rebuild is needed.
     *
     * @param at when it was asked for; null when only the version differs
     */
    record Wanted(@Nullable OffsetDateTime at) {}

    /**
     * What this process holds.
     *
     * @param fresh true when nothing of what was made before can be used
     */
    record Held(long position, boolean fresh) {}

    /** What is wanted; null when the rows are as this build makes them. */
    Uni<@Nullable Wanted> wanted(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "select wanted_at from consumer where name = $1 and (version < $2 or wanted"
                                + " is not null)")
                .execute(Tuple.of(name, version))
                .map(rows ->
                        rows.size() == 0
                                ? null
                                : new Wanted(rows.iterator().next().getOffsetDateTime(0)));
    }

    /** Takes the row, or completes with null when another process has it. */
    Uni<@Nullable Held> hold(SqlConnection connection, Wanted wanted) {
        return connection
                .preparedQuery(
                        "insert into rebuild.progress as p (name, version, wanted_at, position,"
                                + " worker, lease_until) values ($1, $2, $3, -1, $4, "
                                + LEASE
                                + ") on conflict (name) do update set worker = $4, lease_until = "
                                + LEASE
                                + " where p.worker = $4 or p.lease_until < clock_timestamp()"
                                + " returning position, version, wanted_at")
                .execute(Tuple.of(name, version, wanted.at(), WORKER))
                .chain(rows ->
                        rows.size() == 0
                                ? Uni.createFrom().nullItem()
                                : begun(connection, rows.iterator().next(), wanted));
    }

    private Uni<Held> begun(SqlConnection connection, Row row, Wanted wanted) {
        long position = row.getLong(0);
        boolean same =
                position >= 0
                        && row.getInteger(1) == version
                        && Objects.equals(row.getOffsetDateTime(2), wanted.at());
        if (same) {
            return Uni.createFrom().item(new Held(position, false));
        }
        return connection
                .preparedQuery(
                        "update rebuild.progress set position = 0, version = $2, wanted_at = $3,"
                                + " begun_at = clock_timestamp() where name = $1")
                .execute(Tuple.of(name, version, wanted.at()))
                .replaceWith(new Held(0, true));
    }

    /** Moves it; fails when another process has taken over. */
    Uni<Void> move(SqlConnection connection, long from, long to) {
        return connection
                .preparedQuery(
                        "update rebuild.progress set position = $4, lease_until = "
                                + LEASE
                                + " where name = $1 and worker = $2 and position = $3")
                .execute(Tuple.of(name, WORKER, from, to))
                .map(moved -> {
                    if (moved.rowCount() == 0) {
                        throw new IllegalStateException(
                                "another replica took over the rebuild of " + name);
                    }
                    return null;
                });
    }

    /** Removes the row when nobody is at it; true when there was one. */
    Uni<Boolean> leftBehind(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "delete from rebuild.progress where name = $1 and (worker = $2 or"
                                + " lease_until < clock_timestamp())")
                .execute(Tuple.of(name, WORKER))
                .map(removed -> removed.rowCount() > 0);
    }

    /** Removes the row; false when it wasn't this process's. */
    Uni<Boolean> end(SqlConnection connection) {
        return connection
                .preparedQuery("delete from rebuild.progress where name = $1 and worker = $2")
                .execute(Tuple.of(name, WORKER))
                .map(removed -> removed.rowCount() > 0);
    }

    /**
     * Takes the live position row, whoever has it now; completes with the live position, or null
     * when what is wanted is no longer what this rebuild was begun for.
     */
    Uni<@Nullable Long> lockLive(SqlConnection connection, Wanted wanted) {
        return connection
                .preparedQuery(
                        "select position from consumer where name = $1 and wanted_at is not"
                                + " distinct from $2 for update")
                .execute(Tuple.of(name, wanted.at()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    /** The rows are as this build makes them, up to this position. */
    Uni<Void> rebuilt(SqlConnection connection, long position) {
        return connection
                .preparedQuery(
                        "update consumer set position = $2, version = $3, wanted = null, wanted_at"
                                + " = null, rebuilt_at = clock_timestamp() where name = $1")
                .execute(Tuple.of(name, position, version))
                .replaceWithVoid();
    }
}
