package dev.interlude.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be.
 *
 * @param status HTTP status; null for any 2xx
 * @param code problem code; null when it doesn't matter
 * @param gates names of closed gates that the problem must name, no others
 * @param events names of the events that the command must have made, in order
 * @param json JSON pointer to value
 * @param contains texts that the body must hold
 * @param lacks texts that the body must not hold
 */
public record Expect(
        @Nullable Integer status,
        @Nullable String code,
        @Nullable List<String> gates,
        @Nullable List<String> events,
        Map<String, JsonNode> json,
        List<String> contains,
        List<String> lacks) {

    static final Expect ANYTHING_GOOD =
            new Expect(null, null, null, null, Map.of(), List.of(), List.of());

    public Expect {
        json = json == null ? Map.of() : Map.copyOf(json);
        contains = contains == null ? List.of() : List.copyOf(contains);
        lacks = lacks == null ? List.of() : List.copyOf(lacks);
    }
}
