package dev.interlude.checklist.scripts;

import dev.interlude.checklist.Pages;
import dev.interlude.checklist.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the teams' runners offer. */
@Path("/api/v1/scripts")
@Produces(MediaType.APPLICATION_JSON)
class ScriptsResource {

    private final Runners runners;
    private final SeenRows seen;

    ScriptsResource(Runners runners, SeenRows seen) {
        this.runners = runners;
        this.seen = seen;
    }

    /**
     * A script that a runner offers.
     *
     * @param name as a step names it
     * @param runner name of the runner
     * @param lastSeen when the runner asked for work last
     * @param online whether that is so short ago that it will be there for the next request
     */
    record ScriptView(
            String name,
            String team,
            String runner,
            String runnerId,
            Instant lastSeen,
            boolean online) {

        /**
         * Where it stands among all; no name has a blank, which is less than all that names have.
         */
        private String place() {
            return name + " " + runnerId;
        }
    }

    /** A page of them; {@code next} is the cursor of the one that follows, absent on the last. */
    record ScriptsView(List<ScriptView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "listScripts", summary = "Scripts that runners offer, by name")
    @APIResponseSchema(value = ScriptsView.class, responseCode = "200")
    public Uni<Response> list(
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        int most = limit == null ? 200 : Queries.number("limit", limit, 1, 200);
        Instant now = Instant.now();
        return seen.all()
                .map(rows ->
                        runners.all().stream()
                                .filter(runner -> runner.revokedAt() == null)
                                .filter(runner -> team == null || runner.team().equals(team))
                                .map(runner -> RunnerView.of(runner, rows.get(runner.id()), now))
                                .flatMap(ScriptsResource::offered)
                                .sorted(
                                        Comparator.comparing(ScriptView::name)
                                                .thenComparing(ScriptView::runnerId))
                                .filter(one -> cursor == null || one.place().compareTo(cursor) > 0)
                                .limit(most + 1L)
                                .toList())
                .map(found -> {
                    List<ScriptView> page = found.stream().limit(most).toList();
                    String next = found.size() > most ? page.getLast().place() : null;
                    return Pages.answer(new ScriptsView(page, next), next, uri);
                });
    }

    private static Stream<ScriptView> offered(RunnerView runner) {
        Instant at = runner.lastSeen();
        return at == null
                ? Stream.empty()
                : runner.offers().stream()
                        .map(name ->
                                new ScriptView(
                                        name,
                                        runner.team(),
                                        runner.name(),
                                        runner.id(),
                                        at,
                                        runner.online()));
    }
}
