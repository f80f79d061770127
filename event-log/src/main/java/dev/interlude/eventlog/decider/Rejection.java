package dev.interlude.eventlog.decider;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a command was not accepted: a value, not an exception.
 *
 * @param kind the family of the refusal, which decides the HTTP status
 * @param code stable slug that callers may rely on, documented under {@code /problems/<code>}
 * @param detail one sentence for a person
 * @param facts further members of the answer (for example {@code gates}), JSON-ready values
 */
public record Rejection(Kind kind, String code, String detail, Map<String, Object> facts) {

    /** The family of a refusal. */
    public enum Kind {
        /** The caller lacks what it takes: 403. */
        FORBIDDEN(403),
        /** There is no such thing: 404. */
        NOT_FOUND(404),
        /** A rule says no: 409. */
        CONFLICT(409),
        /** Readable, but its content is not acceptable: 422. */
        INVALID(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status it is answered with. */
        public int status() {
            return status;
        }
    }

    public Rejection {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The caller may not do that: 403 with this code. */
    public static Rejection forbidden(String code, String detail) {
        return new Rejection(Kind.FORBIDDEN, code, detail, Map.of());
    }

    /** There is no such thing: 404 {@code not-found}. */
    public static Rejection notFound(String detail) {
        return new Rejection(Kind.NOT_FOUND, "not-found", detail, Map.of());
    }

    /** A rule says no: 409 with this code. */
    public static Rejection conflict(String code, String detail) {
        return new Rejection(Kind.CONFLICT, code, detail, Map.of());
    }

    /**
     * Content that is not acceptable.
     *
     * @param pointer JSON pointer (RFC 6901) of the offending member, "" for the whole body
     * @param rule what should hold
     */
    public static Rejection invalid(String pointer, String rule) {
        return new Rejection(
                Kind.INVALID,
                "invalid",
                rule,
                Map.of("errors", java.util.List.of(Map.of("pointer", pointer, "rule", rule))));
    }

    /** The same with a further member of the answer, a JSON-ready value. */
    public Rejection with(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Rejection(kind, code, detail, more);
    }
}
