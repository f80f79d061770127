package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.OptionalReasonRequest;
import dev.interlude.planner.command.PeopleRequests.OverrideRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.SafeguardCommand.ApproveOverride;
import dev.interlude.planner.window.SafeguardCommand.RejectOverride;
import dev.interlude.planner.window.SafeguardCommand.RequestOverride;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.Safeguards.GateOverride;
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

/** Gates that are passed on record: one asks, another one decides. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class OverridesResource {

    private static final Made<OverrideRequested> OVERRIDE =
            new Made<>("overrides", OverrideRequested.class, OverrideRequested::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final Call call;

    OverridesResource(Windows windows, WindowParts parts, Call call) {
        this.windows = windows;
        this.parts = parts;
        this.call = call;
    }

    @POST
    @Path("overrides")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "requestOverride",
            summary = "Asks to pass gates on record; another operator approves")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> request(@PathParam("id") String id, @NotNull @Valid OverrideRequest body) {
        return windows.making(
                id,
                call.creating(Windows.stream(id), "RequestOverride", body),
                OVERRIDE,
                (act, _) ->
                        Uni.createFrom()
                                .item(new RequestOverride(act, body.gates(), body.reason())));
    }

    @GET
    @Path("overrides/{n}")
    @Authenticated
    @Operation(operationId = "getOverride", summary = "One override")
    @APIResponseSchema(value = GateOverride.class, responseCode = "200")
    public Uni<Response> override(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "override", w -> w.safeguards().overrides(), GateOverride::ordinal);
    }

    @POST
    @Path("overrides/{n}/approval")
    @Authenticated
    @Operation(
            operationId = "approveOverride",
            summary = "Approves an override; 409 same-person for who asked")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> approve(@PathParam("id") String id, @PathParam("n") String n) {
        int ordinal = Queries.ordinal(n);
        return windows.command(
                id,
                call.on(Windows.stream(id), "ApproveOverride", null),
                act -> new ApproveOverride(act, ordinal));
    }

    @POST
    @Path("overrides/{n}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "rejectOverride",
            summary = "Rejects an override; 409 same-person for who asked")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> reject(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @Valid @Nullable OptionalReasonRequest body) {
        int ordinal = Queries.ordinal(n);
        return windows.command(
                id,
                call.on(Windows.stream(id), "RejectOverride", body),
                act -> new RejectOverride(act, ordinal, OptionalReasonRequest.of(body)));
    }
}
