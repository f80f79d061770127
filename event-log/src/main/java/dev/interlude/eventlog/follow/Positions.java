package dev.interlude.eventlog.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Positions of projections and reactions, one row each. */
@ApplicationScoped
class Positions {

    private final Pool pool;

    Positions(Pool pool) {
        this.pool = pool;
    }

    /** The position of a reaction; its row is made when there is none. */
    Uni<Long> of(String name) {
        return find(
                name,
                "insert into consumer (name, position) values ($1, 0) on conflict do nothing",
                Tuple.of(name));
    }

    /**
     * The position of a projection. When there is no row and the log holds something already, one
     * is made that waits for a first building.
     */
    Uni<Long> ofProjection(String name, int version) {
        return find(
                name,
                "insert into consumer (name, position, version) select $1, 0, case when exists"
                        + " (select from log) then 0 else $2 end on conflict do nothing",
                Tuple.of(name, version));
    }

    private Uni<Long> find(String name, String make, Tuple made) {
        return pool.preparedQuery("select position from consumer where name = $1")
                .execute(Tuple.of(name))
                .chain(rows ->
                        rows.size() > 0
                                ? Uni.createFrom().item(rows.iterator().next().getLong(0))
                                : pool.preparedQuery(make).execute(made).replaceWith(0L));
    }

    /**
     * Takes a projection's row, if it still is at that position and nobody else has it.
     *
     * @param version of the code: rows of a newer one are left to newer replicas
     */
    Uni<Boolean> lock(SqlConnection connection, String name, long position, int version) {
        return connection
                .preparedQuery(
                        "select version from consumer where name = $1 and position = $2 for update"
                                + " skip locked")
                .execute(Tuple.of(name, position))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return false;
                    }
                    int made = rows.iterator().next().getInteger(0);
                    if (made > version) {
                        throw new IllegalStateException(
                                "its rows are of version %d, this build makes version %d: a newer build has to follow, or an admin asks for a rebuild"
                                        .formatted(made, version));
                    }
                    return made > 0;
                });
    }

    /** Moves a position in the transaction that took it. */
    Uni<Void> move(SqlConnection connection, String name, long position) {
        return connection
                .preparedQuery("update consumer set position = $2 where name = $1")
                .execute(Tuple.of(name, position))
                .replaceWithVoid();
    }

    /** Moves a position forward, never back. */
    Uni<Void> move(String name, long position) {
        return pool.preparedQuery(
                        "update consumer set position = $2 where name = $1 and position < $2")
                .execute(Tuple.of(name, position))
                .replaceWithVoid();
    }

    /** The least position of these consumers. */
    Uni<Long> least(Collection<String> names) {
        return pool.preparedQuery(
                        "select coalesce(min(coalesce(c.position, 0)), 9223372036854775807) from"
                                + " unnest($1::text[]) as asked (name) left join consumer c using"
                                + " (name)")
                .execute(Tuple.of(names.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Keeps a rejection that a reaction met. */
    Uni<Void> keep(String reaction, UUID event, String code, String detail) {
        return pool.preparedQuery(
                        "insert into reaction_rejection (reaction, event_id, code, detail, at)"
                                + " values ($1, $2, $3, $4, clock_timestamp()) on conflict do"
                                + " nothing")
                .execute(Tuple.of(reaction, event, code, detail))
                .replaceWithVoid();
    }
}
