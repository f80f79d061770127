package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.RejectedException;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.SeriesRequests.EndingRequest;
import dev.interlude.planner.command.SeriesRequests.SeriesRequest;
import dev.interlude.planner.command.SeriesRequests.SeriesRevisionRequest;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand;
import dev.interlude.planner.series.SeriesCommand.EndSeries;
import dev.interlude.planner.series.SeriesCommand.PlanSeries;
import dev.interlude.planner.series.SeriesCommand.ReviseSeries;
import dev.interlude.planner.series.SeriesEvent;
import dev.interlude.planner.series.SeriesTerms;
import dev.interlude.planner.view.series.Upcoming;
import dev.interlude.planner.window.ComponentImpact;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Maintenances that come again by a rule. */
@Path("/api/v1/series")
@Produces(MediaType.APPLICATION_JSON)
class SeriesResource {

    private final CommandHandler<SeriesCommand, SeriesEvent, Series> handler;
    private final Catalogue catalogue;
    private final Policies policies;
    private final Upcoming upcoming;
    private final Call call;

    SeriesResource(
            CommandHandler<SeriesCommand, SeriesEvent, Series> handler,
            Catalogue catalogue,
            Policies policies,
            Upcoming upcoming,
            Call call) {
        this.policies = policies;
        this.handler = handler;
        this.catalogue = catalogue;
        this.upcoming = upcoming;
        this.call = call;
    }

    /**
     * A series.
     *
     * @param terms that hold for what is still to come
     * @param parts what held from which occurrence on
     * @param endsBefore there are none from this local start on; absent while it goes on
     */
    record SeriesView(
            String id,
            SeriesTerms terms,
            List<Series.Part> parts,
            @Nullable LocalDateTime endsBefore) {

        static SeriesView of(Recurring s) {
            return new SeriesView(s.id(), s.terms(), s.parts(), s.endsBefore());
        }
    }

    /** A page by title; {@code next} is the cursor of the one that follows, absent on the last. */
    record SeriesList(List<SeriesView> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(operationId = "listSeries", summary = "The series, by title")
    @APIResponseSchema(value = SeriesList.class, responseCode = "200")
    public Uni<Response> list(
            @QueryParam("team") @Nullable String team,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String of = Queries.slug("team", team);
        String after = Pages.after(cursor);
        int most = Queries.limit(limit);
        return upcoming.series()
                .map(all -> all.stream().filter(s -> isOf(of, s)).toList())
                .map(some -> Pages.of(some, s -> s.terms().title() + "\n" + s.id(), after, most))
                .map(page -> page.map(SeriesView::of))
                .map(page ->
                        Pages.answer(new SeriesList(page.items(), page.next()), page.next(), uri));
    }

    private static boolean isOf(@Nullable String team, Recurring series) {
        return team == null || team.equals(series.terms().team());
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getSeries", summary = "A series")
    @APIResponseSchema(value = SeriesView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        return handler.fold(id(id))
                .map(folded ->
                        Answers.view(SeriesView.of(recurring(folded.state())), folded.version()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "planSeries",
            summary = "Plans a series; 422 when an occurrence is at a time that is not there")
    @APIResponseSchema(value = SeriesView.class, responseCode = "201")
    public Uni<Response> plan(@NotNull @Valid SeriesRequest body) {
        String id = call.newId();
        var terms = body.terms(call);
        var how = call.creating(PlannerLog.SERIES.stream(id), "PlanSeries", body);
        return handler.handlePrepared(
                        how,
                        (act, _) ->
                                named(body, act, null)
                                        .map(terms)
                                        .chain(t ->
                                                policies.of(t.team())
                                                        .map(by -> new PlanSeries(act, id, t, by))))
                .map(SeriesResource::answer);
    }

    /** Whoever may not plan it is told so by the decider, whatever components they name. */
    private Uni<List<ComponentImpact>> named(SeriesRequest body, Act act, @Nullable Series series) {
        boolean may =
                (body.team() == null || act.authority().allows("planner", body.team()))
                        && (!(series instanceof Recurring s)
                                || act.authority().allows("planner", s.terms().team()));
        return catalogue
                .named(body.components())
                .map(named -> {
                    if (may && named.unknown() != null && !(series instanceof NotPlanned)) {
                        throw new RejectedException(named.unknown());
                    }
                    return named.components();
                });
    }

    @POST
    @Path("{id}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "reviseSeries", summary = "Changes a series from one occurrence on")
    @APIResponseSchema(value = SeriesView.class, responseCode = "200")
    public Uni<Response> revise(
            @PathParam("id") String id, @NotNull @Valid SeriesRevisionRequest body) {
        var terms = body.series().terms(call);
        var how = call.on(PlannerLog.SERIES.stream(id(id)), "ReviseSeries", body);
        return handler.handlePrepared(
                        how,
                        (act, series) ->
                                named(body.series(), act, series)
                                        .map(terms)
                                        .chain(t ->
                                                policies.of(t.team())
                                                        .map(by ->
                                                                new ReviseSeries(
                                                                        act, body.from(), t, by))))
                .map(SeriesResource::answer);
    }

    @POST
    @Path("{id}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "endSeries",
            summary = "Ends a series from one occurrence on; windows that are open are cancelled")
    @APIResponseSchema(value = SeriesView.class, responseCode = "200")
    public Uni<Response> end(@PathParam("id") String id, @NotNull @Valid EndingRequest body) {
        var how = call.on(PlannerLog.SERIES.stream(id(id)), "EndSeries", body);
        return handler.handle(how, act -> new EndSeries(act, body.from(), body.reason()))
                .map(SeriesResource::answer);
    }

    private static Response answer(Handled<SeriesEvent, Series> handled) {
        Recurring series = recurring(handled.state());
        return Answers.command(
                handled,
                PlannerEvents.SERIES,
                SeriesView.of(series),
                URI.create("/api/v1/series/" + series.id()));
    }

    static Recurring recurring(Series series) {
        return switch (series) {
            case Recurring recurring -> recurring;
            case NotPlanned _ -> throw Problem.notFound("there is no such series");
        };
    }

    static String id(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Problem.notFound("there is no such series");
        }
        return id;
    }
}
