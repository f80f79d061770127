package dev.interlude.checklist.command;

import dev.interlude.checklist.Queries;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.Lookout;
import dev.interlude.checklist.command.Requests.DraftRequest;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.markdown.MarkdownWriter;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.checklist.view.RollbackView;
import dev.interlude.checklist.view.run.TemplateRuns;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Drafting a checklist, and looking at it. */
@Path("/api/v1/checklists")
@Produces(MediaType.APPLICATION_JSON)
class ChecklistsResource {

    private static final String MARKDOWN = "text/markdown";

    private final Checklists checklists;
    private final Templates templates;
    private final TemplateRuns runs;
    private final Call call;

    ChecklistsResource(Checklists checklists, Templates templates, TemplateRuns runs, Call call) {
        this.checklists = checklists;
        this.templates = templates;
        this.runs = runs;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "draftChecklist",
            summary = "Drafts the checklist of a window, from Markdown or from steps")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "201")
    public Uni<Response> draft(@NotNull @Valid DraftRequest body) {
        String window = body.windowId();
        Invocation how = call.creating(Checklists.stream(window), "DraftChecklist", body);
        String templateId = body.templateId();
        String copyOf = body.copyOf();
        if (body.templateVersion() != null && templateId == null) {
            throw Problem.invalid("/templateVersion", "only with templateId");
        }
        if (body.markdown() == null && body.steps() == null) {
            if (templateId != null && copyOf == null) {
                return checklists.draft(
                        window, how, body.title(), ofTemplate(templateId, body.templateVersion()));
            }
            if (copyOf != null && templateId == null) {
                return checklists.draft(window, how, body.title(), ofRun(copyOf));
            }
        }
        return checklists.draft(window, how, Plans.of(body));
    }

    @POST
    @Consumes(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "draftChecklistFromMarkdown",
            summary = "Drafts the checklist of a window from a Markdown text")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "201")
    public Uni<Response> draftMarkdown(
            @RestQuery @Nullable String windowId, @Nullable String body) {
        if (windowId == null || windowId.isBlank()) {
            throw Problem.invalid("windowId", "the id or number of the window");
        }
        Invocation how = call.creating(Checklists.stream(windowId), "DraftChecklist", body);
        MarkdownPlan plan = Plans.of(body == null ? "" : body, "");
        return checklists.draft(windowId, how, plan);
    }

    @GET
    @Path("{windowId}")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "getChecklist",
            summary =
                    "The checklist, its forecast and what each of the crew can do next; asOf: as it"
                            + " was known then")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> get(
            @PathParam("windowId") String windowId, @RestQuery @Nullable String asOf) {
        return checklists
                .find(windowId, Queries.instant("asOf", asOf))
                .map(folded ->
                        Answers.view(
                                ChecklistView.of(folded.state(), folded.now(), List.of()),
                                folded.version()));
    }

    @GET
    @Path("{windowId}")
    @Produces(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(hidden = true)
    public Uni<Response> markdown(@PathParam("windowId") String windowId) {
        return checklists
                .find(windowId)
                .map(folded ->
                        Response.ok(written(folded.state()), MARKDOWN + ";charset=UTF-8")
                                .header("Cache-Control", "no-store")
                                .header("ETag", "\"" + folded.version() + "\"")
                                .build());
    }

    @GET
    @Path("{windowId}/forecast")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "getForecast",
            summary = "When the checklist will be done; 404 while its window is unknown or over")
    @APIResponseSchema(value = Outlook.class, responseCode = "200")
    public Uni<Response> forecast(@PathParam("windowId") String windowId) {
        return checklists.find(windowId).map(ChecklistsResource::outlook);
    }

    @GET
    @Path("{windowId}/rollback-plan")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "getRollbackPlan",
            summary =
                    "The exact way back from here, with its forecast; during a rollback, that one")
    @APIResponseSchema(value = RollbackView.class, responseCode = "200")
    public Uni<Response> rollbackPlan(@PathParam("windowId") String windowId) {
        return checklists
                .find(windowId)
                .map(folded ->
                        Answers.view(
                                RollbackView.of(folded.state(), folded.now()), folded.version()));
    }

    private Uni<Copies.Made> ofTemplate(String id, @Nullable Integer version) {
        return templates
                .fold(id)
                .chain(template ->
                        runs.of(id)
                                .map(history -> Copies.ofTemplate(id, template, version, history)));
    }

    private Uni<Copies.Made> ofRun(String window) {
        return checklists.ofBody(window, "/copyOf").map(Copies::ofRun);
    }

    private static Response outlook(Folded<Checklist> folded) {
        Outlook outlook =
                Lookout.from(folded.state(), folded.now())
                        .orElseThrow(() -> Problem.notFound("there is no forecast now"));
        return Answers.view(outlook, folded.version());
    }

    private static String written(Checklist checklist) {
        Checklist.Plan plan = checklist.plan();
        return MarkdownWriter.write(
                plan == null ? "" : plan.title(),
                checklist.planned(),
                step ->
                        checklist
                                .step(step.id())
                                .filter(record -> record.progress().settled())
                                .isPresent());
    }
}
