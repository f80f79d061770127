package dev.interlude.checklist;

import static io.restassured.RestAssured.given;

import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A window as the planner would tell of it: Ana drives, Ben is her buddy, Carla the liaison. */
final class Window {

    private static final Heard PLANNER = Heard.from("planner");

    final String id = UUID.randomUUID().toString();
    final Instant start = now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    final Instant end = start.plus(2, ChronoUnit.HOURS);
    private @Nullable UUID last;

    Window announced() {
        say("WindowPlanned", Map.of("start", start, "end", end, "team", Acts.TEAM));
        say(
                "CrewAssigned",
                Map.of(
                        "driver",
                        Tokens.idOf("ana"),
                        "buddy",
                        Tokens.idOf("ben"),
                        "liaison",
                        Tokens.idOf("carla")));
        for (String person : List.of("ana", "ben", "carla")) {
            say("CrewAccepted", Map.of("person", Tokens.idOf(person), "roles", List.of()));
        }
        return say("WindowAnnounced", Map.of("start", start, "end", end));
    }

    /** The clock is moved to the start first. */
    Window started() {
        Clocks.forwardTo(start);
        return say("WindowStarted", Map.of("announcedStart", start, "announcedEnd", end));
    }

    Window say(String event, Map<String, Object> fields) {
        Map<String, Object> data = new HashMap<>(fields);
        data.put("windowId", id);
        last = PLANNER.publish("window-" + id, event, data);
        return this;
    }

    Window drafted(String markdown) {
        post(Tokens.ana(), "/api/v1/checklists", Map.of("windowId", id, "markdown", markdown))
                .then()
                .statusCode(201);
        return this;
    }

    /** Does a step: Ana, and Ben confirms. */
    void done(String step) {
        act(Tokens.ana(), step + "/completion").then().statusCode(200);
        act(Tokens.ben(), step + "/confirmation").then().statusCode(200);
    }

    Response act(String token, String path) {
        return as(token).post(path("/steps/" + path));
    }

    Response act(String token, String path, Object body) {
        return post(token, path("/steps/" + path), body);
    }

    Response post(String token, String path, Object body) {
        return as(token).contentType("application/json").body(body).post(path);
    }

    Response get(String token, String path) {
        return as(token).get(path);
    }

    String path(String rest) {
        return "/api/v1/checklists/" + id + rest;
    }

    /** A call that sees everything said so far. */
    RequestSpecification as(String token) {
        RequestSpecification call = given().auth().oauth2(token);
        return last == null ? call : call.header("Interlude-After", last);
    }

    static Instant now() {
        String now =
                given().auth()
                        .oauth2(Tokens.root())
                        .get("/api/v1/clock")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("now");
        return Instant.parse(now);
    }
}
