package dev.interlude.eventlog.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the edge, answered as {@code application/problem+json} (RFC 9457) with a stable code.
 * Rejections of deciders become one as well.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final transient Map<String, Object> members;
    private final @Nullable Integer retryAfterSeconds;

    private Problem(
            int status,
            String code,
            String detail,
            Map<String, Object> members,
            @Nullable Integer retryAfterSeconds) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.members = members;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Any status and code; the code has its section in the reference of problems. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), null);
    }

    /** 404 {@code not-found}. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", detail);
    }

    /**
     * Valid JSON, unacceptable content: 422 {@code invalid}.
     *
     * @param pointer JSON pointer (RFC 6901) of the member, or the name of a query parameter
     * @param rule what should hold
     */
    public static Problem invalid(String pointer, String rule) {
        return of(422, "invalid", rule)
                .with("errors", List.of(Map.of("pointer", pointer, "rule", rule)));
    }

    /** Adds a member to the answer. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, code, detail, more, retryAfterSeconds);
    }

    /** Adds a Retry-After header. */
    public Problem retryAfter(int seconds) {
        return new Problem(status, code, detail, members, seconds);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** One sentence for a person. */
    public String detail() {
        return detail;
    }

    /** Further members of the answer. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** Seconds of the Retry-After header; null for none. */
    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
