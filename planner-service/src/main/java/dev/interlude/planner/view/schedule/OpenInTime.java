package dev.interlude.planner.view.schedule;

import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.Together;
import dev.interlude.planner.recurrence.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a time that are neither done nor cancelled. Every command that plans or moves asks for
 * them, so the questions of all who ask at the time are one statement, without a session.
 */
@ApplicationScoped
class OpenInTime {

    private static final String SQL =
            """
            select asked.n, w.id, w.number, w.title, w.team, w.state, w.kind, w.audience,
                w.tentative, w.zone, w.starts_at, w.ends_at, w.components, w.crew, w.p50
            from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as asked (a, b, n)
            cross join lateral (
                select * from schedule_row r
                where tstzrange(r.starts_at, case when r.state in @AT_WORK
                        then 'infinity'::timestamptz else greatest(r.starts_at, r.ends_at) end)
                    && tstzrange(asked.a, asked.b)
                    and r.state not in ('Completed', 'Cancelled')
                order by r.starts_at, r.id limit @MOST) as w
            order by asked.n, w.starts_at, w.id
            """
                    .replace("@AT_WORK", Schedule.AT_WORK)
                    .replace("@MOST", Integer.toString(Schedule.MOST));

    private final Together<Period, List<ScheduledWindow>> trips;

    OpenInTime(Db db, Vertx vertx) {
        this.trips =
                new Together<>(
                        vertx,
                        times ->
                                db.rows(SQL, asked(times))
                                        .map(rows -> answers(times.size(), rows)));
    }

    /** By start, at most 2,000. */
    Uni<List<ScheduledWindow>> of(Period time) {
        return trips.ask(time);
    }

    private static Tuple asked(List<Period> times) {
        return Tuple.of(column(times, Period::start), column(times, Period::end));
    }

    private static OffsetDateTime[] column(List<Period> times, Function<Period, Instant> which) {
        return times.stream()
                .map(time -> which.apply(time).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static List<List<ScheduledWindow>> answers(int asked, RowSet<Row> rows) {
        var answers = new ArrayList<List<ScheduledWindow>>();
        for (int n = 0; n < asked; n++) {
            answers.add(new ArrayList<>());
        }
        for (Row row : rows) {
            answers.get(row.getInteger(0) - 1).add(scheduled(row).window());
        }
        return answers;
    }

    private static Scheduled scheduled(Row row) {
        return new Scheduled(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                row.getOffsetDateTime(10).toInstant(),
                row.getOffsetDateTime(11).toInstant(),
                row.getString(12),
                row.getString(13),
                instant(row.getOffsetDateTime(14)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
