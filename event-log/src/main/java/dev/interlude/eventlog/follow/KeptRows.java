package dev.interlude.eventlog.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The rows of a small projection, for a follower that keeps them in memory. */
@ApplicationScoped
public class KeptRows {

    private static final String AS_OF =
            "select position from consumer c where name = $1 and version = $2 and wanted is null"
                    + " and (not exists (select from restored) or position <= (select r.position"
                    + " from consumer r where r.name = $3))";

    private final Pool pool;

    KeptRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Rows by their keys.
     *
     * @param position of the last event that is in them
     */
    public record Kept<R>(long position, Map<String, R> rows) {}

    /**
     * All rows of the projection as of one position; empty when they are to be made anew, or could
     * turn out to be.
     */
    public <R> Uni<Optional<Kept<R>>> of(Projection<R> projection) {
        var rows = new TableRows<>(projection.table(), "public");
        return pool.withTransaction(connection ->
                connection
                        .query("set transaction isolation level repeatable read, read only")
                        .execute()
                        .chain(() -> asOf(connection, projection))
                        .chain(position ->
                                position.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : rows.load(connection)
                                                .map(all ->
                                                        Optional.of(
                                                                new Kept<>(position.get(), all)))));
    }

    private static Uni<Optional<Long>> asOf(SqlConnection connection, Projection<?> projection) {
        return connection
                .preparedQuery(AS_OF)
                .execute(
                        Tuple.of(
                                projection.name(),
                                projection.version(),
                                WhenAStoreIsRestoredThenRebuild.NAME))
                .map(found ->
                        found.size() == 0
                                ? Optional.empty()
                                : Optional.of(found.iterator().next().getLong(0)));
    }
}
