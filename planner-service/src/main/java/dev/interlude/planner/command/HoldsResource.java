package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.ReasonRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.Safeguards.Hold;
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

/** Stop: called by one of the crew alone, released by two. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class HoldsResource {

    private static final Made<HoldCalled> HOLD =
            new Made<>("holds", HoldCalled.class, HoldCalled::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final Call call;

    HoldsResource(Windows windows, WindowParts parts, Call call) {
        this.windows = windows;
        this.parts = parts;
        this.call = call;
    }

    @POST
    @Path("holds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "holdWork", summary = "Holds the work at once; no new step starts")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> hold(@PathParam("id") String id, @NotNull @Valid ReasonRequest body) {
        return windows.making(
                id,
                call.creating(Windows.stream(id), "HoldWork", body),
                HOLD,
                (act, _) -> Uni.createFrom().item(new HoldWork(act, body.reason())));
    }

    @GET
    @Path("holds/{n}")
    @Authenticated
    @Operation(operationId = "getHold", summary = "One hold")
    @APIResponseSchema(value = Hold.class, responseCode = "200")
    public Uni<Response> hold(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "hold", w -> w.safeguards().holds(), Hold::ordinal);
    }

    @POST
    @Path("holds/{n}/release")
    @Authenticated
    @Operation(
            operationId = "releaseHold",
            summary = "Is for going on; the second of the crew releases the hold")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> release(@PathParam("id") String id, @PathParam("n") String n) {
        int ordinal = Queries.ordinal(n);
        return windows.command(
                id,
                call.on(Windows.stream(id), "ReleaseHold", null),
                act -> new ReleaseHold(act, ordinal));
    }
}
