package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.Requests.MoveRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Move;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
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

/** Another time for a window, and being sure of it. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class TimeResource {

    private static final Made<WindowMoved> MOVE =
            new Made<>("moves", WindowMoved.class, WindowMoved::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final Policies policies;
    private final DriverOnce drivers;
    private final Call call;

    TimeResource(
            Windows windows, WindowParts parts, Policies policies, DriverOnce drivers, Call call) {
        this.drivers = drivers;
        this.windows = windows;
        this.parts = parts;
        this.policies = policies;
        this.call = call;
    }

    @POST
    @Path("moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "moveWindow",
            summary =
                    "Gives the window another time before its start; If-Match is required; 409"
                            + " notice-too-short for time that nobody was told of")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> move(@PathParam("id") String id, @NotNull @Valid MoveRequest body) {
        return windows.making(
                id,
                Windows.making(call.matching(Windows.stream(id), "MoveWindow", body)),
                MOVE,
                (act, window) ->
                        policies.of(window)
                                .map(policy ->
                                        new MoveWindow(
                                                act,
                                                body.start(),
                                                body.end(),
                                                body.reason(),
                                                Texts.orNull(body.publicText()),
                                                policy))
                                .chain(c -> drivers.moved(c, window)));
    }

    @GET
    @Path("moves/{n}")
    @Authenticated
    @Operation(operationId = "getMove", summary = "One move")
    @APIResponseSchema(value = Move.class, responseCode = "200")
    public Uni<Response> move(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "move", w -> w.promise().timing().moves(), Move::ordinal);
    }

    @POST
    @Path("confirmation")
    @Authenticated
    @Operation(operationId = "confirmWindow", summary = "A tentative window is sure to take place")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> confirm(@PathParam("id") String id) {
        return windows.command(
                id, call.on(Windows.stream(id), "ConfirmWindow", null), ConfirmWindow::new);
    }
}
