package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.freeze.Freeze;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.Freeze.NotDeclared;
import dev.interlude.planner.freeze.FreezeCommand;
import dev.interlude.planner.freeze.FreezeCommand.DeclareFreeze;
import dev.interlude.planner.freeze.FreezeCommand.LiftFreeze;
import dev.interlude.planner.freeze.FreezeCommand.ReviseFreeze;
import dev.interlude.planner.freeze.FreezeEvent;
import dev.interlude.planner.freeze.FreezeTerms;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.view.freezes.Freezes;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Times in which no work is begun. Kept by admins. */
@Path("/api/v1/freezes")
@Produces(MediaType.APPLICATION_JSON)
class FreezesResource {

    private static final Duration YEAR = Duration.ofDays(366);
    private static final int PERIODS = 200;

    private final CommandHandler<FreezeCommand, FreezeEvent, Freeze> handler;
    private final Freezes freezes;
    private final Catalogue catalogue;
    private final Log log;
    private final Call call;

    FreezesResource(
            CommandHandler<FreezeCommand, FreezeEvent, Freeze> handler,
            Freezes freezes,
            Catalogue catalogue,
            Log log,
            Call call) {
        this.handler = handler;
        this.freezes = freezes;
        this.catalogue = catalogue;
        this.log = log;
        this.call = call;
    }

    /**
     * A freeze, or the whole of what shall hold of one from now on: start and end, or rule,
     * localStart and duration.
     *
     * @param id slug; made up when absent
     * @param components that are frozen; all when absent or empty
     * @param team whose windows are frozen; everybody's when absent
     */
    record FreezeRequest(
            @Nullable @Pattern(regexp = Requests.SLUG) String id,
            @NotNull @Size(max = 200) @Pattern(regexp = Requests.LINE) String title,
            @Nullable @Size(max = 2_000) String reason,
            @NotNull String zone,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable @Size(max = 500) String rule,
            @Nullable LocalDateTime localStart,
            @Nullable Duration duration,
            @Nullable @Size(max = 100)
                    List<@NotNull @Pattern(regexp = Requests.SLUG) String> components,
            @Nullable @Pattern(regexp = Requests.SLUG) String team) {

        FreezeTerms terms() {
            return new FreezeTerms(
                    title,
                    reason,
                    zone,
                    start,
                    end,
                    rule,
                    localStart,
                    duration,
                    Objects.requireNonNullElse(components, List.of()),
                    team);
        }
    }

    record LiftingRequest(@Nullable @Size(max = 2_000) String reason) {}

    /**
     * A freeze.
     *
     * @param liftedAt absent while it holds
     * @param periods those between from and to; when asked for one freeze, those of a year from now
     */
    record FreezeView(
            String id, FreezeTerms terms, @Nullable Instant liftedAt, List<Period> periods) {

        static FreezeView of(Declared freeze, Period asked) {
            return new FreezeView(
                    freeze.id(),
                    freeze.terms(),
                    freeze.liftedAt(),
                    freeze.within(asked).stream().limit(PERIODS).toList());
        }
    }

