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
import dev.interlude.planner.command.SeriesRequests.ChangeRequest;
import dev.interlude.planner.command.SeriesRequests.EndingRequest;
import dev.interlude.planner.command.SeriesRequests.SeriesRequest;
import dev.interlude.planner.command.SeriesRequests.SeriesRevisionRequest;
import dev.interlude.planner.command.SeriesRequests.SkipRequest;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Occurrence;
import dev.interlude.planner.series.Occurrences;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand;
import dev.interlude.planner.series.SeriesCommand.ChangeOccurrence;
import dev.interlude.planner.series.SeriesCommand.EndSeries;
import dev.interlude.planner.series.SeriesCommand.OpenOccurrence;
import dev.interlude.planner.series.SeriesCommand.PlanSeries;
import dev.interlude.planner.series.SeriesCommand.ReviseSeries;
import dev.interlude.planner.series.SeriesCommand.SkipOccurrence;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Maintenances that come again by a rule. */
@Path("/api/v1/series")
@Produces(MediaType.APPLICATION_JSON)
class SeriesResource {

    private static final Duration YEAR = Duration.ofDays(366);

    private final CommandHandler<SeriesCommand, SeriesEvent, Series> handler;
    private final Catalogue catalogue;
    private final Upcoming upcoming;
    private final Call call;

    SeriesResource(
            CommandHandler<SeriesCommand, SeriesEvent, Series> handler,
            Catalogue catalogue,
            Upcoming upcoming,
            Call call) {
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

    record SeriesList(List<SeriesView> items) {}

    /** {@code next}: cursor of the page that follows, absent on the last. */
    record OccurrencePage(List<Occurrence> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(operationId = "listSeries", summary = "The series, by title")
    @APIResponseSchema(value = SeriesList.class, responseCode = "200")
    public Uni<Response> list(@QueryParam("team") @Nullable String team) {
        String of = Queries.slug("team", team);
        return upcoming.series()
                .map(all ->
                        Response.ok(
                                        new SeriesList(
                                                all.stream()
                                                        .filter(s ->
                                                                of == null
                                                                        || of.equals(
                                                                                s.terms().team()))
                                                        .map(SeriesView::of)
                                                        .toList()))
                                .header("Cache-Control", "no-store")
                                .build());
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

    @GET
    @Path("{id}/occurrences")
    @Authenticated
    @Operation(
            operationId = "listOccurrences",
            summary = "Occurrences between from and to, a year from now by default, by start")
    @APIResponseSchema(value = OccurrencePage.class, responseCode = "200")
    public Uni<Response> occurrences(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        Instant after = Queries.instant("cursor", cursor);
        int most = Queries.limit(limit);
        return handler.fold(id(id))
                .map(folded -> {
                    Recurring s = recurring(folded.state());
                    Period asked = Queries.period(first == null ? folded.now() : first, last, YEAR);
                    List<Occurrence> all =
                            Occurrences.of(s).within(asked).stream()
                                    .filter(one -> after == null || one.start().isAfter(after))
                                    .toList();
                    List<Occurrence> page = all.stream().limit(most).toList();
                    String next = all.size() > most ? page.getLast().start().toString() : null;
                    return Answers.view(new OccurrencePage(page, next), folded.version());
                });
    }

    @GET
    @Path("{id}/occurrences/{localStart}")
    @Authenticated
    @Operation(operationId = "getOccurrence", summary = "One, by its original local start")
    @APIResponseSchema(value = Occurrence.class, responseCode = "200")
    public Uni<Response> occurrence(
            @PathParam("id") String id, @PathParam("localStart") String localStart) {
        LocalDateTime local = local(localStart);
        return handler.fold(id(id))
                .map(folded -> Answers.view(one(folded.state(), local), folded.version()));
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
                                        .map(found -> new PlanSeries(act, id, terms.apply(found))))
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
                                        .map(found ->
                                                new ReviseSeries(
                                                        act, body.from(), terms.apply(found))))
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

    @POST
    @Path("{id}/occurrences/{localStart}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(operationId = "skipOccurrence", summary = "Leaves one out")
    @APIResponseSchema(value = Occurrence.class, responseCode = "200")
    public Uni<Response> skip(
            @PathParam("id") String id,
            @PathParam("localStart") String localStart,
            @NotNull @Valid SkipRequest body) {
        return touch(
                id,
                localStart,
                "SkipOccurrence",
                body,
                (act, local) -> new SkipOccurrence(act, local, body.reason()));
    }

    @POST
    @Path("{id}/occurrences/{localStart}/change")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "changeOccurrence",
            summary = "Moves one, or describes it otherwise; it becomes a window at once")
    @APIResponseSchema(value = Occurrence.class, responseCode = "200")
    public Uni<Response> change(
            @PathParam("id") String id,
            @PathParam("localStart") String localStart,
            @NotNull @Valid ChangeRequest body) {
        return touch(
                id,
                localStart,
                "ChangeOccurrence",
                body,
                (act, local) ->
                        new ChangeOccurrence(
                                act,
                                local,
                                body.start(),
                                body.end(),
                                body.title(),
                                Texts.orNull(body.publicText()),
                                body.reason()));
    }

    @POST
    @Path("{id}/occurrences/{localStart}/opening")
    @Authenticated
    @Operation(operationId = "openOccurrence", summary = "Makes one a window now")
    @APIResponseSchema(value = Occurrence.class, responseCode = "200")
    public Uni<Response> open(
            @PathParam("id") String id, @PathParam("localStart") String localStart) {
        return touch(id, localStart, "OpenOccurrence", null, OpenOccurrence::new);
    }

    private Uni<Response> touch(
            String id,
            String localStart,
            String name,
            @Nullable Object body,
            BiFunction<Act, LocalDateTime, SeriesCommand> command) {
        LocalDateTime local = local(localStart);
        var how = call.on(PlannerLog.SERIES.stream(id(id)), name, body);
        return handler.handle(how, act -> command.apply(act, local))
                .map(handled ->
                        Answers.command(
                                handled, PlannerEvents.SERIES, one(handled.state(), local)));
    }

    private static Occurrence one(Series series, LocalDateTime local) {
        return Occurrences.of(recurring(series))
                .at(local)
                .orElseThrow(() -> Problem.notFound("there is no such occurrence"));
    }

    private static Response answer(Handled<SeriesEvent, Series> handled) {
        Recurring series = recurring(handled.state());
        return Answers.command(
                handled,
                PlannerEvents.SERIES,
                SeriesView.of(series),
                URI.create("/api/v1/series/" + series.id()));
    }

    private static Recurring recurring(Series series) {
        return switch (series) {
            case Recurring recurring -> recurring;
            case NotPlanned _ -> throw Problem.notFound("there is no such series");
        };
    }

    private static LocalDateTime local(String written) {
        try {
            return LocalDateTime.parse(written);
        } catch (DateTimeException _) {
            throw Problem.notFound("there is no such occurrence");
        }
    }

    private static String id(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Problem.notFound("there is no such series");
        }
        return id;
    }
}
