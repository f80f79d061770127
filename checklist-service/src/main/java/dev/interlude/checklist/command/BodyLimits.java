package dev.interlude.checklist.command;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Files may have 10 MB; every other body stays as small as it is everywhere. */
@ApplicationScoped
class BodyLimits {

    /** Under which the server keeps the limit of the request at hand. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final long USUAL = 256 * 1024;
    private static final int BEFORE_READING = 800;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, BEFORE_READING);
    }

    private static void limit(RoutingContext routing) {
        if (routing.normalizedPath().endsWith("/evidence")) {
            routing.next();
            return;
        }
        routing.put(LIMIT, USUAL);
        String length = routing.request().getHeader("Content-Length");
        if (length != null && length.length() < 19 && Long.parseLong(length.trim()) > USUAL) {
            routing.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(
                            "{\"type\":\"/problems/too-large\",\"title\":\"Too"
                                    + " large\",\"status\":413,\"code\":\"too-large\",\"detail\":\"the"
                                    + " body is too large\"}");
        } else {
            routing.next();
        }
    }
}
