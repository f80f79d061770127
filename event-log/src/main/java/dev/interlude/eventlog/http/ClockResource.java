package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.Timers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The log's clock. It can be moved forward in local and test runs, so that days take seconds. */
@Path("/api/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private final Log log;
    private final Timers timers;
    private final LogConfig config;

    ClockResource(Log log, Timers timers, LogConfig config) {
        this.log = log;
        this.timers = timers;
        this.config = config;
    }

    /**
     * How to move the clock: exactly one of {@code by} and {@code to}.
     *
     * @param by ISO 8601 duration, not negative
     * @param to RFC 3339 instant, not before the clock's present one
     * @param fire whether timers that came due are fired before the answer; true when absent
     */
    public record Move(@Nullable Duration by, @Nullable Instant to, @Nullable Boolean fire) {}

    /**
     * The clock.
     *
     * @param now RFC 3339, UTC
     * @param fired how many timers were fired
     */
    public record Clock(Instant now, int fired) {}

    @GET
    @RolesAllowed({"planner", "operator", "liaison", "auditor", "admin", "service"})
    @Operation(operationId = "getClock", hidden = true)
    public Uni<Clock> now() {
        return log.now().map(now -> new Clock(now, 0));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "moveClock", hidden = true)
    public Uni<Response> move(Move move) {
        if (!config.clockMovable()) {
            throw Problem.notFound("the clock of this deployment can't be moved");
        }
        if ((move.by() == null) == (move.to() == null)) {
            throw Problem.invalid("", "exactly one of by and to");
        }
        return log.now()
                .map(now -> distance(move, now))
                .chain(log::moveClock)
                .chain(() ->
                        Boolean.FALSE.equals(move.fire())
                                ? Uni.createFrom().item(new Timers.Fired(0, null))
                                : timers.fireAll())
                .chain(fired -> log.now().map(now -> answer(now, fired)));
    }

    private static Duration distance(Move move, Instant now) {
        Duration by =
                move.to() != null
                        ? Duration.between(now, move.to())
                        : java.util.Objects.requireNonNull(move.by());
        if (by.isNegative()) {
            throw Problem.invalid(
                    move.to() == null ? "/by" : "/to",
                    "the clock only moves forward, it is " + now);
        }
        return by;
    }

    private static Response answer(Instant now, Timers.Fired fired) {
        var response = Response.ok(new Clock(now, fired.fired()));
        if (fired.lastEvent() != null) {
            response.header("Interlude-Event", fired.lastEvent().toString());
        }
        return response.build();
    }
}
