package dev.interlude.eventlog.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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

    /** The position of a consumer; its row is made when there is none. */
    Uni<Long> of(String name) {
        return pool.preparedQuery("select position from consumer where name = $1")
                .execute(Tuple.of(name))
                .chain(rows ->
                        rows.size() > 0
                                ? Uni.createFrom().item(rows.iterator().next().getLong(0))
                                : make(name).replaceWith(0L));
    }

    private Uni<Void> make(String name) {
        return pool.preparedQuery(
                        "insert into consumer (name, position) values ($1, 0) on conflict do"
                                + " nothing")
                .execute(Tuple.of(name))
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
