package dev.interlude.checklist.scripts;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.ChecklistLog;
import dev.interlude.checklist.Pages;
import dev.interlude.checklist.Queries;
import dev.interlude.checklist.Uuids;
import dev.interlude.checklist.runner.Runner;
import dev.interlude.checklist.runner.RunnerCommand;
import dev.interlude.checklist.runner.RunnerCommand.RegisterRunner;
import dev.interlude.checklist.runner.RunnerCommand.RevokeRunner;
import dev.interlude.checklist.runner.RunnerEvent;
import dev.interlude.checklist.scripts.RunnerRequests.RegistrationRequest;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who may run scripts for a team. */
@Path("/api/v1/runners")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RunnersResource {

    private final CommandHandler<RunnerCommand, RunnerEvent, Optional<Runner>> handler;
    private final Runners runners;
    private final SeenRows seen;
    private final Call call;

    RunnersResource(
            CommandHandler<RunnerCommand, RunnerEvent, Optional<Runner>> handler,
            Runners runners,
            SeenRows seen,
            Call call) {
        this.handler = handler;
        this.runners = runners;
        this.seen = seen;
        this.call = call;
    }

    /** A page of runners; {@code next} is the cursor of the one that follows. */
    record RunnersPage(List<RunnerView> items, @Nullable String next) {}

    @POST
    @RolesAllowed("admin")
    @Operation(
            operationId = "registerRunner",
            summary = "A new runner of a team; its token is shown in this answer and never again",
            description =
                    "For admins. An answer to a repeated Idempotency-Key is without the token.")
    @APIResponseSchema(value = RunnerView.class, responseCode = "201")
    public Uni<Response> register(@NotNull @Valid RegistrationRequest body) {
        String id = call.newId();
        String token = RunnerToken.make();
        String sha256 = RunnerToken.sha256(token);
        return handler.handle(
                        call.creating(ChecklistLog.RUNNER.stream(id), "RegisterRunner", body),
                        act ->
                                new RegisterRunner(
                                        act, id, body.name(), body.team(), body.scripts(), sha256))
                .map(handled -> registered(handled, token, sha256));
    }

    private static Response registered(
            Handled<RunnerEvent, Optional<Runner>> handled, String token, String sha256) {
        Runner runner = handled.state().orElseThrow();
        boolean fresh = runner.tokenSha256().equals(sha256) && !handled.dryRun();
        return answer(handled, runner, fresh ? token : null);
    }

    @GET
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "listRunners", summary = "Runners, also revoked ones")
    @APIResponseSchema(value = RunnersPage.class, responseCode = "200")
    public Uni<Response> list(
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        int most = limit == null ? 50 : Queries.number("limit", limit, 1, 200);
        List<Runner> found =
                runners.all().stream()
                        .filter(runner -> team == null || runner.team().equals(team))
                        .filter(runner -> cursor == null || runner.id().compareTo(cursor) > 0)
                        .limit(most + 1L)
                        .toList();
        List<Runner> page = found.stream().limit(most).toList();
        String next = found.size() > most ? page.getLast().id() : null;
        Instant now = Instant.now();
        return seen.all()
                .map(rows ->
                        page.stream()
                                .map(runner -> RunnerView.of(runner, rows.get(runner.id()), now))
                                .toList())
                .map(items -> Pages.answer(new RunnersPage(items, next), next, uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "getRunner", summary = "A runner")
    @APIResponseSchema(value = RunnerView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        requireId(id);
        Instant now = Instant.now();
        return handler.fold(id)
                .chain(folded ->
                        seen.all()
                                .map(rows ->
                                        Answers.view(
                                                RunnerView.of(
                                                        folded.state()
                                                                .orElseThrow(
                                                                        RunnersResource::absent),
                                                        rows.get(id),
                                                        now),
                                                folded.version())));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "revokeRunner",
            summary = "Revokes a runner's token at once; what it runs is given up after its lease")
    @APIResponseSchema(value = RunnerView.class, responseCode = "200")
    public Uni<Response> revoke(@PathParam("id") String id) {
        requireId(id);
        return handler.handle(
                        call.on(ChecklistLog.RUNNER.stream(id), "RevokeRunner", null),
                        RevokeRunner::new)
                .map(handled -> answer(handled, handled.state().orElseThrow(), null));
    }

    private static Response answer(
            Handled<RunnerEvent, Optional<Runner>> handled, Runner runner, @Nullable String token) {
        return Answers.command(
                handled,
                ChecklistEvents.RUNNER,
                RunnerView.of(runner, null, runner.registeredAt(), token),
                URI.create("/api/v1/runners/" + runner.id()));
    }

    private static void requireId(String id) {
        if (!Uuids.isOne(id)) {
            throw absent();
        }
    }

    private static Problem absent() {
        return Problem.notFound("there is no such runner");
    }
}
