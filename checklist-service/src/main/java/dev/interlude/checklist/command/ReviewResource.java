package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist.Doubt;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewStep;
import dev.interlude.checklist.command.Requests.AnswerRequest;
import dev.interlude.checklist.command.Requests.ConfirmationsRequest;
import dev.interlude.checklist.command.Requests.DoubtRequest;
import dev.interlude.checklist.command.Requests.ReviewRequest;
import dev.interlude.checklist.command.Requests.StepReviewRequest;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What concerns a checklist as a whole. */
@Path("/api/v1/checklists/{windowId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private final Checklists checklists;
    private final Call call;

    ReviewResource(Checklists checklists, Call call) {
        this.checklists = checklists;
        this.call = call;
    }

    @POST
    @Path("review")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "reviewChecklist",
            summary = "The buddy agrees to all steps but those named")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> review(
            @PathParam("windowId") String windowId, @Valid @Nullable ReviewRequest body) {
        List<DoubtRequest> except = body == null ? null : body.except();
        List<Doubt> doubts =
                except == null
                        ? List.of()
                        : except.stream().map(d -> new Doubt(d.stepId(), d.concern())).toList();
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "ReviewChecklist", body),
                act -> new ReviewChecklist(act, doubts));
    }

    @POST
    @Path("steps/{stepId}/review")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "reviewStep",
            summary = "The buddy agrees to one step, or says what they doubt")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> reviewStep(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable StepReviewRequest body) {
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "ReviewStep", body),
                act -> new ReviewStep(act, stepId, body == null ? null : body.concern()));
    }

    @POST
    @Path("concerns/{n}/answer")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "answerConcern", summary = "Answers what a review doubted")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> answer(
            @PathParam("windowId") String windowId,
            @PathParam("n") String n,
            @NotNull @Valid AnswerRequest body) {
        int concern = number(n);
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "AnswerConcern", body),
                act -> new AnswerConcern(act, concern, body.answer()));
    }

    @POST
    @Path("confirmations")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "confirmSteps",
            summary = "Confirms steps, clears what comes next and goes on: all in one act, or none",
            description =
                    "The go of a point of no return carries what it rests on; when that no longer"
                            + " holds, nothing of the act is done (409 seen-differs).")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> confirm(
            @PathParam("windowId") String windowId, @NotNull @Valid ConfirmationsRequest body) {
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "ConfirmSteps", body),
                body::command);
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw Problem.notFound("there is no concern " + text);
        }
        return Integer.parseInt(text);
    }
}
