package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class ChecklistIT {

    private static final String SMALL =
            """
            # Small
            ## Prepare
            - [ ] Look {#look 10m}
            ## Carry out
            - [x] Left {#left 20m no-rollback:harmless}
            - [ ] Right {#right 10m @buddy}
            ## Verify
            - [ ] Check {#check 30m after:left}
            ## Rollback
            - [ ] Left again {rollback-of:right}
            """;

    private static String story() {
        try {
            return Files.readString(Path.of("../deploy/system-tests/story/rabbitmq.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_checklist_is_drafted_before_its_window_is_known() {
        var window = new Window();
        Map<String, String> body = Map.of("windowId", window.id, "markdown", SMALL);
        window.post(Tokens.ana(), "/api/v1/checklists?dryRun=true", body)
                .then()
                .statusCode(200)
                .body("dryRun", is(true));
        window.get(Tokens.ana(), window.path("")).then().statusCode(404);
        window.post(Tokens.ana(), "/api/v1/checklists", body)
                .then()
                .statusCode(201)
                .header("Location", containsString(window.path("")))
                .header("ETag", notNullValue())
                .header("Interlude-Event", notNullValue())
                .body("steps.id", contains("look", "left", "right", "check", "left-again"))
                .body("steps[0].state", is("Ready"))
                .body("steps[1].state", is("Pending"))
                .body("steps[1].expectedDuration", is("PT20M"))
                .body("warnings", contains("line 5: [x] is read as open"))
                .body("forecast", nullValue())
                .body("events.type", hasItem("dev.interlude.checklist.ReadinessChanged.v1"));
        window.post(Tokens.ana(), "/api/v1/checklists", body)
                .then()
                .statusCode(409)
                .body("code", is("already-exists"));
        window.get(Tokens.otto(), window.path(""))
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("readiness.prepared", is(false));
    }

    @Test
    void markdown_goes_in_and_out() {
        var window = new Window();
        window.as(Tokens.ana())
                .contentType("text/markdown")
                .body(story())
                .post("/api/v1/checklists?windowId=" + window.id)
                .then()
                .statusCode(201)
                .body("steps.size()", is(14));
        String written =
                window.as(Tokens.ben())
                        .accept("text/markdown")
                        .get(window.path(""))
                        .then()
                        .statusCode(200)
                        .contentType("text/markdown")
                        .extract()
                        .asString();
        assertThat(written).startsWith("# Move RabbitMQ to the new cluster\n\n## Prepare\n");
        var again = new Window();
        List<Map<String, Object>> steps =
                again.as(Tokens.ana())
                        .contentType("text/markdown")
                        .body(written)
                        .post("/api/v1/checklists?windowId=" + again.id)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("steps");
        assertThat(steps)
                .isEqualTo(
                        window.get(Tokens.ana(), window.path("")).then().extract().path("steps"));
    }

    @Test
    void what_is_wrong_is_answered_with_its_place() {
        var window = new Window();
        String path = "/api/v1/checklists";
        invalid(window, Map.of("windowId", window.id), "");
        invalid(window, Map.of("windowId", "nothing", "steps", List.of()), "/windowId");
        invalid(window, Map.of("windowId", window.id, "markdown", "- [ ] a {soon}"), "/markdown");
        invalid(
                window,
                Map.of("windowId", window.id, "steps", List.of(Map.of("titel", "x"))),
                "/steps/0/titel");
        invalid(
                window,
                Map.of(
                        "windowId",
                        window.id,
                        "steps",
                        List.of(
                                Map.of("title", "a"),
                                Map.of("title", "b", "dependsOn", List.of("c")))),
                "/steps/1/dependsOn");
        window.as(Tokens.ana())
                .contentType("text/markdown")
                .body("# T\n- [ ] a\n- [ ] b {after:c}")
                .post(path + "?windowId=" + window.id)
                .then()
                .statusCode(422)
                .body("errors[0].line", is(3));
        // what no column keeps is not let in
        window.as(Tokens.ana())
                .contentType("text/markdown")
                .body("# T\n- [ ] a\n      b\0c")
                .post(path + "?windowId=" + window.id)
                .then()
                .statusCode(422);
        String nothing = UUID.randomUUID().toString();
        invalid(window, Map.of("windowId", window.id, "copyOf", nothing), "/copyOf");
        invalid(window, Map.of("windowId", "none", "templateId", "broker-migration"), "/windowId");
        window.as(Tokens.ana())
                .contentType("text/plain")
                .body("x")
                .post(path)
                .then()
                .statusCode(415);
        window.as(Tokens.ana())
                .contentType("application/json")
                .body("{")
                .post(path)
                .then()
                .statusCode(400);
        window.get(Tokens.ana(), "/api/v1/checklists/nothing").then().statusCode(404);
        window.get(Tokens.ana(), "/api/v1/checklists/M-999999").then().statusCode(404);
    }

    private static void invalid(Window window, Map<String, ?> body, String pointer) {
        window.post(Tokens.ana(), "/api/v1/checklists", body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("invalid"))
                .body("errors[0].pointer", is(pointer));
    }

    @Test
    void who_may_not_is_told_so() {
        var window = new Window().announced().drafted(SMALL);
        Map<String, Object> other = Map.of("windowId", UUID.randomUUID(), "steps", List.of());
        window.post(Tokens.carla(), "/api/v1/checklists", other)
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
        given().get(window.path("")).then().statusCode(401);
        window.act(Tokens.otto(), "look/start").then().statusCode(403).body("code", is("not-crew"));
        window.get(Tokens.person("eve"), window.path(""))
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
        window.act(Tokens.machine("ci", "operator"), "look/start").then().statusCode(200);
        window.act(Tokens.machine("ci", "operator"), "look/completion").then().statusCode(200);
        window.act(Tokens.machine("ci", "operator"), "look/confirmation")
                .then()
                .statusCode(403)
                .body("code", is("not-crew"));
    }

    @Test
    void a_night_is_done_by_two() {
        var window = new Window().drafted(SMALL).announced();
        window.post(
                        Tokens.ben(),
                        window.path("/review"),
                        Map.of("except", List.of(Map.of("stepId", "left", "concern", "why?"))))
                .then()
                .statusCode(200)
                .body("concerns[0].text", is("why?"))
                .body("readiness.openConcerns", is(1));
        window.post(Tokens.ana(), window.path("/concerns/1/answer"), Map.of("answer", "so."))
                .then()
                .statusCode(200)
                .body("readiness.openConcerns", is(0));
        window.act(Tokens.ana(), "left/start")
                .then()
                .statusCode(409)
                .body("code", is("wrong-state"));
        window.act(Tokens.ana(), "look/completion").then().statusCode(200);
        window.act(Tokens.ana(), "look/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("same-person"));
        window.act(Tokens.ana(), "look/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("same-person"));
        window.act(Tokens.ben(), "look/confirmation")
                .then()
                .statusCode(200)
                .body("readiness.prepared", is(true));
        window.started();
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("frozen", is(true))
                .body("window.state", is("InProgress"))
                .body("next[0].acts", hasItem(Map.of("act", "start", "stepId", "left")));
        window.act(Tokens.ana(), "left/start").then().statusCode(200);
        window.act(Tokens.ana(), "check/start")
                .then()
                .statusCode(409)
                .body("code", is("step-not-ready"));
        window.act(Tokens.ana(), "left/completion", Map.of("observedSideEffects", List.of("hum")))
                .then()
                .statusCode(200)
                .body("steps[1].state", is("AwaitingConfirmation"))
                .body("steps[1].observedSideEffects[0].text", is("hum"));
        window.post(Tokens.ben(), window.path("/confirmations"), Map.of("stepIds", List.of("left")))
                .then()
                .statusCode(200);
        window.act(Tokens.ben(), "right/skip", Map.of("reason", "done before"))
                .then()
                .statusCode(200);
        window.act(Tokens.ana(), "right/skip/confirmation").then().statusCode(200);
        window.done("check");
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("finished", is(true))
                .body("readiness.verified", is(true))
                .body("readiness.open.size()", is(0));
        // an auditor sees what was known when the work had begun, and what was expected then
        window.get(Tokens.otto(), window.path("?asOf=" + window.start.plusSeconds(-1)))
                .then()
                .statusCode(200)
                .body("frozen", is(false))
                .body("steps[0].state", is("Done"))
                .body("steps[1].state", is("Ready"))
                .body("forecast.p50", is(window.start.plus(Duration.ofMinutes(50)).toString()));
        window.get(Tokens.otto(), window.path("?asOf=2020-01-01T00:00:00Z")).then().statusCode(404);
        everythingSaidIsValid("checklist-" + window.id);
        everythingSaidIsValid("forecast-" + window.id);
        List<Published.Event> refused = Published.in("refusals-" + window.id);
        assertThat(refused)
                .extracting(e ->
                        e.data().path("command").asText() + " " + e.data().path("code").asText())
                .contains("ConfirmStep same-person", "StartStep step-not-ready");
        everythingSaidIsValid("refusals-" + window.id);
    }

    private static void everythingSaidIsValid(String stream) {
        List<Published.Event> events = Published.in(stream);
        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }

    @Test
    void an_overdue_step_says_so_when_time_has_passed() {
        var window = new Window().drafted(SMALL).announced();
        window.done("look");
        window.started();
        window.act(Tokens.ana(), "left/start").then().statusCode(200);
        // left is overdue, check takes 30 minutes more: late at half past
        Clocks.forwardTo(window.end.minus(Duration.ofMinutes(31)));
        assertThat(late(window)).isFalse();
        Clocks.forwardTo(window.end.minus(Duration.ofMinutes(30)));
        await().until(() -> late(window));
        Published.Event said = Published.in("forecast-" + window.id).getLast();
        assertThat(Instant.parse(said.data().path("p50").asText()))
                .isAfter(window.end)
                .isBefore(window.end.plusSeconds(30));
        assertThat(Instant.parse(said.data().path("p90").asText()))
                .isAfter(window.end.plus(Duration.ofMinutes(30)));
        window.say("WindowExtended", Map.of("newEnd", window.end.plusSeconds(3600)));
        window.get(Tokens.ana(), window.path("/forecast"))
                .then()
                .statusCode(200)
                .body("announcedEnd", is(window.end.plusSeconds(3600).toString()))
                .body("criticalPath", contains("left", "check"));
        // the window is followed, and that is looked at a moment later
        await().until(() -> !late(window));
    }

    private static boolean late(Window window) {
        var said = Published.in("forecast-" + window.id).getLast().data();
        return Instant.parse(said.path("p50").asText())
                .isAfter(Instant.parse(said.path("announcedEnd").asText()));
    }

    @Test
    void of_two_answers_to_one_step_one_wins() throws Exception {
        var window = new Window().drafted(SMALL).announced();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                window.act(Tokens.ana(), "look/completion").then().statusCode(200);
                var together = new CyclicBarrier(2);
                Future<Response> yes =
                        threads.submit(() -> {
                            together.await();
                            return window.act(Tokens.ben(), "look/confirmation");
                        });
                Future<Response> no =
                        threads.submit(() -> {
                            together.await();
                            return window.act(
                                    Tokens.carla(), "look/rejection", Map.of("reason", "no"));
                        });
                List<Integer> statuses = List.of(yes.get().statusCode(), no.get().statusCode());
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                again(window, statuses.getFirst() == 200);
            }
        }
    }

    private static void again(Window window, boolean done) {
        if (done) {
            window.act(Tokens.ana(), "look/reopening", Map.of("reason", "again"))
                    .then()
                    .statusCode(200);
            window.act(Tokens.ben(), "look/reopening/confirmation").then().statusCode(200);
        } else {
            window.act(Tokens.ana(), "look/retry").then().statusCode(200);
        }
    }

    private static final String EDGE =
            """
            # Edge
            ## Carry out
            - [ ] Before {#before 10m no-rollback:x}
            - [ ] Over {#over 10m no-return no-rollback:x}
            - [ ] Aside {#aside 10m @buddy no-rollback:x}
            ## Rollback
            - [ ] Back {#back 5m}
            """;

    @Test
    void one_act_confirms_clears_and_goes_on_or_does_nothing() {
        var window = new Window().drafted(EDGE).announced().started();
        window.act(Tokens.ana(), "before/completion").then().statusCode(200);
        Map<String, Object> seen =
                window.get(Tokens.ben(), window.path(""))
                        .then()
                        .body("steps[1].state", is("Pending"))
                        .body("next[1].acts.find { it.act == 'clearance' }.stepId", is("over"))
                        .body(
                                "next[1].acts.find { it.act == 'clearance' }.with",
                                contains("before"))
                        .extract()
                        .path("steps[1].goNoGo");
        assertThat(seen).containsKeys("slack", "announcedEnd", "openConcerns");
        edge(window, null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/clearances/0/seen"));
        Map<String, Object> dream = new HashMap<>(seen);
        dream.put("slack", "PT9H");
        edge(window, dream)
                .then()
                .statusCode(409)
                .body("code", is("seen-differs"))
                .body("goNoGo.openConcerns", is(0));
        edge(window, seen)
                .then()
                .statusCode(200)
                .body("steps.state", contains("Done", "Ready", "Running", "Ready"));
        window.act(Tokens.ana(), "over/start").then().statusCode(200);
    }

    private static Response edge(Window window, @Nullable Map<String, Object> seen) {
        Map<String, Object> go = new HashMap<>(Map.of("stepId", "over", "go", true));
        if (seen != null) {
            go.put("seen", seen);
        }
        return window.post(
                Tokens.ben(),
                window.path("/confirmations"),
                Map.of("stepIds", List.of("before"), "clearances", List.of(go), "startNext", true));
    }

    @Test
    void nobody_follows_what_there_is_not() {
        var window = new Window().announced();
        for (String path :
                List.of("M-999999", "nothing", UUID.randomUUID().toString(), window.id)) {
            String stream = "/api/v1/checklists/" + path + "/stream";
            window.get(Tokens.otto(), stream)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", is("not-found"));
            given().get(stream).then().statusCode(401);
            window.get(Tokens.person("eve"), stream).then().statusCode(403);
        }
    }

    @Test
    void the_same_key_is_the_same_act() {
        var window = new Window().drafted(SMALL).announced();
        String key = UUID.randomUUID().toString();
        Response first =
                window.as(Tokens.ana())
                        .header("Idempotency-Key", key)
                        .post(window.path("/steps/look/completion"));
        Response second =
                window.as(Tokens.ana())
                        .header("Idempotency-Key", key)
                        .post(window.path("/steps/look/completion"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        window.as(Tokens.ben())
                .header("If-Match", "\"1\"")
                .post(window.path("/steps/look/confirmation"))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-differs"));
    }

    @Test
    void whoever_listens_hears_what_was_missed() throws Exception {
        var window = new Window().drafted(SMALL).announced();
        window.act(Tokens.ana(), "look/start").then().statusCode(200);
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port)
                                        .resolve(window.path("/stream")))
                        .header("Authorization", "Bearer " + Tokens.otto())
                        .header("Last-Event-ID", "1-0")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var stream = http.send(request, BodyHandlers.ofInputStream()).body();
            try (var reader =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String line = reader.readLine();
                while (line != null && !line.equals("event:StepStarted")) {
                    line = reader.readLine();
                }
                assertThat(line).isEqualTo("event:StepStarted");
            }
            http.shutdownNow();
        }
    }
}
