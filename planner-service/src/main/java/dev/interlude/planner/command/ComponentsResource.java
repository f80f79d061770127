package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.Requests.ComponentRequest;
import dev.interlude.planner.command.Requests.ComponentRevisionRequest;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.Component.Unknown;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentCommand.AddComponent;
import dev.interlude.planner.component.ComponentCommand.ReviseComponent;
import dev.interlude.planner.component.ComponentEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The catalogue of components: what customers see affected. Kept by admins. */
@Path("/api/v1/components")
@Produces(MediaType.APPLICATION_JSON)
class ComponentsResource {

    private final CommandHandler<ComponentCommand, ComponentEvent, Component> components;
    private final Catalogue catalogue;
    private final Call call;

    ComponentsResource(
            CommandHandler<ComponentCommand, ComponentEvent, Component> components,
            Catalogue catalogue,
            Call call) {
        this.components = components;
        this.catalogue = catalogue;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "addComponent", summary = "Adds a component to the catalogue")
    @APIResponseSchema(value = Listed.class, responseCode = "201")
    public Uni<Response> add(@NotNull @Valid ComponentRequest body) {
        List<String> dependsOn = Objects.requireNonNullElse(body.dependsOn(), List.of());
        List<String> backedBy = Objects.requireNonNullElse(body.backedBy(), List.of());
        List<String> neighbours = Stream.concat(dependsOn.stream(), backedBy.stream()).toList();
        var how = call.creating(PlannerLog.COMPONENT.stream(body.id()), "AddComponent", body);
        return components
                .handlePrepared(
                        how,
                        (act, _) ->
                                catalogue
                                        .reachable(neighbours)
                                        .map(known ->
                                                new AddComponent(
                                                        act,
                                                        body.id(),
                                                        body.name(),
                                                        body.group(),
                                                        dependsOn,
                                                        body.team(),
                                                        backedBy,
                                                        known)))
                .map(ComponentsResource::made);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getComponent", summary = "One component")
    @APIResponseSchema(value = Listed.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        return components
                .fold(slug(id))
                .map(folded -> Answers.view(listed(folded.state()), folded.version()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "reviseComponent",
            summary = "Changes a component; If-Match is required")
    @APIResponseSchema(value = Listed.class, responseCode = "200")
    public Uni<Response> revise(
            @PathParam("id") String id, @NotNull @Valid ComponentRevisionRequest body) {
        List<String> neighbours =
                Stream.of(body.dependsOn(), body.backedBy())
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .toList();
        var how = call.matching(PlannerLog.COMPONENT.stream(slug(id)), "ReviseComponent", body);
        return components
                .handlePrepared(
                        how,
                        (act, now) ->
                                catalogue
                                        .reachable(Catalogue.plus(neighbours, now))
                                        .map(known ->
                                                new ReviseComponent(
                                                        act,
                                                        body.name(),
                                                        body.group(),
                                                        body.dependsOn(),
                                                        body.team(),
                                                        body.backedBy(),
                                                        known)))
                .onFailure()
                .transform(NotThere::instead)
                .map(handled ->
                        Answers.command(handled, PlannerEvents.COMPONENT, listed(handled.state())));
    }

    private static Response made(Handled<ComponentEvent, Component> handled) {
        Listed component = listed(handled.state());
        return Answers.command(
                handled,
                PlannerEvents.COMPONENT,
                component,
                URI.create("/api/v1/components/" + component.id()));
    }

    private static Listed listed(Component component) {
        return switch (component) {
            case Listed listed -> listed;
            case Unknown _ -> throw Problem.notFound("there is no such component");
        };
    }

    private static String slug(String id) {
        if (!id.matches(Requests.SLUG)) {
            throw Problem.notFound("there is no such component");
        }
        return id;
    }
}
