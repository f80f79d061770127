package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Positions of projections and reactions, one row each. */
@ApplicationScoped
class Positions {

    private final Pool pool;
    private final Together<String, Optional<Long>> places;
    private final Together<PassedOver, Boolean> passing;

    Positions(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.places = new Together<>(vertx, this::places);
        this.passing = new Together<>(vertx, this::passOver);
    }

    /** Events behind {@code since} up to {@code upTo} that are nothing to a consumer. */
    private record PassedOver(String name, long since, long upTo, int version) {}

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
        return places.ask(name)
                .chain(place ->
                        place.isPresent()
                                ? Uni.createFrom().item(place.get())
                                : pool.preparedQuery(make).execute(made).replaceWith(0L));
    }

    private Uni<List<Optional<Long>>> places(List<String> names) {
        return pool.preparedQuery("select name, position from consumer where name = any ($1)")
                .execute(Tuple.of(names.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, Long>();
                    rows.forEach(row -> found.put(row.getString(0), row.getLong(1)));
                    return names.stream()
                            .map(name -> Optional.ofNullable(found.get(name)))
                            .toList();
                });
    }

    /**
     * Moves a projection's position over events that change none of its rows, together with those
     * of others; false when it is taken, elsewhere, or made by a newer version.
     */
    Uni<Boolean> passOver(String name, long since, long upTo, int version) {
        return passing.ask(new PassedOver(name, since, upTo, version));
    }

    /** The same for a reaction. */
    Uni<Boolean> passOver(String name, long since, long upTo) {
        return passOver(name, since, upTo, Integer.MAX_VALUE);
    }

    private Uni<List<Boolean>> passOver(List<PassedOver> all) {
        return pool.preparedQuery(
                        "with asked as (select * from unnest($1::text[], $2::bigint[],"
                                + " $3::bigint[], $4::int[]) as a (name, since, up_to, version),"
                                + " set_config('synchronous_commit', 'off', true)), free as (select"
                                + " name, a.up_to from consumer c join asked a using (name) where"
                                + " c.position = a.since and c.version between 1 and a.version"
                                + " order by name for update of c skip locked) update consumer c set"
                                + " position = free.up_to from free where c.name = free.name"
                                + " returning c.name")
                .execute(
                        Tuple.of(
                                all.stream().map(PassedOver::name).toArray(String[]::new),
                                all.stream().map(PassedOver::since).toArray(Long[]::new),
                                all.stream().map(PassedOver::upTo).toArray(Long[]::new),
                                all.stream().map(PassedOver::version).toArray(Integer[]::new)))
                .map(rows -> {
                    var moved = new HashSet<String>();
                    rows.forEach(row -> moved.add(row.getString(0)));
                    return all.stream().map(one -> moved.contains(one.name())).toList();
                });
    }

    /**
     * Takes a projection's row, if it still is at that position and nobody else has it. The commit
     * need not wait for the disk: what a crash takes back is folded again.
     *
     * @param version of the code: rows of a newer one are left to newer replicas
     */
    Uni<Boolean> lock(SqlConnection connection, String name, long position, int version) {
        return connection
                .preparedQuery(
                        "select version, set_config('synchronous_commit', 'off', true) from consumer"
                                + " where name = $1 and position = $2 for update skip locked")
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
