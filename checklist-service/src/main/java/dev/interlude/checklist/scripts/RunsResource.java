package dev.interlude.checklist.scripts;

import dev.interlude.checklist.Queries;
import dev.interlude.checklist.Uuids;
import dev.interlude.checklist.checklist.ScriptOutcome;
import dev.interlude.checklist.checklist.ScriptRun;
import dev.interlude.checklist.scripts.RunnerRequests.ResultRequest;
import dev.interlude.eventlog.http.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a runner says of a run that it has. */
@Path("/api/v1/runners/runs/{runId}")
@Produces(MediaType.APPLICATION_JSON)
class RunsResource {

    private final Leases leases;
    private final Runs runs;
    private final Outputs outputs;
    private final ScriptsConfig config;
    private final SecurityIdentity identity;

    RunsResource(
            Leases leases,
            Runs runs,
            Outputs outputs,
            ScriptsConfig config,
            SecurityIdentity identity) {
        this.leases = leases;
        this.runs = runs;
        this.outputs = outputs;
        this.config = config;
        this.identity = identity;
    }

    /**
     * An answer to a sign of life.
     *
     * @param cancel whether the script is to be ended, with all that it has started
     * @param lease after how long without another one the run is given up
     */
    record HeartbeatView(boolean cancel, Duration lease) {}

    /** How much of the output is kept, in bytes. */
    record OutputView(int length) {}

    /**
     * An answer to a result.
     *
     * @param effective false when the run had been given up before
     */
    record ResultView(boolean effective, @Nullable ScriptOutcome outcome) {}

    @POST
    @Path("heartbeat")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("runner")
    @Operation(
            operationId = "keepScript",
            summary = "The runner is alive and has the run; 409 lease-lost: end it")
    @APIResponseSchema(value = HeartbeatView.class, responseCode = "200")
    public Uni<Response> heartbeat(@PathParam("runId") String runId) {
        return held(runId, RunnersOnly.of(identity))
                .map(run -> answer(new HeartbeatView(run.cancelledAt() != null, config.lease())));
    }

    @POST
    @Path("output")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed("runner")
    @Operation(
            operationId = "appendOutput",
            summary = "A piece of the script's output, of its first 64 kB",
            description = "A repeated piece changes nothing; a gap is answered 409 offset-differs.")
    @APIResponseSchema(value = OutputView.class, responseCode = "200")
    public Uni<Response> output(
            @PathParam("runId") String runId, @RestQuery @Nullable String offset, byte[] body) {
        int begins = Queries.number("offset", offset, 0, Outputs.MOST);
        int ends = begins + body.length;
        if (ends > Outputs.MOST) {
            throw Problem.of(413, "too-large", "the first 64 kB of the output are kept");
        }
        return held(runId, RunnersOnly.of(identity))
                .chain(() -> outputs.append(runId, begins, body))
                .map(length -> {
                    if (length < ends) {
                        throw Problem.of(409, "offset-differs", "the output ends at byte " + length)
                                .with("length", length);
                    }
                    return answer(new OutputView(length));
                });
    }

    @POST
    @Path("result")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("runner")
    @Operation(
            operationId = "finishScript",
            summary = "The run is over; the same again gets the same answer")
    @APIResponseSchema(value = ResultView.class, responseCode = "200")
    public Uni<Response> result(
            @PathParam("runId") String runId, @NotNull @Valid ResultRequest body) {
        RunnerPrincipal by = RunnersOnly.of(identity);
        var report = body.report();
        byte[] tail = body.tailBytes();
        return known(runId, by)
                .call(() -> tail == null ? Uni.createFrom().voidItem() : outputs.end(runId, tail))
                .chain(windowId -> runs.finish(windowId, runId, by, report))
                .map(run -> {
                    ScriptRun.End end = run == null ? null : run.end();
                    return answer(
                            new ResultView(
                                    end != null && end.reported(),
                                    end == null ? null : end.outcome()));
                });
    }

    private Uni<ScriptRun> held(String runId, RunnerPrincipal by) {
        return known(runId, by)
                .chain(windowId -> runs.find(windowId, runId))
                .map(run -> {
                    if (run == null || !run.open()) {
                        throw Problem.of(
                                409, "lease-lost", "the run is over: end what is left of it");
                    }
                    return run;
                });
    }

    /** The window of a run that this runner has; that is a sign of life. */
    private Uni<String> known(String runId, RunnerPrincipal by) {
        return (Uuids.isOne(runId)
                        ? leases.heard(runId, by.runner().id())
                        : Uni.createFrom().<@Nullable String>nullItem())
                .map(windowId -> {
                    if (windowId == null) {
                        throw Problem.notFound("this runner has no such run");
                    }
                    return windowId;
                });
    }

    private static Response answer(Object view) {
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }
}
