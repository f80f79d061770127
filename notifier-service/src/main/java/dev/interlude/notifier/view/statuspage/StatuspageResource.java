package dev.interlude.notifier.view.statuspage;

import dev.interlude.notifier.view.answer.PublicAnswers;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.PublicBoard;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What tools that know Statuspage's public API read. */
@Path("/api/v2")
@NonBlocking
@Tag(name = "public")
@Produces(MediaType.APPLICATION_JSON)
public class StatuspageResource {

    private final PublicBoard board;
    private final StatuspageAnswers answers;

    StatuspageResource(PublicBoard board, StatuspageAnswers answers) {
        this.board = board;
        this.answers = answers;
    }

    @GET
    @Path("summary.json")
    @PermitAll
    @Operation(operationId = "summary", summary = "Components, open maintenance and status")
    public Response summary(@Context HttpHeaders request) {
        return answer("summary", answers::summary, request);
    }

    @GET
    @Path("status.json")
    @PermitAll
    @Operation(operationId = "status", summary = "The state of everything in one word")
    public Response status(@Context HttpHeaders request) {
        return answer("status", answers::status, request);
    }

    @GET
    @Path("components.json")
    @PermitAll
    @Operation(operationId = "components", summary = "Components that notices have mentioned")
    public Response components(@Context HttpHeaders request) {
        return answer("components", answers::components, request);
    }

    @GET
    @Path("incidents.json")
    @PermitAll
    @Operation(operationId = "incidents", summary = "Always empty: maintenance only")
    public Response incidents(@Context HttpHeaders request) {
        return answer("incidents", answers::incidents, request);
    }

    @GET
    @Path("incidents/unresolved.json")
    @PermitAll
    @Operation(operationId = "unresolvedIncidents", summary = "Always empty: maintenance only")
    public Response unresolved(@Context HttpHeaders request) {
        return answer("incidents", answers::incidents, request);
    }

    @GET
    @Path("scheduled-maintenances.json")
    @PermitAll
    @Operation(operationId = "scheduledMaintenances", summary = "The 50 most recent windows")
    public Response all(@Context HttpHeaders request) {
        return answer("scheduled-maintenances", answers::all, request);
    }

    @GET
    @Path("scheduled-maintenances/upcoming.json")
    @PermitAll
    @Operation(operationId = "upcomingMaintenances", summary = "Announced windows")
    public Response upcoming(@Context HttpHeaders request) {
        return answer("scheduled-maintenances/upcoming", answers::upcoming, request);
    }

    @GET
    @Path("scheduled-maintenances/active.json")
    @PermitAll
    @Operation(operationId = "activeMaintenances", summary = "Windows at work")
    public Response active(@Context HttpHeaders request) {
        return answer("scheduled-maintenances/active", answers::active, request);
    }

    private Response answer(String what, Function<Board, Rendered> render, HttpHeaders request) {
        Rendered rendered = board.edition().once("/api/v2/" + what, render);
        return PublicAnswers.of(rendered, request)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
