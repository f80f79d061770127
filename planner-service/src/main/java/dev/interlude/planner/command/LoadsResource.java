package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentCommand.SetLoadProfile;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.component.LoadProfile;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How much a component is used over the week, by which slots are ranked. */
@Path("/api/v1/components/{id}/load-profile")
@Produces(MediaType.APPLICATION_JSON)
class LoadsResource {

    private final CommandHandler<ComponentCommand, ComponentEvent, Component> components;
    private final Call call;
    private final HttpHeaders headers;

    LoadsResource(
            CommandHandler<ComponentCommand, ComponentEvent, Component> components,
            Call call,
            HttpHeaders headers) {
        this.headers = headers;
        this.components = components;
        this.call = call;
    }

    /** 168 numbers, from Monday 00:00 on in the zone. */
    record LoadRequest(
            @NotNull String zone,
            @NotNull @Size(min = 168, max = 168) List<@NotNull Double> hours) {}

    @GET
    @Authenticated
    @Operation(operationId = "getLoadProfile", summary = "The load of a week; 404 when not known")
    @APIResponseSchema(value = LoadProfile.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        return components
                .fold(slug(id))
                .map(folded -> {
                    if (folded.state() instanceof Listed c && c.load() != null) {
                        return Answers.view(c.load(), folded.version());
                    }
                    throw Problem.notFound("there is no load profile of such a component");
                });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "setLoadProfile", summary = "Says how much it is used over the week")
    @APIResponseSchema(value = LoadProfile.class, responseCode = "200")
    public Uni<Response> set(@PathParam("id") String id, @NotNull @Valid LoadRequest body) {
        return set(id, new LoadProfile(body.zone(), body.hours()));
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed("admin")
    @Operation(
            operationId = "setLoadProfileByCsv",
            summary = "The same as CSV, weekday,hour,load; every wrong line is named")
    @APIResponseSchema(value = LoadProfile.class, responseCode = "200")
    public Uni<Response> set(
            @PathParam("id") String id,
            @QueryParam("zone") @Nullable String zone,
            @NotBlank @Size(max = 20_000) String body) {
        if (zone == null) {
            throw Problem.invalid("zone", "must say in which zone the hours are meant");
        }
        return set(id, LoadCsv.read(zone, body));
    }

    private Uni<Response> set(String id, LoadProfile profile) {
        // where the content type chooses the method, the framework doesn't ask what is accepted
        if (headers.getAcceptableMediaTypes().stream()
                .noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        var how = call.on(PlannerLog.COMPONENT.stream(slug(id)), "SetLoadProfile", profile);
        return components
                .handle(how, act -> new SetLoadProfile(act, profile))
                .map(handled -> Answers.command(handled, PlannerEvents.COMPONENT, profile));
    }

    private static String slug(String id) {
        if (!id.matches(Requests.SLUG)) {
            throw Problem.notFound("there is no such component");
        }
        return id;
    }
}
