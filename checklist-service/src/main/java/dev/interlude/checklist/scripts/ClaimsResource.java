package dev.interlude.checklist.scripts;

import dev.interlude.checklist.runner.Runner;
import dev.interlude.checklist.scripts.RunnerRequests.ClaimRequest;
import dev.interlude.checklist.scripts.Waiting.Open;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where runners ask for work, and are kept waiting until there is some. */
@Path("/api/v1/runners/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimsResource {

    /** How often a waiting runner's turn is looked at, in memory. */
    private static final long TICK_MILLIS = 100;

    private final Waiting waiting;
    private final Runs runs;
    private final SeenRows seen;
    private final ScriptsConfig config;
    private final SecurityIdentity identity;
    private final Vertx vertx;

    ClaimsResource(
            Waiting waiting,
            Runs runs,
            SeenRows seen,
            ScriptsConfig config,
            SecurityIdentity identity,
            Vertx vertx) {
        this.waiting = waiting;
        this.runs = runs;
        this.seen = seen;
        this.config = config;
        this.identity = identity;
        this.vertx = vertx;
    }

    @POST
    @RolesAllowed("runner")
    @Operation(
            operationId = "claimScript",
            summary = "A runner asks for work and waits for it: a run, or 204",
            description =
                    "A run is given to one runner, once. The same claim id again gets the same run"
                            + " again, as long as it is not over.")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    @APIResponse(responseCode = "204", description = "Nothing to do; ask again")
    public Uni<Response> claim(
            @NotNull @Valid ClaimRequest body, @Context HttpServerRequest request) {
        RunnerPrincipal by = RunnersOnly.of(identity);
        long patience = patience(body.patience()).toNanos();
        long until = System.nanoTime() + patience;
        String version = body.version() == null ? "" : body.version();
        boolean probes = Boolean.TRUE.equals(body.probes());
        return seen.seen(by.runner().id(), version, body.scripts(), probes)
                .chain(() -> poll(by, body, request, until))
                .map(claimed ->
                        claimed == null
                                ? Response.noContent().build()
                                : Response.ok(claimed).header("Cache-Control", "no-store").build());
    }

    private Duration patience(@Nullable Duration asked) {
        Duration most = config.patience();
        if (asked == null || asked.compareTo(most) > 0) {
            return most;
        }
        return asked.isNegative() ? Duration.ZERO : asked;
    }

    private Uni<@Nullable ClaimView> poll(
            RunnerPrincipal by, ClaimRequest body, HttpServerRequest request, long until) {
        // what is given to somebody who has hung up is lost to all
        if (request.response().closed()) {
            return Uni.createFrom().nullItem();
        }
        Open again = waiting.claimedBy(by.runner().id(), body.claim());
        List<Open> candidates =
                again != null
                        ? List.of(again)
                        : waiting.unclaimed(run -> fits(run, by.runner(), body));
        return first(by, body, candidates.iterator())
                .chain(claimed ->
                        claimed != null || System.nanoTime() >= until
                                ? Uni.createFrom().item(claimed)
                                : tick().chain(() -> poll(by, body, request, until)));
    }

    private static boolean fits(Open run, Runner runner, ClaimRequest body) {
        if (!run.request().team().equals(runner.team())
                || (run.needsProbe() && !Boolean.TRUE.equals(body.probes()))) {
            return false;
        }
        String script = run.script();
        return script == null || (body.scripts().contains(script) && runner.may(script));
    }

    private Uni<@Nullable ClaimView> first(
            RunnerPrincipal by, ClaimRequest body, Iterator<Open> candidates) {
        if (!candidates.hasNext()) {
            return Uni.createFrom().nullItem();
        }
        var request = candidates.next().request();
        return runs.claim(request, by, body.claim())
                .chain(run ->
                        run == null
                                ? first(by, body, candidates)
                                : Uni.createFrom().item(ClaimView.of(request, run, config)));
    }

    private Uni<Void> tick() {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(TICK_MILLIS, _ -> emitter.complete(null)));
    }
}
