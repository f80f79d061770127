package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.AddNote;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ObserveSideEffect;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.command.Requests.ClearanceRequest;
import dev.interlude.checklist.command.Requests.CompletionRequest;
import dev.interlude.checklist.command.Requests.OptionalReasonRequest;
import dev.interlude.checklist.command.Requests.ReasonRequest;
import dev.interlude.checklist.command.Requests.StartRequest;
import dev.interlude.checklist.command.Requests.TextRequest;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Call;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Doing a step, and looking at what another did. */
@Path("/api/v1/checklists/{windowId}/steps/{stepId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StepsResource {

    private final Checklists checklists;
    private final Call call;

    StepsResource(Checklists checklists, Call call) {
        this.checklists = checklists;
        this.call = call;
    }

    @POST
    @Path("clearance")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "clearStep",
            summary = "Go or no-go for a READ_DO step, by another than who carries it out")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> clear(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid ClearanceRequest body) {
        return handle(
                windowId,
                "ClearStep",
                body,
                act -> new ClearStep(act, stepId, body.go(), body.reason(), body.basis()));
    }

    @POST
    @Path("start")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "startStep", summary = "Starts a step that is ready")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> start(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable StartRequest body) {
        return handle(
                windowId,
                "StartStep",
                body,
                act -> new StartStep(act, stepId, body == null ? null : body.occurredAt()));
    }

    @DELETE
    @Path("start")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "withdrawStart",
            summary = "Takes a start back that was a slip, within two minutes")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> withdraw(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        return handle(windowId, "WithdrawStart", null, act -> new WithdrawStart(act, stepId));
    }

    @POST
    @Path("completion")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "completeStep",
            summary = "Says that a step is done; one that is ready is started along with it")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> complete(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable CompletionRequest body) {
        CompletionRequest said = body == null ? CompletionRequest.PLAIN : body;
        List<String> effects = said.observedSideEffects();
        return handle(
                windowId,
                "CompleteStep",
                body,
                act ->
                        new CompleteStep(
                                act,
                                stepId,
                                said.evidence(),
                                effects == null ? List.of() : effects,
                                said.value(),
                                said.startedAt(),
                                said.occurredAt(),
                                Boolean.TRUE.equals(said.startNext())));
    }

    @POST
    @Path("confirmation")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "confirmStep",
            summary = "Confirms what another person of the crew did")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> confirm(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        return handle(windowId, "ConfirmStep", null, act -> new ConfirmSteps(act, List.of(stepId)));
    }

    @POST
    @Path("rejection")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "rejectStep",
            summary = "Says that what another person did is not done: the step failed")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> reject(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid ReasonRequest body) {
        return handle(
                windowId, "RejectStep", body, act -> new RejectStep(act, stepId, body.reason()));
    }

    @POST
    @Path("failure")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "failStep", summary = "Says that a running step failed")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> fail(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable OptionalReasonRequest body) {
        return handle(
                windowId,
                "FailStep",
                body,
                act -> new FailStep(act, stepId, body == null ? null : body.reason()));
    }

    @POST
    @Path("retry")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "retryStep", summary = "Makes a failed step ready again")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> retry(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        return handle(windowId, "RetryStep", null, act -> new RetryStep(act, stepId));
    }

    @POST
    @Path("notes")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "addNote", summary = "Writes something down about a step")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> note(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid TextRequest body) {
        return handle(windowId, "AddNote", body, act -> new AddNote(act, stepId, body.text()));
    }

    @POST
    @Path("side-effects")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "observeSideEffect", summary = "Says what a step caused elsewhere")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> observe(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid TextRequest body) {
        return handle(
                windowId,
                "ObserveSideEffect",
                body,
                act -> new ObserveSideEffect(act, stepId, body.text()));
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
