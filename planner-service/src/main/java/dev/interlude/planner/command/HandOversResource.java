package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.HandOverRequest;
import dev.interlude.planner.command.PeopleRequests.OptionalReasonRequest;
import dev.interlude.planner.command.PeopleRequests.TakeOverRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Crew.HandOver;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewCommand.DeclineHandOver;
import dev.interlude.planner.window.CrewCommand.OfferHandOver;
import dev.interlude.planner.window.CrewCommand.TakeOver;
import dev.interlude.planner.window.CrewEvent.HandOverOffered;
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

/** Roles that change hands: offered and accepted, or taken at once from who does not answer. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class HandOversResource {

    private static final Made<HandOverOffered> HAND_OVER =
            new Made<>("hand-overs", HandOverOffered.class, HandOverOffered::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final DriverOnce drivers;
    private final Call call;

    HandOversResource(Windows windows, WindowParts parts, DriverOnce drivers, Call call) {
        this.drivers = drivers;
        this.windows = windows;
        this.parts = parts;
        this.call = call;
    }

    @POST
    @Path("hand-overs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "offerHandOver",
            summary = "Offers the caller's role to somebody else; complete when they accept")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> offer(@PathParam("id") String id, @NotNull @Valid HandOverRequest body) {
        String to = call.person(body.to());
        return windows.making(
                id,
                call.creating(Windows.stream(id), "OfferHandOver", body),
                HAND_OVER,
                (act, _) ->
                        Uni.createFrom().item(new OfferHandOver(act, body.role(), to, body.at())));
    }

    @GET
    @Path("hand-overs/{n}")
    @Authenticated
    @Operation(operationId = "getHandOver", summary = "One hand-over")
    @APIResponseSchema(value = HandOver.class, responseCode = "200")
    public Uni<Response> handOver(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "hand-over", w -> w.crew().handOvers(), HandOver::ordinal);
    }

    @POST
    @Path("hand-overs/{n}/acceptance")
    @Authenticated
    @Operation(
            operationId = "acceptHandOver",
            summary = "Takes the role that is offered to the caller")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> accept(@PathParam("id") String id, @PathParam("n") String n) {
        int ordinal = Queries.ordinal(n);
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "AcceptHandOver", null),
                (act, window) -> drivers.handedOver(new AcceptHandOver(act, ordinal), window));
    }

    @POST
    @Path("hand-overs/{n}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "declineHandOver",
            summary = "Declines the role that is offered to the caller")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> decline(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @Valid @Nullable OptionalReasonRequest body) {
        int ordinal = Queries.ordinal(n);
        return windows.command(
                id,
                call.on(Windows.stream(id), "DeclineHandOver", body),
                act -> new DeclineHandOver(act, ordinal, OptionalReasonRequest.of(body)));
    }

    @POST
    @Path("take-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "takeOver",
            summary = "Takes a role at once, since its holder does not answer; the gap is recorded")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> takeOver(
            @PathParam("id") String id, @NotNull @Valid TakeOverRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "TakeOver", body),
                act -> new TakeOver(act, body.role(), body.gapSince(), body.reason()));
    }
}
