package dev.interlude.planner.view.schedule;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.recurrence.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who and what is taken up, and when. */
@ApplicationScoped
public class Schedule {

    /** No honest month has more: a list is cut here rather than without end. */
    public static final int MOST = 2_000;

    private static final String AT_WORK = "w.state in ('InProgress', 'Verifying', 'RollingBack')";
    private static final String OVERLAPS =
            "w.startsAt < :end and (w.endsAt > :start or " + AT_WORK + ")";
    private static final String ORDER = " order by w.startsAt, w.id";

    private final Db db;

    Schedule(Db db) {
        this.db = db;
    }

    /** Windows that are told of or at work in the time and have any of these persons. */
    public Uni<List<ScheduledWindow>> keeping(Collection<String> persons, Period time, int most) {
        return using("w.state <> 'Planned'", List.of(), persons, time, most);
    }

    /** Windows that take place in the time and use any of these components or persons. */
    public Uni<List<ScheduledWindow>> using(
            Collection<String> components, Collection<String> persons, Period time, int most) {
        return using("1 = 1", components, persons, time, most);
    }

    private Uni<List<ScheduledWindow>> using(
            String which,
            Collection<String> components,
            Collection<String> persons,
            Period time,
            int most) {
        List<String> what =
                Stream.concat(
                                components.stream().map(Scheduled::component),
                                persons.stream().map(Scheduled::person))
                        .toList();
        return db.tx(session ->
                session.createQuery(
                                "from ScheduleRow w where "
                                        + OVERLAPS
                                        + " and "
                                        + which
                                        + " and w.state not in ('Completed', 'Cancelled')"
                                        + " and exists (select 1 from ScheduleUse u"
                                        + " where u.windowId = w.id and u.what in (:what))"
                                        + ORDER,
                                ScheduleRow.class)
                        .setParameter("start", time.start())
                        .setParameter("end", time.end())
                        .setParameter("what", what)
                        .setMaxResults(most)
                        .getResultList()
                        .map(Schedule::windows));
    }

    /** All windows of the time, those that are over included; at most 2,000. */
    public Uni<List<ScheduledWindow>> during(Period time, @Nullable String team) {
        return db.tx(session -> {
            var query =
                    session.createQuery(
                                    "from ScheduleRow w where "
                                            + OVERLAPS
                                            + (team == null ? "" : " and w.team = :team")
                                            + ORDER,
                                    ScheduleRow.class)
                            .setParameter("start", time.start())
                            .setParameter("end", time.end())
                            .setMaxResults(MOST);
            if (team != null) {
                query.setParameter("team", team);
            }
            return query.getResultList().map(Schedule::windows);
        });
    }

    /** Those at work now, by end; at most 200. */
    public Uni<List<ScheduledWindow>> running(@Nullable String team) {
        return db.tx(session -> {
            var query =
                    session.createQuery(
                                    "from ScheduleRow w where "
                                            + AT_WORK
                                            + (team == null ? "" : " and w.team = :team")
                                            + " order by w.endsAt, w.id",
                                    ScheduleRow.class)
                            .setMaxResults(200);
            if (team != null) {
                query.setParameter("team", team);
            }
            return query.getResultList().map(Schedule::windows);
        });
    }

    private static List<ScheduledWindow> windows(List<ScheduleRow> rows) {
        return rows.stream().map(ScheduleRow::window).toList();
    }
}
