package dev.interlude.planner.command;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.Requests.CompletionRequest;
import dev.interlude.planner.command.Requests.ComponentImpactRequest;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.StartWindow;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The turns that the crew takes: start, verification, completion. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class CourseResource {

    private final Windows windows;
    private final Frozen frozen;
    private final DriverOnce drivers;
    private final Call call;

    CourseResource(Windows windows, Frozen frozen, DriverOnce drivers, Call call) {
        this.drivers = drivers;
        this.windows = windows;
        this.frozen = frozen;
        this.call = call;
    }

    @POST
    @Path("start")
    @Authenticated
    @Operation(
            operationId = "startWindow",
            summary = "Starts the work; 409 gate-closed lists what is missing and who can mend it")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> start(@PathParam("id") String id) {
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "StartWindow", null),
                (act, window) ->
                        frozen.by(window, act.now())
                                .chain(by -> drivers.started(new StartWindow(act, by), window)));
    }

    @POST
    @Path("verification")
    @Authenticated
    @Operation(
            operationId = "beginVerification",
            summary = "Begins verification; by itself when the carry-out is done")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> verify(@PathParam("id") String id) {
        return windows.command(
                id, call.on(Windows.stream(id), "BeginVerification", null), BeginVerification::new);
    }

    @POST
    @Path("completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "completeWindow",
            summary = "Ends the work; 409 gate-closed while a verify step is open")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> complete(
            @PathParam("id") String id, @NotNull @Valid CompletionRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "CompleteWindow", body),
                act -> complete(act, body));
    }

    private static WindowCommand complete(Act act, CompletionRequest body) {
        return new CompleteWindow(
                act,
                body.outcome(),
                body.undone(),
                left(body.impactLeft()),
                Texts.orNull(body.publicText()));
    }

    private static @Nullable Map<String, Impact> left(
            @Nullable List<ComponentImpactRequest> requested) {
        if (requested == null) {
            return null;
        }
        var left = new LinkedHashMap<String, Impact>();
        requested.forEach(one -> left.put(one.id(), one.impact()));
        return left;
    }
}
