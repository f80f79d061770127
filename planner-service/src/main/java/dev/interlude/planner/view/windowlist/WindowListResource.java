package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.command.Pages;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.window.ComponentImpact;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Windows by start, a page at a time. */
@Path("/api/v1/windows")
@Produces(MediaType.APPLICATION_JSON)
class WindowListResource {

    private final Db db;

    WindowListResource(Db db) {
        this.db = db;
    }

    /** A page; {@code next} is the cursor of the one that follows, absent on the last. */
    record WindowPage(List<WindowSummary> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listWindows",
            summary =
                    "Windows by start; from and to ask for those that overlap the time between;"
                            + " state, kind, outcome and flag take several, with commas")
    @APIResponseSchema(value = WindowPage.class, responseCode = "200")
    public Uni<Response> list(@BeanParam WindowQuery asked, @Context UriInfo uri) {
        var filter = asked.filter();
        int most = Queries.limit(asked.limit);
        return db.tx(session -> page(filter, most, session))
                .map(page -> Pages.answer(page, page.next(), uri));
    }

    private static Uni<WindowPage> page(WindowFilter filter, int most, Mutiny.Session session) {
        var asked = filter.query();
        var query = session.createQuery(asked.hql(), WindowRow.class);
        asked.values().forEach(query::setParameter);
        return query.setMaxResults(most + 1)
                .getResultList()
                .chain(rows -> withComponents(rows, most, session));
    }

    private static Uni<WindowPage> withComponents(
            List<WindowRow> found, int most, Mutiny.Session session) {
        List<WindowRow> rows = found.subList(0, Math.min(most, found.size()));
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new WindowPage(List.of(), null));
        }
        WindowRow last = rows.getLast();
        String next = found.size() > most ? new Cursor(last.startsAt, last.id).written() : null;
        return session.createQuery(
                        "from WindowComponentRow where windowId in (:ids) order by ordinal",
                        WindowComponentRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(components -> new WindowPage(summaries(rows, components), next));
    }

    private static List<WindowSummary> summaries(
            List<WindowRow> rows, List<WindowComponentRow> components) {
        Map<String, List<ComponentImpact>> byWindow = new HashMap<>();
        for (WindowComponentRow row : components) {
            byWindow.computeIfAbsent(row.windowId, _ -> new ArrayList<>()).add(row.component());
        }
        return rows.stream()
                .map(row -> WindowSummary.of(row, byWindow.getOrDefault(row.id, List.of())))
                .toList();
    }
}
