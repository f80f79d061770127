package dev.interlude.eventlog.http;

import dev.interlude.eventlog.LogConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * A body may have 256 kB, and 10 MB where the service takes files. What says itself that it is
 * larger is told so before it is sent, what doesn't is cut off there.
 */
@ApplicationScoped
class BodyLimits {

    /** Under which the server keeps the limit of the request at hand. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final long USUAL = 256 * 1024;
    private static final long LARGE = 10 * 1024 * 1024;
    private static final int BEFORE_READING = 800;

    private final Set<String> large;

    BodyLimits(LogConfig config) {
        this.large = config.largeBodies().orElse(Set.of());
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, BEFORE_READING);
    }

    private void limit(RoutingContext routing) {
        String path = routing.normalizedPath();
        long most = large.stream().anyMatch(path::endsWith) ? LARGE : USUAL;
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
