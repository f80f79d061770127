package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.SafeguardCommand.ApproveWindow;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Agreement of somebody who did not plan it. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ApprovalResource {

    private final Windows windows;
    private final Call call;

    ApprovalResource(Windows windows, Call call) {
        this.windows = windows;
        this.call = call;
    }

    @POST
    @Path("approval")
    @Authenticated
    @Operation(
            operationId = "approveWindow",
            summary = "Approves the window and its checklist as they are")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> approve(@PathParam("id") String id) {
        return windows.command(
                id, call.on(Windows.stream(id), "ApproveWindow", null), ApproveWindow::new);
    }
}
