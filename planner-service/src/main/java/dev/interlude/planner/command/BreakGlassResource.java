package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.BreakGlassRequest;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.SafeguardCommand.BreakGlass;
import dev.interlude.planner.window.SafeguardCommand.CountersignBreakGlass;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Nobody else can be reached: one operator goes on alone, and another one countersigns. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class BreakGlassResource {

    private final Windows windows;
    private final Policies policies;
    private final Call call;

    BreakGlassResource(Windows windows, Policies policies, Call call) {
        this.policies = policies;
        this.windows = windows;
        this.call = call;
    }

    @POST
    @Path("break-glass")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "breakGlass",
            summary = "Passes gates or second confirmations alone, loudly")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> breakGlass(
            @PathParam("id") String id, @NotNull @Valid BreakGlassRequest body) {
        List<String> gates = Objects.requireNonNullElse(body.gates(), List.of());
        List<String> confirmations = Objects.requireNonNullElse(body.confirmations(), List.of());
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "BreakGlass", body),
                (act, window) ->
                        policies.of(window)
                                .map(policy ->
                                        new BreakGlass(
                                                act,
                                                gates,
                                                confirmations,
                                                body.reason(),
                                                policy.holidays())));
    }

    @POST
    @Path("break-glass/countersignature")
    @Authenticated
    @Operation(
            operationId = "countersignBreakGlass",
            summary = "Another operator has looked at what was done alone")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> countersign(@PathParam("id") String id) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "CountersignBreakGlass", null),
                CountersignBreakGlass::new);
    }
}
