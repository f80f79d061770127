package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.SeriesRequests.ChangeRequest;
import dev.interlude.planner.command.SeriesRequests.SkipRequest;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Occurrence;
import dev.interlude.planner.series.Occurrences;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand;
import dev.interlude.planner.series.SeriesCommand.ChangeOccurrence;
import dev.interlude.planner.series.SeriesCommand.OpenOccurrence;
import dev.interlude.planner.series.SeriesCommand.SkipOccurrence;
import dev.interlude.planner.series.SeriesEvent;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The occurrences of a series, each by its original local start. */
@Path("/api/v1/series/{id}/occurrences")
@Produces(MediaType.APPLICATION_JSON)
class OccurrencesResource {

    private static final Duration YEAR = Duration.ofDays(366);

    private final CommandHandler<SeriesCommand, SeriesEvent, Series> handler;
    private final Call call;

    OccurrencesResource(CommandHandler<SeriesCommand, SeriesEvent, Series> handler, Call call) {
        this.handler = handler;
        this.call = call;
    }

    /** {@code next}: cursor of the page that follows, absent on the last. */
    record OccurrencePage(List<Occurrence> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listOccurrences",
            summary = "Occurrences between from and to, a year from now by default, by start")
    @APIResponseSchema(value = OccurrencePage.class, responseCode = "200")
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        String after = Pages.after(cursor);
        int most = Queries.limit(limit);
        return handler.fold(SeriesResource.id(id))
                .map(folded -> {
                    Recurring s = SeriesResource.recurring(folded.state());
                    Period asked = Queries.period(first == null ? folded.now() : first, last, YEAR);
                    var page =
                            Pages.of(
                                    Occurrences.of(s).within(asked),
                                    OccurrencesResource::key,
                                    after,
                                    most);
                    var view = new OccurrencePage(page.items(), page.next());
                    return Pages.linked(Answers.view(view, folded.version()), page.next(), uri);
                });
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** By start, and of two that were moved to one start by the original one. */
    private static String key(Occurrence one) {
        return String.format(Locale.ROOT, "%020d %s", micros(one.start()), one.localStart());
    }

    @GET
    @Path("{localStart}")
    @Authenticated
    @Operation(operationId = "getOccurrence", summary = "One, by its original local start")
    @APIResponseSchema(value = Occurrence.class, responseCode = "200")
    public Uni<Response> get(
            @PathParam("id") String id, @PathParam("localStart") String localStart) {
        LocalDateTime local = local(localStart);
        return handler.fold(SeriesResource.id(id))
                .map(folded -> Answers.view(one(folded.state(), local), folded.version()));
    }

    @POST
    @Path("{localStart}/skip")
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
    @Path("{localStart}/change")
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
    @Path("{localStart}/opening")
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
        var how = call.on(PlannerLog.SERIES.stream(SeriesResource.id(id)), name, body);
        return handler.handle(how, act -> command.apply(act, local))
                .map(handled ->
                        Answers.command(
                                handled, PlannerEvents.SERIES, one(handled.state(), local)));
    }

    private static Occurrence one(Series series, LocalDateTime local) {
        return Occurrences.of(SeriesResource.recurring(series))
                .at(local)
                .orElseThrow(() -> Problem.notFound("there is no such occurrence"));
    }

    private static LocalDateTime local(String written) {
        try {
            return LocalDateTime.parse(written);
        } catch (DateTimeException _) {
            throw Problem.notFound("there is no such occurrence");
        }
    }
}
