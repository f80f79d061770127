package dev.interlude.eventlog.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A request without a body has no content type, whatever its client says: several name a form's as
 * soon as they post, and a command without a body is not to be refused for that with 415.
 */
@ApplicationScoped
class EmptyBodies {

    private static final int BEFORE_ROUTING = 900;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (empty(routing.request())) {
                        routing.request().headers().remove("Content-Type");
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
