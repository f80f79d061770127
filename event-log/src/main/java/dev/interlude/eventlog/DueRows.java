package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Rejection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of timers, apart from what the append writes there. */
@ApplicationScoped
class DueRows {

    private static final String THIS_ROW =
            " where stream = $1 and name = $2 and planned_by_sequence = $3";

    private final Pool pool;

    DueRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Timers whose time has come by the log's clock, oldest first, of streams of these categories.
     */
    Uni<List<DueRow>> due(Collection<String> categories, int limit) {
        return pool.preparedQuery(
                        "select stream, name, due_at, planned_by_sequence from due where due_at <="
                                + " interlude_now() and (retry_at is null or retry_at <="
                                + " clock_timestamp()) and split_part(stream, '-', 1) = any($1)"
                                + " order by due_at, stream, name limit $2")
                .execute(Tuple.of(categories.toArray(String[]::new), limit))
                .map(rows -> {
                    var due = new ArrayList<DueRow>();
                    rows.forEach(row -> due.add(dueRow(row)));
                    return due;
                });
    }

    private static DueRow dueRow(Row row) {
        return new DueRow(
                row.getString(0),
                new Due(row.getString(1), row.getOffsetDateTime(2).toInstant()),
                row.getLong(3));
    }

    Uni<Void> remove(DueRow row) {
        return pool.preparedQuery("delete from due" + THIS_ROW)
                .execute(Tuple.of(row.stream(), row.due().name(), row.plannedBySequence()))
                .replaceWithVoid();
    }

    /** Lets it come due later. */
    Uni<Void> move(DueRow row, Instant to) {
        return pool.preparedQuery("update due set due_at = $4" + THIS_ROW)
                .execute(
                        Tuple.of(
                                row.stream(),
                                row.due().name(),
                                row.plannedBySequence(),
                                Rows.utc(to)))
                .replaceWithVoid();
    }

    /** Keeps why a timer came to nothing. */
    Uni<Void> rejected(DueRow row, Rejection rejection) {
        return pool.preparedQuery(
                        "insert into timer_rejection (stream, name, planned_by_sequence, due_at,"
                                + " code, detail, at) values ($1, $2, $3, $4, $5, $6,"
                                + " clock_timestamp()) on conflict do nothing")
                .execute(
                        Tuple.of(
                                row.stream(),
                                row.due().name(),
                                row.plannedBySequence(),
                                Rows.utc(row.due().at()),
                                rejection.code(),
                                rejection.detail()))
                .replaceWithVoid();
    }

    /** Puts a timer off that could not be fired: a second, then twice as long, up to 5 minutes. */
    Uni<Void> failed(DueRow row, Throwable failure) {
        return pool.preparedQuery(
                        "update due set tries = tries + 1, failure = $4, retry_at ="
                                + " clock_timestamp() + least(300, power(2, least(tries, 9))) *"
                                + " interval '1 second'"
                                + THIS_ROW)
                .execute(
                        Tuple.of(
                                row.stream(),
                                row.due().name(),
                                row.plannedBySequence(),
                                String.valueOf(failure)))
                .replaceWithVoid();
    }

    /** The oldest timer that can't be fired, in words; null when there is none. */
    Uni<@Nullable String> oldestFailing() {
        return pool.query(
                        "select count(*) over (), name, stream, due_at, failure from due where"
                                + " failure is not null order by due_at limit 1")
                .execute()
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    return "%d can't be fired; the oldest is %s of %s, due at %s: %s"
                            .formatted(
                                    row.getLong(0),
                                    row.getString(1),
                                    row.getString(2),
                                    row.getOffsetDateTime(3).toInstant(),
                                    row.getString(4));
                });
    }
}
