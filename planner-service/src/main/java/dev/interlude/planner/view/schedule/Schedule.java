package dev.interlude.planner.view.schedule;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.recurrence.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who and what is taken up, and when. */
@ApplicationScoped
public class Schedule {

    /** No honest month has more: a list is cut here rather than without end. */
    public static final int MOST = 2_000;

    private static final String AT_WORK = "('InProgress', 'Verifying', 'RollingBack')";

    /** As the index schedule_row_in_time has it. */
    private static final String IN_TIME =
            "select w.* from schedule_row w where tstzrange(w.starts_at, case when w.state in "
                    + AT_WORK
                    + " then 'infinity'::timestamptz else greatest(w.starts_at, w.ends_at) end)"
                    + " && tstzrange(:start, :end)";

    /** Asked row by row: there are few, and what a component was used for is much. */
    private static final String USES =
            " and w.state not in ('Completed', 'Cancelled')"
                    + " and exists (select 1 from schedule_use u where u.window_id = w.id"
                    + " and u.what = any (string_to_array(:what, ' ')) offset 0)";

    private static final String ORDER = " order by w.starts_at, w.id";

    private final Db db;

    Schedule(Db db) {
        this.db = db;
    }

    /** Windows that are told of or at work in the time and have any of these persons. */
    public Uni<List<ScheduledWindow>> keeping(Collection<String> persons, Period time, int most) {
        return using(" and w.state <> 'Planned'", List.of(), persons, time, most);
    }

    /** Windows that take place in the time and use any of these components or persons. */
    public Uni<List<ScheduledWindow>> using(
            Collection<String> components, Collection<String> persons, Period time, int most) {
        return using("", components, persons, time, most);
    }

    private Uni<List<ScheduledWindow>> using(
            String which,
            Collection<String> components,
            Collection<String> persons,
            Period time,
            int most) {
        // neither a component's id nor a person's has a space in it
        String what =
                Stream.concat(
                                components.stream().map(Scheduled::component),
                                persons.stream().map(Scheduled::person))
                        .collect(Collectors.joining(" "));
        return db.read(session ->
                inTime(session, which + USES, time)
                        .setParameter("what", what)
                        .setMaxResults(most)
                        .getResultList()
                        .map(Schedule::windows));
    }

    /** All windows of the time, those that are over included; at most 2,000. */
    public Uni<List<ScheduledWindow>> during(Period time, @Nullable String team) {
        return db.read(session -> {
            var query =
                    inTime(session, team == null ? "" : " and w.team = :team", time)
                            .setMaxResults(MOST);
            if (team != null) {
                query.setParameter("team", team);
            }
            return query.getResultList().map(Schedule::windows);
        });
    }

    private static Mutiny.SelectionQuery<ScheduleRow> inTime(
            Mutiny.Session session, String which, Period time) {
        return session.createNativeQuery(IN_TIME + which + ORDER, ScheduleRow.class)
                .setParameter("start", time.start())
                .setParameter("end", time.end());
    }

    /** Those at work now, by end; at most 200. */
    public Uni<List<ScheduledWindow>> running(@Nullable String team) {
        return db.read(session -> {
            var query =
                    session.createQuery(
                                    "from ScheduleRow w where w.state in "
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
