package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.window.ComponentImpact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Windows of a time, with what a calendar says of them; cancelled ones too. */
@ApplicationScoped
public class WindowsInTime {

    private static final int MOST = 5_000;

    private final Db db;

    WindowsInTime(Db db) {
        this.db = db;
    }

    /**
     * A window in a calendar.
     *
     * @param window as in lists
     * @param actualEnd absent until completed
     * @param revision how often what a calendar shows of it has changed
     */
    public record Entry(
            WindowSummary window,
            @Nullable Instant actualEnd,
            int revision,
            Instant plannedAt,
            Instant changedAt) {

        /** With what had changed before it was a window. */
        public Entry plus(int earlier) {
            return new Entry(window, actualEnd, revision + earlier, plannedAt, changedAt);
        }
    }

    /** By start; five thousand at most, the latest of them. */
    public Uni<List<Entry>> during(Period time, @Nullable String team) {
        return db.tx(session -> {
            var query =
                    session.createQuery(
                                    "from WindowRow where startsAt < :to and endsAt > :from"
                                            + (team == null ? "" : " and team = :team")
                                            + " order by startsAt desc, id",
                                    WindowRow.class)
                            .setParameter("from", time.start())
                            .setParameter("to", time.end())
                            .setMaxResults(MOST);
            if (team != null) {
                query.setParameter("team", team);
            }
            return query.getResultList().chain(rows -> withComponents(rows, session));
        });
    }

    private static Uni<List<Entry>> withComponents(List<WindowRow> rows, Mutiny.Session session) {
        return session.createQuery(
                        "from WindowComponentRow where windowId in (:ids) order by ordinal",
                        WindowComponentRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(parts -> entries(rows, parts));
    }

    private static List<Entry> entries(List<WindowRow> rows, List<WindowComponentRow> parts) {
        Map<String, List<ComponentImpact>> byWindow = new HashMap<>();
        for (WindowComponentRow part : parts) {
            byWindow.computeIfAbsent(part.windowId, _ -> new ArrayList<>()).add(part.component());
        }
        return rows.stream()
                .map(row ->
                        new Entry(
                                WindowSummary.of(row, byWindow.getOrDefault(row.id, List.of())),
                                row.actualEnd,
                                row.revision,
                                row.plannedAt,
                                row.changedAt))
                .toList();
    }
}
