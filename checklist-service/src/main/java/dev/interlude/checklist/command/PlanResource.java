package dev.interlude.checklist.command;

import dev.interlude.checklist.Queries;
import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReorderSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.command.Requests.OrderRequest;
import dev.interlude.checklist.command.Requests.StepPatchRequest;
import dev.interlude.checklist.command.Requests.StepRequest;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.http.Call;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Changing the plan; once the window has started, each change says why. */
@Path("/api/v1/checklists/{windowId}/steps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PlanResource {

    private final Checklists checklists;
    private final Call call;

    PlanResource(Checklists checklists, Call call) {
        this.checklists = checklists;
        this.call = call;
    }

    @POST
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "addStep", summary = "Adds a step; the review has to see it again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> add(
            @PathParam("windowId") String windowId, @NotNull @Valid StepRequest body) {
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "AddStep", body),
                act -> new AddStep(act, body.draft(), body.reason()));
    }

    @PATCH
    @Path("{stepId}")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "reviseStep",
            summary = "Changes a step that has not begun; the review has to see it again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> revise(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid StepPatchRequest body) {
        return checklists.command(
                windowId,
                call.matching(Checklists.stream(windowId), "ReviseStep", body),
                act -> new ReviseStep(act, stepId, body.patch(), body.reason()));
    }

    @DELETE
    @Path("{stepId}")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "removeStep",
            summary = "Removes a step that has not begun; what waited for it waits for what it did")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> remove(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @RestQuery @Nullable String reason) {
        String why = Queries.text("reason", reason, 2_000);
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "RemoveStep", why),
                act -> new RemoveStep(act, stepId, why));
    }

    @POST
    @Path("order")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "reorderSteps",
            summary =
                    "Another order; steps that just follow the one before them follow the new one")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> reorder(
            @PathParam("windowId") String windowId, @NotNull @Valid OrderRequest body) {
        return checklists.command(
                windowId,
                call.matching(Checklists.stream(windowId), "ReorderSteps", body),
                act -> new ReorderSteps(act, body.stepIds(), body.reason()));
    }
}
