package dev.interlude.checklist.command;

import dev.interlude.checklist.command.Requests.OptionalReasonRequest;
import dev.interlude.checklist.command.TemplateRequests.AcceptanceRequest;
import dev.interlude.checklist.command.TemplateRequests.ProposalRequest;
import dev.interlude.checklist.command.TemplateRequests.Said;
import dev.interlude.checklist.template.TemplateCommand.AcceptChange;
import dev.interlude.checklist.template.TemplateCommand.DeclineChange;
import dev.interlude.checklist.template.TemplateCommand.ProposeChange;
import dev.interlude.checklist.view.template.TemplateView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What should be otherwise next time, and what a planner makes of it. */
@Path("/api/v1/templates/{id}/proposals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProposalsResource {

    private final Templates templates;
    private final Call call;

    ProposalsResource(Templates templates, Call call) {
        this.templates = templates;
        this.call = call;
    }

    @POST
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "proposeTemplateChange", summary = "Says what should be otherwise")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> propose(@PathParam("id") String id, @NotNull @Valid ProposalRequest body) {
        Said said = Said.of(body.markdown(), body.steps());
        return templates.command(
                id,
                call.on(Templates.stream(id), "ProposeChange", body),
                act ->
                        new ProposeChange(
                                act,
                                id,
                                body.text(),
                                said == null ? null : said.steps(),
                                body.windowId()));
    }

    @POST
    @Path("{n}/acceptance")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "acceptTemplateChange", summary = "Makes a proposal the next version")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> accept(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @Valid @Nullable AcceptanceRequest body) {
        int ordinal = ordinal(n);
        Said said = body == null ? null : Said.of(body.markdown(), body.steps());
        return templates.command(
                id,
                call.on(Templates.stream(id), "AcceptChange", body),
                act -> new AcceptChange(act, id, ordinal, said == null ? null : said.steps()));
    }

    @POST
    @Path("{n}/rejection")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "declineTemplateChange", summary = "Leaves the template as it is")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> decline(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @Valid @Nullable OptionalReasonRequest body) {
        int ordinal = ordinal(n);
        return templates.command(
                id,
                call.on(Templates.stream(id), "DeclineChange", body),
                act -> new DeclineChange(act, id, ordinal, body == null ? null : body.reason()));
    }

    private static int ordinal(String n) {
        if (!n.matches("[0-9]{1,6}")) {
            throw Problem.notFound("there is no proposal " + n);
        }
        return Integer.parseInt(n);
    }
}
