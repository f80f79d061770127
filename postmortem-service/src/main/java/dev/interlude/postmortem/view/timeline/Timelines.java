package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.postmortem.view.timeline.TimelineQuery.By;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads timelines from their rows, a page at a time. */
@ApplicationScoped
class Timelines {

    private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");
    private static final String FACTS =
            "from TimelineRow r where r.windowId = :window and r.tellsFacts order by r.position";

    private final Db db;

    Timelines(Db db) {
        this.db = db;
    }

    /** A page; fails with 404 when no event of the window has been heard. */
    Uni<TimelinePage> page(String windowId, TimelineQuery query) {
        return db.tx(session ->
                rows(session, windowId, query)
                        .flatMap(rows -> facts(session, windowId).map(f -> page(query, rows, f))));
    }

    private static Uni<List<TimelineRow>> rows(
            Mutiny.Session session, String windowId, TimelineQuery query) {
        return session.createQuery(hql(query), TimelineRow.class)
                .setParameter("window", windowId)
                .setParameter("asOf", query.asOf() == null ? ALWAYS : query.asOf())
                .setParameter("at", query.after().at())
                .setParameter("position", query.after().position())
                .setMaxResults(query.limit() + 1)
                .setReadOnly(true)
                .getResultList();
    }

    private static String hql(TimelineQuery query) {
        String at = column(query.order());
        return "from TimelineRow r where r.windowId = :window and "
                + column(query.by())
                + " <= :asOf and ("
                + at
                + " > :at or ("
                + at
                + " = :at and r.position > :position)) order by "
                + at
                + ", r.position";
    }

    private static String column(By by) {
        return switch (by) {
            case OCCURRED -> "r.occurredAt";
            case RECORDED -> "r.recordedAt";
        };
    }

    private static Uni<WindowFacts> facts(Mutiny.Session session, String windowId) {
        return session.createQuery(FACTS, TimelineRow.class)
                .setParameter("window", windowId)
                .setReadOnly(true)
                .getResultList()
                .flatMap(sources ->
                        sources.isEmpty()
                                ? factsOfUnplanned(session, windowId)
                                : Uni.createFrom().item(WindowFacts.of(windowId, events(sources))));
    }

    /** Nothing of the plan has arrived; without any other event there is no such window. */
    private static Uni<WindowFacts> factsOfUnplanned(Mutiny.Session session, String windowId) {
        return session.createQuery(
                        "select count(r) from TimelineRow r where r.windowId = :window", Long.class)
                .setParameter("window", windowId)
                .getSingleResult()
                .map(known -> {
                    if (known == 0) {
                        throw Problem.notFound("no event of this window is known");
                    }
                    return WindowFacts.of(windowId, List.of());
                });
    }

    private static TimelinePage page(
            TimelineQuery query, List<TimelineRow> rows, WindowFacts facts) {
        List<TimelineEntry> entries =
                rows.stream()
                        .limit(query.limit())
                        .map(row -> TimelineEntry.of(row.event(), facts))
                        .toList();
        if (rows.size() <= query.limit()) {
            return new TimelinePage(facts, entries, null);
        }
        TimelineEntry last = entries.getLast();
        Instant at =
                switch (query.order()) {
                    case OCCURRED -> last.occurredAt();
                    case RECORDED -> last.recordedAt();
                };
        return new TimelinePage(facts, entries, new Cursor(at, last.index()));
    }

    private static List<LogEvent> events(List<TimelineRow> rows) {
        return rows.stream().map(TimelineRow::event).toList();
    }
}
