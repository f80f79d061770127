package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.command.Requests.OptionalReasonRequest;
import dev.interlude.checklist.command.Requests.ReasonRequest;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Call;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What takes two: leaving a step out, doing it again. */
@Path("/api/v1/checklists/{windowId}/steps/{stepId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AgreementsResource {

    private final Checklists checklists;
    private final Call call;

    AgreementsResource(Checklists checklists, Call call) {
        this.checklists = checklists;
        this.call = call;
    }

    @POST
    @Path("skip")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "requestSkip", summary = "Asks the other to leave a step out")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> skip(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid ReasonRequest body) {
        return handle(
                windowId, "RequestSkip", body, act -> new RequestSkip(act, stepId, body.reason()));
    }

    @POST
    @Path("skip/confirmation")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "confirmSkip", summary = "Agrees to leave a step out")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> confirmSkip(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        return handle(windowId, "ConfirmSkip", null, act -> new ConfirmSkip(act, stepId));
    }

    @POST
    @Path("skip/rejection")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "declineSkip", summary = "Does not agree to leave a step out")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> declineSkip(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable OptionalReasonRequest body) {
        return handle(
                windowId,
                "DeclineSkip",
                body,
                act -> new DeclineSkip(act, stepId, body == null ? null : body.reason()));
    }

    @POST
    @Path("reopening")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "requestReopening",
            summary = "Asks the other to do a settled step again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> reopen(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid ReasonRequest body) {
        return handle(
                windowId,
                "RequestReopening",
                body,
                act -> new RequestReopening(act, stepId, body.reason()));
    }

    @POST
    @Path("reopening/confirmation")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "confirmReopening", summary = "Agrees to do a settled step again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> confirmReopening(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        return handle(windowId, "ConfirmReopening", null, act -> new ConfirmReopening(act, stepId));
    }

    @POST
    @Path("reopening/rejection")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "declineReopening",
            summary = "Does not agree to do a settled step again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> declineReopening(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable OptionalReasonRequest body) {
        return handle(
                windowId,
                "DeclineReopening",
                body,
                act -> new DeclineReopening(act, stepId, body == null ? null : body.reason()));
    }

    private Uni<Response> handle(
            String windowId,
            String name,
            @Nullable Object body,
            Function<Act, ChecklistCommand> command) {
        return checklists.command(
                windowId, call.on(Checklists.stream(windowId), name, body), command);
    }
}
