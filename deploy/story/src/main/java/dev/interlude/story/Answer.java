package dev.interlude.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was answered to an act. */
public final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<String> response;
    private final JsonNode body;

    Answer(HttpResponse<String> response) {
        this.response = response;
        this.body = parse(response);
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body as JSON; missing when it is none. */
    public JsonNode json() {
        return body;
    }

    public String text() {
        return response.body();
    }

    public String code() {
        return body.path("code").asText("");
    }

    /** A JSON pointer into the body, or {@code header <name>}. */
    String pick(String path) {
        if (path.startsWith("header ")) {
            return header(path.substring("header ".length())).orElse("");
        }
        return body.at(path).asText("");
    }

    /** Names of the events that the command made. */
    List<String> events() {
        return names(body.path("events"), "type").stream().map(Answer::shortName).toList();
    }

    /** Names of the gates that a problem says are closed. */
    List<String> gates() {
        return names(body.path("gates"), "gate").stream().distinct().sorted().toList();
    }

    private static List<String> names(JsonNode list, String member) {
        List<String> names = new ArrayList<>();
        list.forEach(
                item -> names.add(item.isTextual() ? item.asText() : item.path(member).asText()));
        return names;
    }

    private static String shortName(String type) {
        String[] parts = type.split("\\.", -1);
        return parts.length < 2 ? type : parts[parts.length - 2];
    }

    private static JsonNode parse(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
