package dev.interlude.planner.command;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A catalogue that is imported may have 10 MB, every other body 256 kB; what says itself that it is
 * larger is told so before it is sent, what doesn't is cut off.
 */
@ApplicationScoped
class BodyLimits {

    /** Under which the server keeps the limit of the request at hand. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final long USUAL = 256 * 1024;
    private static final long IMPORT = 10 * 1024 * 1024;
    private static final int BEFORE_READING = 800;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, BEFORE_READING);
    }

    private static void limit(RoutingContext routing) {
        long most = routing.normalizedPath().endsWith("/components/import") ? IMPORT : USUAL;
        routing.put(LIMIT, most);
        String length = routing.request().getHeader("Content-Length");
        if (length != null && length.length() < 19 && Long.parseLong(length.trim()) > most) {
            routing.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Cache-Control", "no-store")
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
