package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.http.Numbers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Timelines, for staff. */
@Path("/api/v1/timelines/{windowId}")
public class TimelineResource {

    private static final String MARKDOWN = "text/markdown";

    private final Timelines timelines;
    private final Numbers numbers;

    TimelineResource(Timelines timelines, Numbers numbers) {
        this.timelines = timelines;
        this.numbers = numbers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "timeline",
            summary = "Every published event about a window, in order",
            description =
                    "The window by id or number (M-142). A further page is named by Link"
                            + " rel=\"next\"; 404 when nothing is known of the window.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = TimelineEntry.class)))
    public Uni<Response> json(
            @PathParam("windowId") String windowId,
            @RestQuery @Nullable String order,
            @RestQuery @Nullable String asOf,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        var query = TimelineQuery.parse(order, asOf, by, limit, cursor);
        URI asked = uri.getRequestUri();
        return page(windowId, query)
                .map(page -> answer(page, asked).entity(page.entries()).build());
    }

    @GET
    @Produces(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(hidden = true)
    public Uni<Response> markdown(
            @PathParam("windowId") String windowId,
            @RestQuery @Nullable String order,
            @RestQuery @Nullable String asOf,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        var query = TimelineQuery.parse(order, asOf, by, limit, cursor);
        URI asked = uri.getRequestUri();
        return page(windowId, query)
                .map(page -> answer(page, asked).entity(TimelineMarkdown.of(page, query)).build());
    }

    private Uni<TimelinePage> page(String windowId, TimelineQuery query) {
        return numbers.id("window", windowId, "M").flatMap(id -> timelines.page(id, query));
    }

    private static Response.ResponseBuilder answer(TimelinePage page, URI asked) {
        var answer = Response.ok().header("Cache-Control", "no-store");
        return page.next() == null
                ? answer
                : answer.header("Link", "<" + next(asked, page.next()) + ">; rel=\"next\"");
    }

    /** Relative, since the caller may have come through a front door. */
    private static URI next(URI asked, Cursor cursor) {
        URI next =
                jakarta.ws.rs.core.UriBuilder.fromUri(asked)
                        .replaceQueryParam("cursor", cursor.text())
                        .build();
        return URI.create(next.getRawPath() + "?" + next.getRawQuery());
    }
}
