package dev.interlude.eventlog.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A request without a body has no Content-Type to speak of (RFC 9110, 8.3): where a command's body
 * is optional, leaving both out is the same as an absent one, not 415.
 */
public class AbsentBody {

    @ServerRequestFilter(preMatching = true)
    public void read(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null && isEmpty(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean isEmpty(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0"))
                && request.getHeaderString("Transfer-Encoding") == null;
    }
}
