package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.ConfirmationRequest;
import dev.interlude.planner.command.PeopleRequests.OptionalReasonRequest;
import dev.interlude.planner.command.PeopleRequests.ReasonRequest;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.SafeguardCommand.CallRollback;
import dev.interlude.planner.window.SafeguardCommand.ConfirmRollback;
import dev.interlude.planner.window.SafeguardCommand.RejectRollback;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Going back, which takes two, and going forward again. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class RollbackResource {

    private final Windows windows;
    private final Call call;

    RollbackResource(Windows windows, Call call) {
        this.windows = windows;
        this.call = call;
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "callRollback",
            summary = "Calls for going back; that holds the work at once")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> callRollback(
            @PathParam("id") String id, @NotNull @Valid ReasonRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "CallRollback", body),
                act -> new CallRollback(act, body.reason()));
    }

    @POST
    @Path("rollback/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "confirmRollback",
            summary = "The second of the crew agrees, and the work is rolled back")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> confirm(
            @PathParam("id") String id, @Valid @Nullable ConfirmationRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "ConfirmRollback", body),
                act ->
                        new ConfirmRollback(
                                act, body == null ? null : Texts.orNull(body.publicText())));
    }

    @POST
    @Path("rollback/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "rejectRollback",
            summary = "The second of the crew is against it; the hold stands until two release it")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> reject(
            @PathParam("id") String id, @Valid @Nullable OptionalReasonRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "RejectRollback", body),
                act -> new RejectRollback(act, OptionalReasonRequest.of(body)));
    }

    @POST
    @Path("resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "resumeCarryOut",
            summary =
                    "Takes the work up again; after a rollback only with an override of the gate resume")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> resume(
            @PathParam("id") String id, @Valid @Nullable OptionalReasonRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "ResumeCarryOut", body),
                act -> new ResumeCarryOut(act, OptionalReasonRequest.of(body)));
    }
}
