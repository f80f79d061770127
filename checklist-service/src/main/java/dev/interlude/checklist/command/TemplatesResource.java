package dev.interlude.checklist.command;

import dev.interlude.checklist.Pages;
import dev.interlude.checklist.Queries;
import dev.interlude.checklist.command.TemplateRequests.FromChecklistRequest;
import dev.interlude.checklist.command.TemplateRequests.Said;
import dev.interlude.checklist.command.TemplateRequests.TemplateRequest;
import dev.interlude.checklist.command.TemplateRequests.VersionRequest;
import dev.interlude.checklist.markdown.MarkdownWriter;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.view.template.TemplateList;
import dev.interlude.checklist.view.template.TemplateView;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Templates: whole maintenances, in versions. */
@Path("/api/v1/templates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TemplatesResource {

    private static final String MARKDOWN = "text/markdown";

    private final Templates templates;
    private final Checklists checklists;
    private final TemplateList list;
    private final Call call;

    TemplatesResource(Templates templates, Checklists checklists, TemplateList list, Call call) {
        this.templates = templates;
        this.checklists = checklists;
        this.list = list;
        this.call = call;
    }

    @GET
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "listTemplates",
            summary = "The templates, by slug; of a team, its own and those of no team")
    @APIResponseSchema(value = TemplateList.Page.class, responseCode = "200")
    public Uni<Response> list(
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        int most = limit == null ? 50 : Queries.number("limit", limit, 1, 200);
        return list.after(slug("cursor", cursor), slug("team", team), most)
                .map(page -> Pages.answer(page, page.next(), uri));
    }

    private static String slug(String name, @Nullable String text) {
        if (text != null && !text.matches(TemplateRequests.SLUG)) {
            throw Problem.invalid(name, "a slug: a-z, 0-9 and hyphens, at most 64");
        }
        return text == null ? "" : text;
    }

    @POST
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "publishTemplate", summary = "A new template, version 1")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Uni<Response> publish(@NotNull @Valid TemplateRequest body) {
        return publish(body, Said.needed(body.markdown(), body.steps()));
    }

    @POST
    @Consumes(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "publishTemplateFromMarkdown",
            summary = "A new template, version 1, from a Markdown text")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Uni<Response> publishMarkdown(
            @RestQuery @Nullable String id,
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String note,
            @Nullable String body) {
        String slug = slug("id", id == null ? " " : id);
        String of = team == null ? null : slug("team", team);
        var request =
                new TemplateRequest(
                        slug, null, body, null, null, Queries.text("note", note, 2_000), of);
        return publish(request, Said.of(body));
    }

    private Uni<Response> publish(TemplateRequest body, Said said) {
        return templates.command(
                body.id(),
                call.creating(Templates.stream(body.id()), "PublishTemplate", body),
                act ->
                        new PublishTemplate(
                                act,
                                body.id(),
                                true,
                                body.title() == null ? said.title() : body.title(),
                                body.plan() == null ? null : body.plan().part(),
                                said.steps(),
                                body.note(),
                                body.team(),
                                null));
    }

    @POST
    @Path("{id}/versions")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "publishTemplateVersion", summary = "The next version, complete")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> next(@PathParam("id") String id, @NotNull @Valid VersionRequest body) {
        return next(id, body, Said.needed(body.markdown(), body.steps()));
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "publishTemplateVersionFromMarkdown",
            summary = "The next version, with the plan part of the one before it")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> nextMarkdown(
            @PathParam("id") String id, @RestQuery @Nullable String note, @Nullable String body) {
        String why = Queries.text("note", note, 2_000);
        if (why == null) {
            throw Problem.invalid("note", "why it differs");
        }
        return next(id, new VersionRequest(null, body, null, null, why), Said.of(body));
    }

    private Uni<Response> next(String id, VersionRequest body, Said said) {
        return templates.command(
                id,
                call.on(Templates.stream(id), "PublishVersion", body),
                act ->
                        new PublishTemplate(
                                act,
                                id,
                                false,
                                body.title() == null ? said.title() : body.title(),
                                body.plan() == null ? null : body.plan().part(),
                                said.steps(),
                                body.note(),
                                null,
                                null));
    }

    @POST
    @Path("from-checklist")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "publishTemplateFromChecklist",
            summary = "A template of a checklist as it ran; of a known id the next version")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> fromChecklist(@NotNull @Valid FromChecklistRequest body) {
        Invocation how = call.on(Templates.stream(body.id()), "PublishFromChecklist", body);
        return checklists
                .ofBody(body.windowId(), "/windowId")
                .chain(run ->
                        templates
                                .exists(body.id())
                                .chain(exists ->
                                        templates.command(
                                                body.id(),
                                                how,
                                                act -> Copies.template(act, body, run, !exists))));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "getTemplate",
            summary = "A version of a template, and what changed since another one")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> get(
            @PathParam("id") String id,
            @RestQuery @Nullable String version,
            @RestQuery @Nullable String diff) {
        Integer asked = version("version", version);
        Integer since = version("diff", diff);
        return templates
                .find(id)
                .map(folded -> {
                    Version found = Templates.version(folded.state(), id, asked);
                    if (since != null) {
                        Templates.version(folded.state(), id, since);
                    }
                    return Answers.view(
                            TemplateView.of(id, folded.state(), found, since), folded.version());
                });
    }

    @GET
    @Path("{id}")
    @Produces(MARKDOWN)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(hidden = true)
    public Uni<Response> markdown(@PathParam("id") String id, @RestQuery @Nullable String version) {
        Integer asked = version("version", version);
        return templates
                .find(id)
                .map(folded -> {
                    Version found = Templates.version(folded.state(), id, asked);
                    String text = MarkdownWriter.write(found.title(), found.steps(), _ -> false);
                    return Response.ok(text, MARKDOWN + ";charset=UTF-8")
                            .header("Cache-Control", "no-store")
                            .build();
                });
    }

    private static @Nullable Integer version(String name, @Nullable String text) {
        return text == null ? null : Queries.number(name, text, 1, 1_000_000);
    }
}
