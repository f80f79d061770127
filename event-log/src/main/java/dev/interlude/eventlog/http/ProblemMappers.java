package dev.interlude.eventlog.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.interlude.eventlog.RejectedException;
import dev.interlude.eventlog.UnreadableEvent;
import dev.interlude.eventlog.VersionDiffers;
import dev.interlude.eventlog.identity.RevokedToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * One place where failures become {@code application/problem+json} (RFC 9457): {@code type} {@code
 * /problems/<code>}, {@code title}, {@code status}, {@code detail}, {@code code}, and what else the
 * failure has to say. Nothing of our inside is told.
 */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(
                problem.status(),
                problem.code(),
                problem.detail(),
                problem.members(),
                problem.retryAfterSeconds() == null
                        ? Map.of()
                        : Map.of("Retry-After", String.valueOf(problem.retryAfterSeconds())));
    }

    @ServerExceptionMapper
    public Response rejected(RejectedException rejected) {
        var rejection = rejected.rejection();
        return answer(
                rejection.kind().status(),
                rejection.code(),
                rejection.detail(),
                rejection.facts(),
                Map.of());
    }

    @ServerExceptionMapper
    public Response versionDiffers(VersionDiffers differs) {
        return answer(
                412,
                "version-differs",
                "the present version is " + differs.present(),
                Map.of("since", differs.since().stream().map(Since::of).toList()),
                Map.of("ETag", "\"" + differs.present() + "\""));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations) {
        var errors =
                violations.getConstraintViolations().stream()
                        .map(v -> Map.of("pointer", Places.of(v), "rule", v.getMessage()))
                        .sorted(java.util.Comparator.comparing(e -> e.get("pointer")))
                        .toList();
        return answer(
                422,
                "invalid",
                "the content is not acceptable",
                Map.of("errors", errors),
                Map.of());
    }

    /**
     * The framework has a mapper of its own for this class, which a less specific one can't beat.
     */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping
                && !(unreadable.getCause()
                        instanceof com.fasterxml.jackson.core.JsonParseException)) {
            return answer(
                    422,
                    "invalid",
                    "the content is not acceptable",
                    Map.of(
                            "errors",
                            List.of(
                                    Map.of(
                                            "pointer",
                                            Places.of(mapping),
                                            "rule",
                                            Places.rule(mapping)))),
                    Map.of());
        }
        return answer(400, "unreadable", "the body is not JSON", Map.of(), Map.of());
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(AuthenticationFailedException e) {
        return e.getCause() instanceof RevokedToken ? revoked() : unauthenticated();
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException e) {
        return answer(
                403, "role-missing", "the token's roles do not allow this", Map.of(), Map.of());
    }

    @ServerExceptionMapper
    public Response store(PgException failure) {
        LOG.error("the database refused a statement", failure);
        return unavailable();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json);
            }
        }
        Response response = failure.getResponse();
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        return answer(status, code(status), reason(status), Map.of(), headers(response));
    }

    /** The log holds what this build can't read: a newer build wrote it, or it is damaged. */
    @ServerExceptionMapper
    public Response unreadableStream(UnreadableEvent failure) {
        LOG.error("a stream can't be read", failure);
        return answer(
                500, "stream-unreadable", String.valueOf(failure.getMessage()), Map.of(), Map.of());
    }

    @ServerExceptionMapper
    public Response any(Throwable failure) {
        if (connectionLost(failure)) {
            LOG.warn("the database can't be reached", failure);
            return unavailable();
        }
        LOG.error("a request failed", failure);
        return answer(500, "failed", "something went wrong on our side", Map.of(), Map.of());
    }

    private static boolean connectionLost(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof java.io.IOException
                    || t instanceof java.util.concurrent.TimeoutException
                    || t instanceof io.vertx.core.VertxException
                    || t instanceof io.vertx.core.impl.NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }

    private static Response unavailable() {
        return answer(
                503,
                "store-unavailable",
                "the database can't be reached now",
                Map.of(),
                Map.of("Retry-After", "1"));
    }

    /** With the challenge of RFC 6750. */
    private static Response revoked() {
        return answer(
                401,
                "token-revoked",
                "this token was taken back and opens nothing any more",
                Map.of(),
                Map.of(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"taken back\""));
    }

    private static Response unauthenticated() {
        return answer(
                401,
                "unauthenticated",
                "send a valid bearer token",
                Map.of(),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    private static Response answer(
            int status,
            String code,
            String detail,
            Map<String, Object> members,
            Map<String, String> headers) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + code);
        body.put("title", title(code));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(members);
        var response = Response.status(status).type(TYPE).entity(body);
        headers.forEach(response::header);
        response.header("Cache-Control", "no-store");
        return response.build();
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    private static Map<String, String> headers(Response response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        var kept = new MultivaluedHashMap<String, Object>(headers);
        return kept.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase("Allow"))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, e -> String.valueOf(e.getValue().getFirst())));
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "unreadable";
            case 401 -> "unauthenticated";
            case 403 -> "role-missing";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status < 500 ? "refused" : "failed";
        };
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "the request can't be read";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 406 -> "none of the accepted types can be made";
            case 413 -> "the body is too large";
            case 415 -> "this content type can't be read here";
            default -> "the request was refused";
        };
    }
}
