package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ScriptRun;
import dev.interlude.checklist.checklist.StepRecord;
import dev.interlude.checklist.command.Requests.OptionalReasonRequest;
import dev.interlude.checklist.scripts.Outputs;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.checklist.view.OutputView;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Letting a step's script do it. */
@Path("/api/v1/checklists/{windowId}/steps/{stepId}/script-run")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ScriptRunResource {

    private final Checklists checklists;
    private final Outputs outputs;
    private final Call call;

    ScriptRunResource(Checklists checklists, Outputs outputs, Call call) {
        this.checklists = checklists;
        this.outputs = outputs;
        this.call = call;
    }

    @POST
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "runScript",
            summary = "Asks for the step's script; a step that is ready is started along with it",
            description =
                    "Who asks performs the step, another confirms it. The script is executed at"
                            + " most once; if no runner takes it within five minutes, not at all.")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> run(
            @PathParam("windowId") String windowId, @PathParam("stepId") String stepId) {
        String runId = call.newId();
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "RequestScript", null),
                act -> new RequestScript(act, stepId, runId));
    }

    @DELETE
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "cancelScript",
            summary = "Ends the script with all that it has started")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @Valid @Nullable OptionalReasonRequest body) {
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "CancelScript", body),
                act -> new CancelScript(act, stepId, body == null ? null : body.reason()));
    }

    @GET
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "getScriptRun",
            summary = "The newest run of the step's script, or the one asked for, with its output")
    @APIResponseSchema(value = OutputView.class, responseCode = "200")
    public Uni<Response> get(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @RestQuery @Nullable String runId) {
        return checklists
                .find(windowId)
                .map(folded ->
                        run(
                                folded.state()
                                        .step(stepId)
                                        .map(StepRecord::scriptRuns)
                                        .orElse(List.of()),
                                runId))
                .chain(run ->
                        outputs.of(run.id())
                                .map(output -> OutputView.of(run, output.kept(), output.tail())))
                .map(view -> Response.ok(view).header("Cache-Control", "no-store").build());
    }

    private static ScriptRun run(List<ScriptRun> runs, @Nullable String runId) {
        return runs.reversed().stream()
                .filter(run -> runId == null || run.id().equals(runId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no script of this step was asked for"));
    }
}
