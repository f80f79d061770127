package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.follow.Following;
import dev.interlude.eventlog.follow.Rebuilds;
import dev.interlude.eventlog.follow.Rebuilds.Rebuilding;
import dev.interlude.eventlog.follow.Rebuilds.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The read models that a service keeps in rows: where they are, and their rebuild. */
@Path("/api/v1/projections")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {

    private final Rebuilds rebuilds;
    private final Following following;
    private final Call call;

    ProjectionsResource(Rebuilds rebuilds, Following following, Call call) {
        this.rebuilds = rebuilds;
        this.following = following;
        this.call = call;
    }

    /**
     * A projection.
     *
     * @param version of the code that made its rows; 0 when they have not been made yet
     * @param position up to which the log is in its rows
     * @param lag events of the log that are not
     * @param failing what it, or its rebuild, failed with on this replica; absent when well
     * @param rebuiltAt RFC 3339, UTC; absent when it never was
     * @param rebuilding absent when no rebuild is wanted or under way
     */
    public record ProjectionJson(
            String name,
            int version,
            long position,
            long lag,
            @Nullable String failing,
            @Nullable Instant rebuiltAt,
            @Nullable Rebuilding rebuilding) {

        static ProjectionJson of(Standing standing, @Nullable String failing) {
            return new ProjectionJson(
                    standing.name(),
                    standing.version(),
                    standing.position(),
                    standing.lag(),
                    failing,
                    standing.rebuiltAt(),
                    standing.rebuilding());
        }
    }

    /** All projections of this service, by name. */
    public record Projections(List<ProjectionJson> items) {}

    @GET
    @RolesAllowed({"auditor", "admin"})
    @Operation(operationId = "listProjections", summary = "Where each projection is")
    @APIResponseSchema(value = Projections.class, responseCode = "200")
    public Uni<Response> list() {
        return rebuilds.standings()
                .map(all ->
                        Response.ok(new Projections(all.stream().map(this::json).toList()))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    @POST
    @Path("{name}/rebuild")
    @RolesAllowed("admin")
    @Operation(
            operationId = "rebuildProjection",
            summary = "Makes its rows anew beside those that serve, unless that is under way")
    @APIResponseSchema(value = ProjectionJson.class, responseCode = "202")
    public Uni<Response> rebuild(String name) {
        String reason = "asked for by " + call.actor();
        return rebuilds.request(name, reason)
                .chain(known -> {
                    if (!known) {
                        throw Problem.notFound("no such projection");
                    }
                    return rebuilds.standings();
                })
                .map(all -> Response.accepted(json(named(all, name))).build());
    }

    private static Standing named(List<Standing> all, String name) {
        return all.stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no such projection"));
    }

    private ProjectionJson json(Standing standing) {
        Map<String, Loop> loops =
                following.all().stream().collect(Collectors.toMap(Loop::name, loop -> loop));
        Loop live = loops.get(standing.name());
        Loop rebuild = loops.get("rebuild of " + standing.name());
        Throwable failing = live == null ? null : live.failing();
        if (failing == null && rebuild != null) {
            failing = rebuild.failing();
        }
        return ProjectionJson.of(
                standing, failing == null ? null : String.valueOf(failing.getMessage()));
    }
}
