package dev.interlude.checklist;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the service under test published in one stream. */
final class Published {

    private Published() {}

    /** An event's name and data. */
    record Event(String type, byte[] bytes, JsonNode data) {}

    static List<Event> in(String stream) {
        String lines =
                given().auth()
                        .oauth2(Tokens.service("planner"))
                        .queryParam("subject", stream)
                        .queryParam("limit", 1000)
                        .get("/api/v1/published")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        List<Event> events = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            JsonNode event = tree(line.getBytes(StandardCharsets.UTF_8));
            if (event.has("data_base64")) {
                byte[] bytes = Base64.getDecoder().decode(event.path("data_base64").asText());
                events.add(new Event(event.path("type").asText(), bytes, tree(bytes)));
            }
        }
        return events;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return LogJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
