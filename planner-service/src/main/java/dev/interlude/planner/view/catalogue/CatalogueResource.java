package dev.interlude.planner.view.catalogue;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.command.Pages;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.component.Component.Listed;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The catalogue, a page at a time, by slug. */
@Path("/api/v1/components")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {

    private final Db db;

    CatalogueResource(Db db) {
        this.db = db;
    }

    /** A page; {@code next} is the cursor of the one that follows, absent on the last. */
    record ComponentPage(List<Listed> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(operationId = "listComponents", summary = "The catalogue of components, by slug")
    @APIResponseSchema(value = ComponentPage.class, responseCode = "200")
    public Uni<Response> list(
            @QueryParam("team") @Nullable String team,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String ofTeam = Queries.slug("team", team);
        String after = Queries.slug("cursor", cursor);
        int most = Queries.limit(limit);
        return db.tx(session -> page(ofTeam, after, most, session))
                .map(page -> Pages.answer(page, page.next(), uri));
    }

    private static Uni<ComponentPage> page(
            @Nullable String team, @Nullable String after, int most, Mutiny.Session session) {
        String ofTeam = team == null ? "" : " and team = :team";
        var query =
                session.createQuery(
                                "from ComponentRow where id > :after" + ofTeam + " order by id",
                                ComponentRow.class)
                        .setParameter("after", after == null ? "" : after)
                        .setMaxResults(most + 1);
        if (team != null) {
            query.setParameter("team", team);
        }
        return query.getResultList().map(rows -> page(rows, most));
    }

    private static ComponentPage page(List<ComponentRow> rows, int most) {
        List<Listed> items = rows.stream().limit(most).map(ComponentRow::component).toList();
        return new ComponentPage(items, rows.size() > most ? items.getLast().id() : null);
    }
}
