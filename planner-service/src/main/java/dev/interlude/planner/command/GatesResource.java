package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Answers;
import dev.interlude.planner.view.window.GatesView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What stands between a window and each act. */
@Path("/api/v1/windows/{id}/gates")
@Produces(MediaType.APPLICATION_JSON)
class GatesResource {

    private final Windows windows;

    GatesResource(Windows windows) {
        this.windows = windows;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getGates",
            summary = "The gates before each act: what is missing, who can mend it, what passed it")
    @APIResponseSchema(value = GatesView.class, responseCode = "200")
    public Uni<Response> gates(@PathParam("id") String id) {
        return windows.find(id, null)
                .chain(folded -> {
                    var window = Windows.known(folded.state());
                    return windows.around(window)
                            .map(around ->
                                    Answers.view(
                                            GatesView.of(window, around, folded.now()),
                                            folded.version()));
                });
    }
}
