package dev.interlude.planner.command;

import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Requests.CancellationRequest;
import dev.interlude.planner.command.Requests.PlanRequest;
import dev.interlude.planner.command.Requests.RevisionRequest;
import dev.interlude.planner.command.Requests.RiskRequest;
import dev.interlude.planner.view.collisions.Warning;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Planning, revising, announcing and cancelling windows, and looking at one. */
@Path("/api/v1/windows")
@Produces(MediaType.APPLICATION_JSON)
class WindowsResource {

    private final Windows windows;
    private final Catalogue catalogue;
    private final Policies policies;
    private final Bookings bookings;
    private final PlanSources sources;
    private final DriverOnce drivers;
    private final Call call;

    WindowsResource(
            Windows windows,
            Catalogue catalogue,
            Policies policies,
            Bookings bookings,
            PlanSources sources,
            DriverOnce drivers,
            Call call) {
        this.drivers = drivers;
        this.sources = sources;
        this.windows = windows;
        this.catalogue = catalogue;
        this.policies = policies;
        this.bookings = bookings;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "planWindow", summary = "Plans a window; nobody is told yet")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> plan(@NotNull @Valid PlanRequest body) {
        String id = call.newId();
        Authority authority = call.authority();
        if (body.team() != null) {
            call.requireRole("planner", body.team());
        } else if (body.copyOf() == null) {
            team(null, authority);
        }
        Seats crew = body.crew() == null ? null : CrewResource.seats(body.crew(), call);
        Invocation how = call.creating(Windows.stream(id), "PlanWindow", body);
        return windows.planning(
                how,
                (act, _) ->
                        sources.whole(body)
                                .chain(whole ->
                                        command(
                                                act,
                                                id,
                                                team(whole.rest().team(), authority),
                                                whole,
                                                crew)));
    }

    private Uni<WindowCommand> command(
            Act act, String id, String team, WholePlan plan, @Nullable Seats crew) {
        return catalogue
                .named(plan.components())
                .chain(named ->
                        policies.of(team)
                                .map(policy ->
                                        plan(act, id, team, plan, named.components(), crew, policy))
                                .chain(drivers::planned)
                                .map(named::in));
    }

    private static PlanWindow plan(
            Act act,
            String id,
            String team,
            WholePlan plan,
            List<ComponentImpact> components,
            @Nullable Seats crew,
            NoticePolicy policy) {
        PlanRequest body = plan.rest();
        return new PlanWindow(
                act,
                id,
                plan.title(),
                plan.publicText().byLanguage(),
                Texts.orNull(body.internalText()),
                plan.zone(),
                plan.start(),
                plan.end(),
                Objects.requireNonNullElse(body.kind(), Kind.NORMAL),
                body.audience(),
                team,
                body.reason(),
                RiskRequest.orNull(body.risk()),
                Objects.requireNonNullElse(body.references(), List.of()),
                components,
                body.reminders(),
                body.updateEvery(),
                crew,
                Boolean.TRUE.equals(body.tentative()),
                body.templateId(),
                body.upTo(),
                policy,
                plan.copyOf(),
                null);
    }

    /** The team that is named, or the only one that the caller plans for. */
    private static String team(@Nullable String named, Authority authority) {
        if (named != null) {
            return named;
        }
        var teams =
                authority.grants().stream()
                        .filter(grant -> grant.role().equals("planner"))
                        .map(Authority.Grant::scope)
                        .toList();
        if (teams.isEmpty()) {
            throw Problem.of(403, "role-missing", "this needs the role planner in a team");
        }
        if (teams.size() > 1) {
            throw Problem.invalid("/team", "must be named by those who plan for several teams");
        }
        return teams.getFirst();
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getWindow", summary = "A window, also as it was known at an instant")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> get(
            @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
        return windows.show(id, Queries.instant("asOf", asOf));
    }

    @GET
    @Path("{id}/warnings")
    @Authenticated
    @Operation(
            operationId = "getWindowWarnings",
            summary = "What else takes place then: collisions, double bookings, freezes")
    @APIResponseSchema(value = Warnings.class, responseCode = "200")
    public Uni<Response> warnings(@PathParam("id") String id) {
        return windows.find(id, null)
                .chain(folded ->
                        bookings.warnings(Windows.known(folded.state()))
                                .map(found -> Answers.view(new Warnings(found), folded.version())));
    }

    /** The most serious first. */
    record Warnings(List<Warning> items) {}

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "reviseWindow",
            summary = "Changes the plan, but not its time; If-Match is required")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> revise(@PathParam("id") String id, @NotNull @Valid RevisionRequest body) {
        return windows.prepared(
                id,
                call.matching(Windows.stream(id), "ReviseWindow", body),
                (act, window) ->
                        catalogue
                                .named(Objects.requireNonNullElse(body.components(), List.of()))
                                .chain(named ->
                                        policies.of(window)
                                                .map(policy -> revise(act, body, named, policy))));
    }

    private static WindowCommand revise(
            Act act, RevisionRequest body, Catalogue.Named named, NoticePolicy policy) {
        return named.in(
                new ReviseWindow(
                        act,
                        body.title(),
                        Texts.orNull(body.publicText()),
                        Texts.orNull(body.internalText()),
                        body.reason(),
                        RiskRequest.orNull(body.risk()),
                        body.references(),
                        body.components() == null ? null : named.components(),
                        body.reminders(),
                        body.updateEvery(),
                        body.audience(),
                        policy));
    }

    @POST
    @Path("{id}/announcement")
    @Authenticated
    @Operation(
            operationId = "announceWindow",
            summary = "Tells the window to its audience; 409 notice-too-short below the policy")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> announce(@PathParam("id") String id) {
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "AnnounceWindow", null),
                (act, window) ->
                        policies.of(window)
                                .chain(policy ->
                                        drivers.announced(
                                                new AnnounceWindow(act, policy), window)));
    }

    @POST
    @Path("{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "cancelWindow",
            summary = "The window will not take place; told to exactly those who were told before")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("id") String id, @NotNull @Valid CancellationRequest body) {
        return windows.command(
                id,
                call.on(Windows.stream(id), "CancelWindow", body),
                act -> new CancelWindow(act, body.reason(), Texts.orNull(body.publicText())));
    }
}
