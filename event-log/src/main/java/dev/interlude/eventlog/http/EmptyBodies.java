package dev.interlude.eventlog.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A request without a body has no content type, whatever its client says: several name a form's as
 * soon as they post, others none. A command without a body is not to be refused for that with 415,
 * so it is read as JSON that is absent.
 */
@ApplicationScoped
class EmptyBodies {

    private static final int BEFORE_ROUTING = 900;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (empty(routing.request())) {
                        routing.request().headers().set("Content-Type", "application/json");
                    }
                    routing.next();
                },
                BEFORE_ROUTING);
    }

    private static boolean empty(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") == null
                && (length == null || length.trim().equals("0"));
    }
}
