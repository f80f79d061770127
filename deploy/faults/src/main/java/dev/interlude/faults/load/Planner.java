package dev.interlude.faults.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlude.faults.history.Answer;
import dev.interlude.faults.history.Answer.Place;
import dev.interlude.faults.rig.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The planner as its clients know it: commands in, answers out. */
final class Planner {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a 503 or 409 says that may be otherwise in a moment, while nothing is stored. */
    private static final Set<String> NOT_NOW =
            Set.of("store-unavailable", "queue-full", "contended");

    private Planner() {}

    /**
     * A command.
     *
     * @param body JSON, or null
     * @param ifMatch ETag, or null
     */
    record Command(
            String method,
            String path,
            @Nullable String body,
            @Nullable String ifMatch,
            @Nullable String mark) {

        static Command post(String path, @Nullable String body, @Nullable String mark) {
            return new Command("POST", path, body, null, mark);
        }
    }

    /**
     * What a command was answered.
     *
     * @param again whether asking again with the same key may help
     */
    record Reply(Answer answer, boolean again, @Nullable String etag, @Nullable String id) {}

    /** Asks once. */
    static Reply ask(URI replica, String token, String key, Command command) {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Idempotency-Key", key);
        if (command.ifMatch() != null) {
            headers.put("If-Match", command.ifMatch());
        }
        try {
            return reply(
                    Http.command(
                            replica.resolve(command.path()),
                            command.method(),
                            command.body(),
                            headers,
                            PATIENCE));
        } catch (IOException e) {
            return unknown(e.getClass().getSimpleName());
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        JsonNode body = tree(response.body());
        if (response.statusCode() / 100 == 2) {
            return new Reply(
                    new Answer.Acknowledged(events(body)),
                    false,
                    response.headers().firstValue("ETag").orElse(null),
                    body.path("id").asText());
        }
        String code = body.path("code").asText();
        if (NOT_NOW.contains(code)) {
            return new Reply(new Answer.Refused(code), true, null, null);
        }
        if (response.statusCode() >= 500 || code.equals("key-in-use") || code.isEmpty()) {
            return unknown(response.statusCode() + " " + code);
        }
        return new Reply(new Answer.Refused(code), false, null, null);
    }

    private static Reply unknown(String why) {
        return new Reply(new Answer.Unknown(why), true, null, null);
    }

    private static List<Place> events(JsonNode body) {
        var places = new ArrayList<Place>();
        for (JsonNode event : body.path("events")) {
            places.add(
                    new Place(
                            event.path("subject").asText(),
                            event.path("sequence").asLong(),
                            UUID.fromString(event.path("id").asText())));
        }
        return places;
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps are writable", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
