package dev.interlude.tally;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.LogStream;
import dev.interlude.eventlog.http.LogStreams;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/tallies")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TallyResource {

    private final CommandHandler<TallyCommand, TallyEvent, Tally> tallies;
    private final Call call;
    private final Numbers numbers;
    private final LogStream stream;
    private final Db db;

    TallyResource(
            CommandHandler<TallyCommand, TallyEvent, Tally> tallies,
            Call call,
            Numbers numbers,
            LogStreams streams,
            Db db) {
        this.tallies = tallies;
        this.call = call;
        this.numbers = numbers;
        this.db = db;
        this.stream =
                streams.define(
                        "tallies",
                        event -> event.own() && event.category().equals("tally"),
                        event ->
                                new LogStream.Rendered(
                                        event.name(),
                                        new String(event.data(), StandardCharsets.UTF_8)));
    }

    public record NewTally(@Nullable Instant ringAt) {}

    public record Count(@Min(1) @Max(100) long by) {}

    record TallyJson(String id, long total, int rang) {
        static TallyJson of(Tally tally) {
            return new TallyJson(tally.id(), tally.total(), tally.rang());
        }
    }

    @POST
    @RolesAllowed("planner")
    public Uni<Response> begin(@Valid @NotNull NewTally body) {
        String id = call.newId();
        return tallies.handle(
                        call.creating("tally-" + id, "Begin", body),
                        act -> new TallyCommand.Begin(act, id, body.ringAt()))
                .map(handled ->
                        Answers.command(
                                handled,
                                TallyLog.TYPES,
                                TallyJson.of(handled.state()),
                                URI.create("/api/v1/tallies/" + handled.state().id())));
    }

    @POST
    @Path("{id}/counts")
    @RolesAllowed({"planner", "operator"})
    public Uni<Response> count(String id, @Valid @NotNull Count body) {
        return tallies.handle(
                        call.on("tally-" + id, "Count", body),
                        act -> new TallyCommand.Count(act, body.by()))
                .map(handled ->
                        Answers.command(handled, TallyLog.TYPES, TallyJson.of(handled.state())));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("planner")
    public Uni<Response> moveBell(String id, @Valid @NotNull NewTally body) {
        Instant ringAt = body.ringAt();
        if (ringAt == null) {
            throw Problem.invalid("/ringAt", "when it rings");
        }
        return tallies.handle(
                        call.matching("tally-" + id, "MoveBell", body),
                        act -> new TallyCommand.MoveBell(act, ringAt))
                .map(handled ->
                        Answers.command(handled, TallyLog.TYPES, TallyJson.of(handled.state())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"planner", "operator"})
    public Uni<Response> tally(String id) {
        return numbers.id("tally", id, "T")
                .chain(tallies::fold)
                .map(folded -> {
                    if (!folded.exists()) {
                        throw Problem.notFound("no such tally");
                    }
                    return Answers.view(TallyJson.of(folded.state()), folded.version());
                });
    }

    @GET
    @Path("{id}/view")
    @PermitAll
    public Uni<Long> view(String id) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select coalesce(max(total), 0) from tally_view where id ="
                                        + " :id",
                                Long.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return stream.open(lastEventId, sse);
    }
}
