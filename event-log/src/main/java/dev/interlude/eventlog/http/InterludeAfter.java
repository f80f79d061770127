package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.follow.Following;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * {@code Interlude-After: <event id>}: holds the request back until that event is in this log,
 * every reaction has passed it, and every view has passed what those reactions appended. At most
 * five seconds, then 503 {@code not-yet-seen}. So nobody needs a sleep.
 */
public class InterludeAfter {

    private static final long FIRST_LOOK_MILLIS = 10;
    private static final long LAST_LOOK_MILLIS = 160;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Log log;
    private final Following following;

    InterludeAfter(Log log, Following following) {
        this.log = log;
        this.following = following;
    }

    @ServerRequestFilter
    public @Nullable Uni<@Nullable Response> await(ContainerRequestContext request) {
        String header = request.getHeaderString("Interlude-After");
        if (header == null) {
            return null;
        }
        UUID event = id(header);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return until(() -> log.positionOf(event).map(position -> position != null), deadline)
                .chain(() -> log.positionOf(event))
                .chain(position ->
                        until(
                                () -> following.reactionsPassed(position == null ? 0 : position),
                                deadline))
                .chain(log::head)
                .chain(head -> until(() -> following.viewsPassed(head), deadline))
                .map(seen -> null);
    }

    private static UUID id(String header) {
        try {
            return UUID.fromString(header.trim());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Interlude-After", "the id of an event");
        }
    }

    private static Uni<Void> until(Supplier<Uni<Boolean>> condition, long deadline) {
        return until(condition, deadline, FIRST_LOOK_MILLIS);
    }

    private static Uni<Void> until(Supplier<Uni<Boolean>> condition, long deadline, long pause) {
        return Uni.createFrom()
                .deferred(condition::get)
                .chain(holds -> {
                    if (holds) {
                        return Uni.createFrom().voidItem();
                    }
                    if (System.nanoTime() > deadline) {
                        return Uni.createFrom().failure(notYetSeen());
                    }
                    long next = Math.min(pause * 2, LAST_LOOK_MILLIS);
                    return pause(pause).chain(() -> until(condition, deadline, next));
                });
    }

    /** Waits on the request's own context, which later work of the request depends on. */
    private static Uni<Void> pause(long millis) {
        return Uni.createFrom()
                .emitter(emitter ->
                        Vertx.currentContext()
                                .owner()
                                .setTimer(millis, fired -> emitter.complete(null)));
    }

    private static Problem notYetSeen() {
        return Problem.of(503, "not-yet-seen", "this service has not seen that event yet")
                .retryAfter(1);
    }
}
