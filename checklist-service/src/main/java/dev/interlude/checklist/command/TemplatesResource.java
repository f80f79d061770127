package dev.interlude.checklist.command;

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
import io.quarkus.security.Authenticated;
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
    @Operation(operationId = "listTemplates", summary = "The templates, by slug")
    @APIResponseSchema(value = TemplateList.Page.class, responseCode = "200")
    public Uni<Response> list(
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        return list.after(cursor == null ? "" : cursor, number("limit", limit, 50, 200))
                .map(page -> {
                    var response = Response.ok(page).header("Cache-Control", "no-store");
                    if (page.next() != null) {
                        response.link(
                                uri.getRequestUriBuilder()
                                        .replaceQueryParam("cursor", page.next())
                                        .build(),
                                "next");
                    }
                    return response.build();
                });
    }

    @POST
    @Authenticated
    @Operation(operationId = "publishTemplate", summary = "A new template, version 1")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Uni<Response> publish(@NotNull @Valid TemplateRequest body) {
        Said said = Said.needed(body.markdown(), body.steps());
        Invocation how = call.creating(Templates.stream(body.id()), "PublishTemplate", body);
        return templates.command(
                body.id(),
                how,
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
    @Authenticated
    @Operation(operationId = "publishTemplateVersion", summary = "The next version, complete")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> next(@PathParam("id") String id, @NotNull @Valid VersionRequest body) {
        Said said = Said.needed(body.markdown(), body.steps());
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
    @Authenticated
    @Operation(
            operationId = "publishTemplateFromChecklist",
            summary = "A template of a checklist as it ran; of a known id the next version")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> fromChecklist(@NotNull @Valid FromChecklistRequest body) {
        Invocation how = call.on(Templates.stream(body.id()), "PublishFromChecklist", body);
        return checklists
                .find(body.windowId())
                .chain(folded ->
                        templates
                                .exists(body.id())
                                .chain(exists ->
                                        templates.command(
                                                body.id(),
                                                how,
                                                act ->
                                                        Copies.template(
                                                                act,
                                                                body,
                                                                folded.state(),
                                                                !exists))));
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
        Integer asked = version == null ? null : number("version", version, 1, 1_000_000);
        Integer since = diff == null ? null : number("diff", diff, 1, 1_000_000);
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
        Integer asked = version == null ? null : number("version", version, 1, 1_000_000);
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

    static int number(String name, @Nullable String text, int otherwise, int most) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw Problem.invalid(name, "a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