    /** A page by title; {@code next} is the cursor of the one that follows, absent on the last. */
    record FreezeList(List<FreezeView> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listFreezes",
            summary = "Freezes with a period between from and to, a year from now by default")
    @APIResponseSchema(value = FreezeList.class, responseCode = "200")
    public Uni<Response> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("component") @Nullable String component,
            @QueryParam("team") @Nullable String team,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        String on = Queries.slug("component", component);
        String of = Queries.slug("team", team);
        String after = Pages.after(cursor);
        int most = Queries.limit(limit);
        return log.now()
                .map(now -> Queries.period(first == null ? now : first, last, YEAR))
                .chain(asked -> freezes.list().map(all -> listed(all, asked, on, of)))
                .map(some -> Pages.of(some, f -> f.terms().title() + "\n" + f.id(), after, most))
                .map(page ->
                        Pages.answer(new FreezeList(page.items(), page.next()), page.next(), uri));
    }

    private static List<FreezeView> listed(
            List<Declared> all, Period asked, @Nullable String component, @Nullable String team) {
        return all.stream()
                .filter(freeze ->
                        component == null
                                || freeze.terms().components().isEmpty()
                                || freeze.terms().components().contains(component))
                .filter(freeze ->
                        team == null
                                || freeze.terms().team() == null
                                || team.equals(freeze.terms().team()))
                .map(freeze -> FreezeView.of(freeze, asked))
                .filter(view -> !view.periods().isEmpty())
                .toList();
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getFreeze", summary = "A freeze and its periods in a year from now")
    @APIResponseSchema(value = FreezeView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        return handler.fold(slug(id))
                .map(folded ->
                        Answers.view(
                                view(declared(folded.state()), folded.now()), folded.version()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "declareFreeze", summary = "Declares a freeze, once or by a rule")
    @APIResponseSchema(value = FreezeView.class, responseCode = "201")
    public Uni<Response> declare(@NotNull @Valid FreezeRequest body) {
        String id = body.id() == null ? call.newId() : body.id();
        FreezeTerms terms = body.terms();
        var how = call.creating(PlannerLog.FREEZE.stream(id), "DeclareFreeze", body);
        return handler.handlePrepared(
                        how,
                        (act, _) ->
                                catalogue
                                        .existing(terms.components())
                                        .map(known -> new DeclareFreeze(act, id, terms, known)))
                .chain(this::answer);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "reviseFreeze",
            summary = "Says anew what is frozen and when, all of it; If-Match is required")
    @APIResponseSchema(value = FreezeView.class, responseCode = "200")
    public Uni<Response> revise(@PathParam("id") String id, @NotNull @Valid FreezeRequest body) {
        if (body.id() != null && !body.id().equals(id)) {
            throw Problem.invalid("/id", "must be the one of the address, or absent");
        }
        FreezeTerms terms = body.terms();
        var how = call.matching(PlannerLog.FREEZE.stream(slug(id)), "ReviseFreeze", body);
        return handler.handlePrepared(
                        how,
                        (act, _) ->
                                catalogue
                                        .existing(terms.components())
                                        .map(known -> new ReviseFreeze(act, terms, known)))
                .onFailure()
                .transform(NotThere::instead)
                .chain(this::answer);
    }

    @POST
    @Path("{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "liftFreeze", summary = "The freeze holds no longer")
    @APIResponseSchema(value = FreezeView.class, responseCode = "200")
    public Uni<Response> lift(@PathParam("id") String id, @Valid @Nullable LiftingRequest body) {
        String reason = body == null ? null : body.reason();
        var how = call.on(PlannerLog.FREEZE.stream(slug(id)), "LiftFreeze", body);
        return handler.handle(how, act -> new LiftFreeze(act, reason)).chain(this::answer);
    }

    private Uni<Response> answer(Handled<FreezeEvent, Freeze> handled) {
        Declared freeze = declared(handled.state());
        return Answers.afterwards(
                handled,
                log.now()
                        .map(now ->
                                Answers.command(
                                        handled,
                                        PlannerEvents.FREEZE,
                                        view(freeze, now),
                                        URI.create("/api/v1/freezes/" + freeze.id()))));
    }

    private static FreezeView view(Declared freeze, Instant now) {
        return FreezeView.of(freeze, new Period(now, now.plus(YEAR)));
    }

    private static Declared declared(Freeze freeze) {
        return switch (freeze) {
            case Declared declared -> declared;
            case NotDeclared _ -> throw Problem.notFound("there is no such freeze");
        };
    }

    private static String slug(String id) {
        if (!id.matches(Requests.SLUG)) {
            throw Problem.notFound("there is no such freeze");
        }
        return id;
    }
}
