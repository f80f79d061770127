package dev.interlude.planner.view.schedule;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who and what is taken up, and when. */
@ApplicationScoped
public class Schedule {

    /** No honest month has more: a list is cut here rather than without end. */
    public static final int MOST = 2_000;

    static final String AT_WORK = "('InProgress', 'Verifying', 'RollingBack')";

    /** As the index schedule_row_in_time has it. */
    private static final String IN_TIME =
            "from ScheduleRow w where cast(sql('tstzrange(?, case when ? in "
                    + AT_WORK.replace("'", "''")
                    + " then ''infinity''::timestamptz else greatest(?, ?) end)"
                    + " && tstzrange(?, ?)', w.startsAt, w.state, w.startsAt, w.endsAt,"
                    + " :start, :end) as Boolean) = true";

    private static final String ORDER = " order by w.startsAt, w.id limit " + MOST;

    private final Db db;
    private final OpenInTime open;

    Schedule(Db db, OpenInTime open) {
        this.db = db;
        this.open = open;
    }

    /** Windows that are told of or at work in the time and have any of these persons. */
    public Uni<List<ScheduledWindow>> keeping(Collection<String> persons, Period time, int most) {
        return open.of(time)
                .map(windows ->
                        windows.stream()
                                .filter(one -> !one.state().equals("Planned"))
                                .filter(one -> uses(one.booked(), List.of(), persons))
                                .limit(most)
                                .toList());
    }

    /** Windows that take place in the time and use any of these components or persons. */
    public Uni<List<ScheduledWindow>> using(
            Collection<String> components, Collection<String> persons, Period time, int most) {
        return open.of(time)
                .map(windows ->
                        windows.stream()
                                .filter(one -> uses(one.booked(), components, persons))
                                .limit(most)
                                .toList());
    }

    private static boolean uses(
            Booked one, Collection<String> components, Collection<String> persons) {
        return one.impacts().keySet().stream().anyMatch(components::contains)
                || (one.driver() != null && persons.contains(one.driver()))
                || one.others().stream().anyMatch(persons::contains);
    }

    /** All windows of the time, those that are over included; at most 2,000. */
    public Uni<List<ScheduledWindow>> during(Period time, @Nullable String team) {
        return db.read(session -> {
            var query = inTime(session, team == null ? "" : " and w.team = :team", time);
            if (team != null) {
                query.setParameter("team", team);
            }
            return query.getResultList().map(Schedule::windows);
        });
    }

    private static Mutiny.SelectionQuery<ScheduleRow> inTime(
            Mutiny.Session session, String which, Period time) {
        return session.createQuery(IN_TIME + which + ORDER, ScheduleRow.class)
                .setParameter("start", time.start())
                .setParameter("end", time.end());
    }

    /** Those at work now, by end; at most so many. */
    public Uni<List<ScheduledWindow>> running(@Nullable String team, int most) {
        return db.read(session -> {
            var query =
                    session.createQuery(
                                    "from ScheduleRow w where w.state in "
                                            + AT_WORK
                                            + (team == null ? "" : " and w.team = :team")
                                            + " order by w.endsAt, w.id",
                                    ScheduleRow.class)
                            .setMaxResults(most);
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
