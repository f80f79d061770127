package dev.interlude.checklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlude.checklist.evidence.EvidenceFiles;
import dev.interlude.checklist.evidence.EvidenceSweep;
import dev.interlude.checklist.markdown.Scribble;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class AuthoringIT {

    private static final String ROW =
            """
            # Row
            ## Prepare
            - [ ] Look {#look}
            ## Carry out
            - [ ] A {#a 10m no-rollback:x}
            - [ ] B {#b 10m}
            - [ ] C {#c 5m no-return no-rollback:x}
            ## Verify
            - [ ] Check {#check verifies:both}
            ## Rollback
            - [ ] Not B {#not-b 7m rollback-of:b}
            """;

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Inject EvidenceFiles files;

    @Inject EvidenceSweep sweep;

    private static String etag(Window window) {
        return window.get(Tokens.ana(), window.path("")).then().extract().header("ETag");
    }

    private static Response patch(Window window, String step, Map<String, Object> body) {
        return window.as(Tokens.ana())
                .header("If-Match", etag(window))
                .contentType("application/json")
                .body(body)
                .patch(window.path("/steps/" + step));
    }

    @Test
    void a_plan_is_written_changed_and_looked_at_step_by_step() {
        var window = new Window().announced().drafted(ROW);
        window.as(Tokens.ana())
                .contentType("application/json")
                .body(Map.of("title", "Aa"))
                .patch(window.path("/steps/a"))
                .then()
                .statusCode(428);
        Map<String, Object> more = new HashMap<>();
        more.put("title", "Aa");
        more.put("expectedDuration", "PT12M");
        more.put("sideEffects", List.of("hum"));
        more.put("dueAt", window.end.toString());
        more.put("script", Map.of("name", "a.sh", "arguments", List.of("-v")));
        more.put("expectation", Map.of("text", "queue is short", "atMost", 5, "unit", "messages"));
        patch(window, "a", more)
                .then()
                .statusCode(200)
                .body("steps[1].title", is("Aa"))
                .body("steps[1].script.name", is("a.sh"))
                .body("steps[1].expectation.atMost", is(5))
                .body("events[0].type", is("dev.interlude.checklist.StepRevised.v1"))
                .body("events[0].data.changed", hasItem("dueAt"));
        patch(window, "a", Map.of("remove", List.of("script")))
                .then()
                .statusCode(200)
                .body("steps[1].script", equalTo(null));
        patch(window, "a", Map.of("dependsOn", List.of("c")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/dependsOn"))
                .body("errors[0].rule", containsString("a → c → b → a"));
        patch(window, "a", Map.of("titel", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/titel"));
        patch(window, "nothing", Map.of("title", "x")).then().statusCode(404);
        window.as(Tokens.ana())
                .header("If-Match", etag(window))
                .contentType("application/json")
                .body(Map.of("stepIds", List.of("look", "b", "a", "c", "check", "not-b")))
                .post(window.path("/steps/order"))
                .then()
                .statusCode(200)
                .body("steps.id", contains("look", "b", "a", "c", "check", "not-b"));
        window.as(Tokens.ana())
                .delete(window.path("/steps/b"))
                .then()
                .statusCode(409)
                .body("stepIds", contains("not-b"));
        window.act(Tokens.ben(), "a/review", Map.of("concern", "how long?"))
                .then()
                .statusCode(200)
                .body("readiness.openConcerns", is(1));
        window.as(Tokens.ben()).post(window.path("/steps/b/review")).then().statusCode(200);
        window.as(Tokens.ana())
                .delete(window.path("/steps/a"))
                .then()
                .statusCode(200)
                .body("readiness.openConcerns", is(0))
                .body("steps.id", contains("look", "b", "c", "check", "not-b"));
        everythingSaidIsValid(window);
    }

    private static void everythingSaidIsValid(Window window) {
        Assertions.assertThat(Published.in("checklist-" + window.id))
                .isNotEmpty()
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }

    @Test
    void evidence_is_kept_and_is_what_it_says() {
        var window = new Window().announced().drafted(ROW);
        String path = window.path("/steps/look/evidence");
        window.post(Tokens.ana(), path, Map.of("link", "https://example.org/d/1", "name", "board"))
                .then()
                .statusCode(200)
                .body("steps[0].attachments[0].name", is("board"));
        window.post(Tokens.ana(), path, Map.of("link", "javascript:alert(1)"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/link"));
        String file =
                window.as(Tokens.ana())
                        .contentType("image/png")
                        .body(PNG)
                        .post(path + "?name=queues.png")
                        .then()
                        .statusCode(200)
                        .body("steps[0].attachments[1].size", is(PNG.length))
                        .body("steps[0].attachments[1].sha256", notNullValue())
                        .extract()
                        .path("steps[0].attachments[1].link");
        byte[] back =
                window.as(Tokens.otto())
                        .get(file)
                        .then()
                        .statusCode(200)
                        .header("Content-Type", is("image/png"))
                        .header("Content-Disposition", containsString("queues.png"))
                        .header("X-Content-Type-Options", is("nosniff"))
                        .extract()
                        .asByteArray();
        Assertions.assertThat(back).isEqualTo(PNG);
        window.as(Tokens.ana())
                .contentType("image/jpeg")
                .body(PNG)
                .post(path)
                .then()
                .statusCode(422)
                .body("code", is("invalid"));
        window.as(Tokens.ana())
                .contentType("application/x-sh")
                .body(PNG)
                .post(path)
                .then()
                .statusCode(415);
        window.as(Tokens.otto())
                .contentType("image/png")
                .body(PNG)
                .post(path)
                .then()
                .statusCode(403)
                .body("code", is("not-crew"));
        byte[] large = new byte[9 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        window.as(Tokens.ana())
                .contentType("text/plain")
                .body(large)
                .post(path + "?name=log.txt")
                .then()
                .statusCode(200)
                .body("steps[0].attachments[2].size", is(large.length));
        tooLarge(() ->
                window.as(Tokens.ana())
                        .contentType("text/plain")
                        .body(new byte[11 * 1024 * 1024])
                        .post(path));
        // and only files may be that large
        Map<String, String> note = Map.of("text", "x".repeat(300_000));
        tooLarge(() -> window.post(Tokens.ana(), window.path("/steps/look/notes"), note));
        everythingSaidIsValid(window);
    }

    /** Answered, or cut off while it was still being sent. */
    private static void tooLarge(Callable<Response> request) {
        try {
            Assertions.assertThat(request.call().statusCode()).isEqualTo(413);
        } catch (Exception cut) {
            Assertions.assertThat(cut).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_slip_is_taken_back_and_a_changed_plan_says_why() {
        var window = new Window().drafted(ROW).announced();
        window.done("look");
        window.started();
        window.act(Tokens.ana(), "a/start").then().statusCode(200);
        window.as(Tokens.ana())
                .delete(window.path("/steps/a/start"))
                .then()
                .statusCode(200)
                .body("steps[1].state", is("Ready"))
                .body("readiness.carryOutStarted", is(false));
        window.post(Tokens.ana(), window.path("/steps"), Map.of("title", "One more"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        window.post(
                        Tokens.ana(),
                        window.path("/steps"),
                        Map.of("title", "One more", "reason", "a new host"))
                .then()
                .statusCode(200)
                .body("deviations[0].reason", is("a new host"));
        everythingSaidIsValid(window);
    }

    @Test
    void a_hold_stops_starts_and_turning_back_has_an_exact_plan() {
        var window = new Window().drafted(ROW).announced();
        window.done("look");
        window.started();
        window.done("a");
        window.act(Tokens.ana(), "b/start").then().statusCode(200);
        window.get(Tokens.ana(), window.path("/rollback-plan"))
                .then()
                .statusCode(200)
                .body("begun", is(false))
                .body("steps.stepId", contains("not-b"))
                .body("verify.stepId", contains("check"))
                .body("notUndone.stepId", contains("a"))
                .body("duration", is("PT12M"))
                .body("lastMoment", notNullValue());
        window.say("HoldCalled", Map.of("ordinal", 1, "by", Tokens.idOf("ben"), "reason", "alarm"));
        window.act(Tokens.ana(), "b/completion").then().statusCode(200);
        window.act(Tokens.ben(), "b/confirmation").then().statusCode(200);
        window.act(Tokens.ben(), "c/clearance", Map.of("go", true))
                .then()
                .statusCode(200)
                .body("steps[3].clearance.go", is(true));
        window.act(Tokens.ana(), "c/start").then().statusCode(409).body("code", is("work-held"));
        window.say(
                "RollbackBegan",
                Map.of(
                        "calledBy",
                        Tokens.idOf("ben"),
                        "confirmedBy",
                        Tokens.idOf("ana"),
                        "reason",
                        "alarm"));
        window.say("HoldReleased", Map.of("ordinal", 1, "by", List.of()));
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("rollingBack", is(true))
                .body("window.state", is("RollingBack"))
                .body("next[0].acts", hasItem(Map.of("act", "start", "stepId", "not-b")));
        window.act(Tokens.ana(), "c/start").then().statusCode(409).body("code", is("wrong-state"));
        window.done("not-b");
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("steps[2].state", is("RolledBack"))
                .body("readiness.rolledBack", is(true));
        window.done("check");
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("finished", is(true))
                .body("readiness.rollbackVerified", is(true));
        everythingSaidIsValid(window);
    }

    /** 1,000 texts; {@code -Dseed=…} for the same again. */
    @Test
    void whatever_is_written_is_answered() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AuthoringIT seed " + seed);
        Random random = new Random(seed);
        String token = Tokens.ana();
        int drafted = 0;
        try (var http = HttpClient.newHttpClient()) {
            for (int round = 0; round < 50; round++) {
                List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    answers.add(http.sendAsync(scribbled(random, token), BodyHandlers.ofString()));
                }
                for (var answer : answers) {
                    drafted += answered(answer.join(), seed) ? 1 : 0;
                }
            }
        }
        Assertions.assertThat(drafted).isPositive();
    }

    private static HttpRequest scribbled(Random random, String token) {
        byte[] text = Scribble.of(random).getBytes(StandardCharsets.UTF_8);
        if (text.length > 0 && random.nextInt(10) == 0) {
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
        }
        URI uri =
                URI.create(
                        "http://localhost:%d/api/v1/checklists?windowId=%s&dryRun=%s"
                                .formatted(
                                        RestAssured.port,
                                        UUID.randomUUID(),
                                        random.nextInt(5) > 0));
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/markdown")
                .POST(BodyPublishers.ofByteArray(text))
                .build();
    }

    private static boolean answered(HttpResponse<String> answer, long seed) {
        Assertions.assertThat(answer.statusCode())
                .as("seed %d: %s", seed, answer.body())
                .isIn(200, 201, 400, 422);
        if (answer.statusCode() < 300) {
            return true;
        }
        Assertions.assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        return false;
    }

    @Test
    void a_file_that_no_event_names_is_dropped_with_its_last_claim() {
        var window = new Window().announced().drafted(ROW);
        window.as(Tokens.ana())
                .contentType("image/png")
                .body(PNG)
                .post(window.path("/steps/look/evidence?name=kept.png"))
                .then()
                .statusCode(200);
        byte[] lost = ("refused after it was kept " + window.id).getBytes(StandardCharsets.UTF_8);
        // as if the command was refused, or its process died, when the file had been kept
        await(files.keep(window.id, EvidenceFiles.sha256(lost), lost));
        await(files.keep(UUID.randomUUID().toString(), EvidenceFiles.sha256(PNG), PNG));
        while (await(sweep.sweep(Duration.ZERO))) {
            // until every claim was judged
        }
        Assertions.assertThat(await(files.find(EvidenceFiles.sha256(lost)))).isNull();
        Assertions.assertThat(await(files.find(EvidenceFiles.sha256(PNG)))).isEqualTo(PNG);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Patience.MOST);
    }
}
