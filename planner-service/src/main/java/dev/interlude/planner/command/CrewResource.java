package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.PeopleRequests.ExpertRequest;
import dev.interlude.planner.command.PeopleRequests.ShiftRequest;
import dev.interlude.planner.command.Requests.CrewRequest;
import dev.interlude.planner.command.Requests.DeclinationRequest;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.CrewEvent.Expert;
import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.Seats;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Naming the crew, and its yes or no. */
@Path("/api/v1/windows/{id}/crew")
@Produces(MediaType.APPLICATION_JSON)
class CrewResource {

    private final Windows windows;
    private final DriverOnce drivers;
    private final Call call;

    CrewResource(Windows windows, DriverOnce drivers, Call call) {
        this.windows = windows;
        this.drivers = drivers;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "assignCrew",
            summary =
                    "Names driver and buddy, who are two people, maybe a liaison, experts and shifts")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> assign(@PathParam("id") String id, @NotNull @Valid CrewRequest body) {
        Seats seats = seats(body, call);
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "AssignCrew", body),
                (act, window) -> drivers.named(new AssignCrew(act, seats), window, seats));
    }

    @POST
    @Path("acceptance")
    @Authenticated
    @Operation(operationId = "acceptCrew", summary = "Accepts what the caller is named for")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> accept(@PathParam("id") String id) {
        return windows.command(
                id, call.on(Windows.stream(id), "AcceptCrew", null), AcceptCrew::new);
    }

    @POST
    @Path("declination")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "declineCrew", summary = "Declines what the caller is named for")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> decline(
            @PathParam("id") String id, @Valid @Nullable DeclinationRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "DeclineCrew", body),
                act -> new DeclineCrew(act, body == null ? null : body.reason()));
    }

    static Seats seats(CrewRequest crew, Call call) {
        return new Seats(
                call.person(crew.driver()),
                call.person(crew.buddy()),
                crew.liaison() == null ? null : call.person(crew.liaison()),
                experts(crew.experts(), call),
                shifts(crew.shifts(), call));
    }

    private static List<Expert> experts(@Nullable List<ExpertRequest> requested, Call call) {
        return requested == null
                ? List.of()
                : requested.stream()
                        .map(e -> new Expert(e.lane(), call.person(e.person()), e.from(), e.to()))
                        .toList();
    }

    private static List<Shift> shifts(@Nullable List<ShiftRequest> requested, Call call) {
        return requested == null
                ? List.of()
                : requested.stream()
                        .map(s -> new Shift(s.role(), call.person(s.person()), s.from(), s.to()))
                        .toList();
    }
}
