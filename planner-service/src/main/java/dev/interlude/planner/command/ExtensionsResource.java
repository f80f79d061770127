package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Requests.ExtensionRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Promise.Extension;
import dev.interlude.planner.window.Proposal;
import dev.interlude.planner.window.WindowCommand.DismissProposal;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Putting off the promised end, and what the forecast proposes about it. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ExtensionsResource {

    private static final Made<WindowExtended> EXTENSION =
            new Made<>("extensions", WindowExtended.class, WindowExtended::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final Policies policies;
    private final Call call;

    ExtensionsResource(Windows windows, WindowParts parts, Policies policies, Call call) {
        this.policies = policies;
        this.windows = windows;
        this.parts = parts;
        this.call = call;
    }

    @POST
    @Path("extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "extendWindow",
            summary =
                    "Puts the end off; 409 end-not-later, end-has-moved by previousEnd, or"
                            + " notice-too-short before the start")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> extend(@PathParam("id") String id, @NotNull @Valid ExtensionRequest body) {
        NewEnd end = newEnd(body);
        return windows.making(
                id,
                call.creating(Windows.stream(id), "ExtendWindow", body),
                EXTENSION,
                (act, window) ->
                        policies.of(window)
                                .map(policy ->
                                        new ExtendWindow(
                                                act,
                                                end,
                                                body.reason(),
                                                Texts.orNull(body.publicText()),
                                                body.previousEnd(),
                                                policy)));
    }

    private static NewEnd newEnd(ExtensionRequest body) {
        NewEnd own = ownEnd(body);
        Integer proposal = body.proposal();
        if (proposal != null) {
            return own == null ? new NewEnd.AsProposed(proposal) : new NewEnd.Edited(proposal, own);
        }
        if (own == null) {
            throw notOne();
        }
        return own;
    }

    private static @Nullable NewEnd ownEnd(ExtensionRequest body) {
        if (body.newEnd() != null && body.by() != null) {
            throw notOne();
        }
        if (body.newEnd() != null) {
            return new NewEnd.At(body.newEnd());
        }
        return body.by() == null ? null : new NewEnd.By(body.by());
    }

    private static RuntimeException notOne() {
        return Problem.invalid("", "must have exactly one of newEnd and by, or a proposal");
    }

    @GET
    @Path("extensions/{n}")
    @Authenticated
    @Operation(operationId = "getExtension", summary = "One extension")
    @APIResponseSchema(value = Extension.class, responseCode = "200")
    public Uni<Response> extension(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "extension", w -> w.promise().extensions(), Extension::ordinal);
    }

    @GET
    @Path("extension-proposals/{n}")
    @Authenticated
    @Operation(operationId = "getExtensionProposal", summary = "One proposal of the forecast")
    @APIResponseSchema(value = Proposal.class, responseCode = "200")
    public Uni<Response> proposal(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "proposal", w -> w.promise().proposals(), Proposal::ordinal);
    }

    @POST
    @Path("extension-proposals/{n}/dismissal")
    @Authenticated
    @Operation(
            operationId = "dismissExtensionProposal",
            summary = "Decides against a proposal; silent until the forecast is notably worse")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> dismiss(@PathParam("id") String id, @PathParam("n") String n) {
        int ordinal = Queries.ordinal(n);
        return windows.command(
                id,
                call.on(Windows.stream(id), "DismissProposal", null),
                act -> new DismissProposal(act, ordinal));
    }
}
