package dev.interlude.notifier.view.page;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.notifier.view.answer.PublicAnswers;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Edition;
import dev.interlude.notifier.view.board.PublicBoard;
import dev.interlude.web.ContentSecurity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages that customers read. */
@Path("/")
@NonBlocking
@Tag(name = "public")
@Produces(MediaType.TEXT_HTML)
public class PagesResource {

    private final PublicBoard board;
    private final Pages pages;

    PagesResource(PublicBoard board, Pages pages) {
        this.board = board;
        this.pages = pages;
    }

    @GET
    @PermitAll
    @Operation(operationId = "statusPage", summary = "What runs, what comes, what was")
    public Response status(@Context HttpHeaders request) {
        return page(board.edition().once("/", pages::status), request);
    }

    @GET
    @Path("history")
    @PermitAll
    @Operation(operationId = "historyPage", summary = "Maintenance that is over, by month")
    public Response history(@Context HttpHeaders request) {
        return page(board.edition().once("/history", pages::history), request);
    }

    @GET
    @Path("maintenance/{id}")
    @PermitAll
    @Operation(operationId = "maintenancePage", summary = "One window with all its notices")
    public Response maintenance(@PathParam("id") String id, @Context HttpHeaders request) {
        Edition edition = board.edition();
        var window =
                edition.board()
                        .window(id)
                        .orElseThrow(() -> Problem.notFound("no maintenance " + id + " is known"));
        return page(
                edition.once("/maintenance/" + window.id(), _ -> pages.maintenance(window)),
                request);
    }

    private static Response page(Rendered page, HttpHeaders request) {
        var answer = PublicAnswers.of(page, request);
        ContentSecurity.headers().forEach(answer::header);
        return answer.build();
    }
}
