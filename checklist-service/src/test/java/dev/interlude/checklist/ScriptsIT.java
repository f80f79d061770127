package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class ScriptsIT {

    private static final String RUNNERS = "/api/v1/runners";

    private static final String SCRIPTED =
            """
            # Scripted
            ## Prepare
            - [ ] By hand {#hand after:}
            - [ ] Drain {#drain after: script:SCRIPT arg:"--all" arg:"$(id)" timeout:10m}
            - [ ] Look {#look after: expect:"few left" at-most:5 probe:"http://localhost:1/x" probe-value:/n}
            """;

    /** A runner of the team's, played by the test. */
    private static final class Played {
        private final String id;
        private final String token;
        private final String script;

        Played(String... scripts) {
            this.script = "s" + UUID.randomUUID() + ".sh";
            Map<String, Object> body = new HashMap<>();
            body.put("name", "host-1");
            body.put("team", "platform");
            if (scripts.length > 0) {
                body.put("scripts", List.of(scripts));
            }
            Response made = as(Tokens.root()).body(body).post(RUNNERS);
            made.then().statusCode(201).header("Location", endsWith(made.path("id").toString()));
            this.id = made.path("id");
            this.token = made.path("token");
            assertThat(token).startsWith("ilr_").hasSize(47);
            // its token is known as soon as the service has followed its own log that far
            as(Tokens.root())
                    .header("Interlude-After", made.header("Interlude-Event"))
                    .get(RUNNERS + "/" + id)
                    .then()
                    .statusCode(200);
        }

        /** Asks once: what is there it gets. */
        Response claims(String claim) {
            return claims(claim, "PT0S", script);
        }

        /** Waits for what was asked for a moment ago. */
        Response gets(String claim) {
            return claims(claim, "PT10S", script);
        }

        Response claims(String claim, String patience, String... scripts) {
            return as(token)
                    .body(
                            Map.of(
                                    "claim",
                                    claim,
                                    "scripts",
                                    List.of(scripts),
                                    "probes",
                                    true,
                                    "version",
                                    "test",
                                    "patience",
                                    patience))
                    .post(RUNNERS + "/claims");
        }

        String claimed() {
            Response claim = gets(claim());
            claim.then().statusCode(200);
            return claim.path("runId");
        }

        Response heartbeat(String run) {
            return as(token).post(RUNNERS + "/runs/" + run + "/heartbeat");
        }

        Response output(String run, int offset, String text) {
            return given().auth()
                    .oauth2(token)
                    .contentType("application/octet-stream")
                    .body(text.getBytes(StandardCharsets.UTF_8))
                    .post(RUNNERS + "/runs/" + run + "/output?offset=" + offset);
        }

        Response result(String run, Map<String, ?> body) {
            return as(token).body(body).post(RUNNERS + "/runs/" + run + "/result");
        }
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String claim() {
        return UUID.randomUUID().toString();
    }

    private static Window window(Played runner) {
        return new Window().drafted(SCRIPTED.replace("SCRIPT", runner.script)).announced();
    }

    private static Map<String, Object> exited(int code, String output) {
        Map<String, Object> body = new HashMap<>();
        body.put("ending", "EXITED");
        body.put("exitCode", code);
        body.put("startedAt", "2026-03-07T01:00:00Z");
        body.put("endedAt", "2026-03-07T01:00:01.5Z");
        body.put("bytes", output.length());
        body.put("sha256", sha256(output));
        return body;
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String state(Window window, String step) {
        return window.get(Tokens.ana(), window.path(""))
                .path("steps.find { it.id == '" + step + "' }.state");
    }

    @Test
    void a_script_does_a_step_and_another_confirms_it() {
        var runner = new Played();
        Window window = window(runner);
        window.act(Tokens.ana(), "drain/script-run")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("steps[1].state", is("Running"))
                .body("steps[1].scriptRuns[0].state", is("Requested"))
                .body("events.type", hasItem("dev.interlude.checklist.ScriptRequested.v1"));
        window.act(Tokens.ana(), "drain/completion")
                .then()
                .statusCode(409)
                .body("code", is("script-running"));
        String claim = claim();
        Response claimed = runner.gets(claim);
        claimed.then()
                .statusCode(200)
                .body("script", is(runner.script))
                .body("arguments", contains("--all", "$(id)"))
                .body("timeout", is("PT10M"))
                .body("heartbeat", is("PT1S"))
                .body("lease", is("PT6S"))
                .body("stepId", is("drain"));
        String run = claimed.path("runId");
        runner.gets(claim).then().statusCode(200).body("runId", is(run));
        runner.claims(claim()).then().statusCode(204);
        runner.heartbeat(run).then().statusCode(200).body("cancel", is(false));
        runner.output(run, 0, "drained ").then().statusCode(200).body("length", is(8));
        runner.output(run, 0, "drained ").then().statusCode(200).body("length", is(8));
        runner.output(run, 9, "more")
                .then()
                .statusCode(409)
                .body("code", is("offset-differs"))
                .body("length", is(8));
        runner.output(run, 8, "42").then().statusCode(200).body("length", is(10));
        window.get(Tokens.ben(), window.path("/steps/drain/script-run"))
                .then()
                .statusCode(200)
                .body("output", is("drained 42"))
                .body("run.state", is("Running"))
                .body("run.runner", is("host-1"))
                .body("verified", nullValue());
        for (int i = 0; i < 2; i++) {
            runner.result(run, exited(0, "drained 42"))
                    .then()
                    .statusCode(200)
                    .body("effective", is(true))
                    .body("outcome", is("SUCCEEDED"));
        }
        window.get(Tokens.otto(), window.path("/steps/drain/script-run?runId=" + run))
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("verified", is(true))
                .body("run.exitCode", is(0))
                .body("left", is(0));
        window.act(Tokens.ana(), "drain/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("same-person"));
        window.act(Tokens.ben(), "drain/confirmation").then().statusCode(200);
        assertThat(state(window, "drain")).isEqualTo("Done");
        runner.heartbeat(run).then().statusCode(409).body("code", is("lease-lost"));
        List<Published.Event> said = Published.in("checklist-" + window.id);
        assertThat(said).allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
        assertThat(said.stream().filter(e -> e.type().contains("Script")).toList()).hasSize(3);
        assertThat(Published.in("runner-" + runner.id)).isEmpty();
    }

    @Test
    void a_runner_that_waits_gets_what_is_asked_for_at_once() throws Exception {
        var runner = new Played();
        Window window = window(runner);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var polled = threads.submit(() -> runner.claims(claim(), "PT15S", runner.script));
            await().until(() -> online(runner));
            long asked = System.nanoTime();
            window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
            polled.get().then().statusCode(200).body("stepId", is("drain"));
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static boolean online(Played runner) {
        return as(Tokens.ana()).get(RUNNERS + "/" + runner.id).path("online");
    }

    @Test
    void a_failed_script_and_a_probe_that_sees_something_else_fail_their_steps() {
        var runner = new Played();
        Window window = window(runner);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        runner.result(runner.claimed(), exited(3, "oh"))
                .then()
                .statusCode(200)
                .body("outcome", is("FAILED"));
        assertThat(state(window, "drain")).isEqualTo("Failed");
        window.act(Tokens.ana(), "drain/retry").then().statusCode(200);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        String again = runner.claimed();
        window.act(Tokens.ana(), "look/script-run").then().statusCode(200);
        Response look = runner.gets(claim());
        look.then()
                .statusCode(200)
                .body("script", nullValue())
                .body("probe.url", is("http://localhost:1/x"))
                .body("probe.pointer", is("/n"))
                .body("probe.within", is("PT10S"));
        Map<String, Object> seen = new HashMap<>();
        seen.put("ending", "EXITED");
        seen.put("reading", Map.of("status", 200, "took", "PT0.2S", "value", 6));
        runner.result(look.path("runId"), seen).then().body("outcome", is("FAILED"));
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("steps[2].reason", is("the probe found 6"))
                .body("steps[1].scriptRuns", hasSize(2));
        String longOne = "y".repeat(70_000);
        runner.output(again, 0, longOne.substring(0, 65_536)).then().statusCode(200);
        runner.output(again, 65_536, "y").then().statusCode(413);
        Map<String, Object> result = exited(0, longOne);
        result.put(
                "tail", Base64.getEncoder().encodeToString("end".getBytes(StandardCharsets.UTF_8)));
        runner.result(again, result).then().statusCode(200);
        window.get(Tokens.ana(), window.path("/steps/drain/script-run"))
                .then()
                .body("tail", is("end"))
                .body("left", is(70_000 - 65_536 - 3))
                .body("verified", nullValue());
    }

    @Test
    void a_script_is_cancelled_before_and_after_a_runner_has_it() {
        var runner = new Played();
        Window window = window(runner);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        cancel(window, Tokens.ben()).then().statusCode(200).body("steps[1].state", is("Running"));
        cancel(window, Tokens.ben()).then().statusCode(409).body("code", is("wrong-state"));
        runner.claims(claim()).then().statusCode(204);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        String run = runner.claimed();
        cancel(window, Tokens.otto()).then().statusCode(403).body("code", is("not-crew"));
        cancel(window, Tokens.ben())
                .then()
                .statusCode(200)
                .body("steps[1].scriptRuns[1].state", is("Cancelling"));
        runner.heartbeat(run).then().statusCode(200).body("cancel", is(true));
        runner.result(run, Map.of("ending", "CANCELLED", "bytes", 0, "sha256", sha256("")))
                .then()
                .statusCode(200)
                .body("outcome", is("CANCELLED"));
        assertThat(state(window, "drain")).isEqualTo("Failed");
    }

    private static Response cancel(Window window, String token) {
        return window.as(token).delete(window.path("/steps/drain/script-run"));
    }

    @Test
    void a_lost_runner_frees_the_step_and_its_late_result_changes_nothing() {
        var runner = new Played();
        Window window = window(runner);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        String run = runner.claimed();
        // as long as it says that it is alive it keeps the run, however long that takes
        Instant until = Instant.now().plusSeconds(7);
        await().until(() -> {
            runner.heartbeat(run).then().statusCode(200);
            return Instant.now().isAfter(until);
        });
        assertThat(state(window, "drain")).isEqualTo("Running");
        await().until(() -> state(window, "drain").equals("Failed"));
        runner.heartbeat(run).then().statusCode(409).body("code", is("lease-lost"));
        runner.output(run, 0, "x").then().statusCode(409).body("code", is("lease-lost"));
        for (int i = 0; i < 2; i++) {
            runner.result(run, exited(0, ""))
                    .then()
                    .statusCode(200)
                    .body("effective", is(false))
                    .body("outcome", is("LOST"));
        }
        window.get(Tokens.ana(), window.path(""))
                .then()
                .body("steps[1].state", is("Failed"))
                .body("steps[1].scriptRuns[0].reportedLate", is(true));
        assertThat(Published.in("checklist-" + window.id).stream().map(Published.Event::type))
                .containsOnlyOnce("dev.interlude.checklist.ScriptReportedLate.v1");
    }

    @Test
    void while_the_work_is_held_nothing_is_given_and_what_nobody_takes_lapses() {
        var runner = new Played();
        Window window = window(runner);
        window.started();
        window.act(Tokens.ana(), "look/script-run").then().statusCode(200);
        window.say("HoldCalled", Map.of("ordinal", 1, "by", "p-" + "a".repeat(26)));
        // a command waits for the hold to be heard; a claim waits for nothing but work
        window.act(Tokens.ana(), "drain/script-run")
                .then()
                .statusCode(409)
                .body("code", is("work-held"));
        runner.claims(claim()).then().statusCode(204);
        Clocks.forwardTo(Window.now().plus(Duration.ofMinutes(6)));
        await().untilAsserted(() ->
                window.get(Tokens.ana(), window.path("/steps/look/script-run"))
                        .then()
                        .statusCode(200)
                        .body("run.outcome", is("UNCLAIMED")));
        assertThat(state(window, "look")).isEqualTo("Running");
        window.act(Tokens.ana(), "look/completion").then().statusCode(200);
    }

    @Test
    void a_runners_token_is_worth_nothing_elsewhere_and_nobody_elses_is_here() {
        var runner = new Played("only.sh");
        Window window = window(runner);
        String run = UUID.randomUUID().toString();
        for (String path :
                List.of(
                        "/api/v1/checklists/" + window.id,
                        "/api/v1/me",
                        RUNNERS,
                        "/api/v1/scripts")) {
            as(runner.token).get(path).then().statusCode(401);
        }
        as(runner.token).post(window.path("/steps/hand/start")).then().statusCode(401);
        as(runner.token).delete(RUNNERS + "/" + runner.id).then().statusCode(401);
        as(Tokens.root())
                .body(Map.of("claim", claim(), "scripts", List.of()))
                .post(RUNNERS + "/claims")
                .then()
                .statusCode(403);
        as(Tokens.person("mallory", "runner", "team:platform"))
                .body(Map.of("claim", claim(), "scripts", List.of()))
                .post(RUNNERS + "/claims")
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
        given().post(RUNNERS + "/runs/" + run + "/heartbeat").then().statusCode(401);
        as("ilr_" + "x".repeat(43))
                .body(Map.of("claim", claim(), "scripts", List.of()))
                .post(RUNNERS + "/claims")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        runner.heartbeat(run).then().statusCode(404).body("code", is("not-found"));
        // it asks for more than it may be given
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        runner.claims(claim(), "PT0S", runner.script, "only.sh").then().statusCode(204);
        var other = new Played();
        String theirs = other.claims(claim(), "PT10S", runner.script).path("runId");
        runner.heartbeat(theirs).then().statusCode(404);
        runner.result(theirs, exited(0, "")).then().statusCode(404);
        as(Tokens.ana()).delete(RUNNERS + "/" + runner.id).then().statusCode(403);
        as(Tokens.root())
                .delete(RUNNERS + "/" + runner.id)
                .then()
                .statusCode(200)
                .body("revokedAt", notNullValue())
                .body("token", nullValue());
        await().until(() -> runner.claims(claim()).statusCode() == 401);
    }

    @Test
    void what_is_wrong_is_said() {
        var runner = new Played();
        Window window = window(runner);
        window.act(Tokens.ana(), "hand/script-run")
                .then()
                .statusCode(409)
                .body("code", is("no-script"));
        window.get(Tokens.ana(), window.path("/steps/hand/script-run")).then().statusCode(404);
        as(Tokens.ana())
                .body(Map.of("name", "x", "team", "platform"))
                .post(RUNNERS)
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
        as(Tokens.root())
                .body(Map.of("name", "a/b", "team", "platform", "scripts", List.of("../x")))
                .post(RUNNERS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/name", "/scripts/0"));
        as(Tokens.root()).get(RUNNERS + "/" + UUID.randomUUID()).then().statusCode(404);
        as(Tokens.root()).delete(RUNNERS + "/" + UUID.randomUUID()).then().statusCode(404);
        as(Tokens.root()).get(RUNNERS + "?limit=x").then().statusCode(422);
        as(runner.token).post(RUNNERS + "/claims").then().statusCode(422);
        as(runner.token).body("{").post(RUNNERS + "/claims").then().statusCode(400);
        window.act(Tokens.ana(), "drain/script-run").then().statusCode(200);
        String run = runner.claimed();
        runner.output(run, -1, "x").then().statusCode(422);
        runner.result(run, Map.of("ending", "EXITED", "sha256", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/sha256"));
        Map<String, Object> backwards = exited(0, "");
        backwards.put("endedAt", "2026-03-07T00:59:00Z");
        runner.result(run, backwards).then().statusCode(422);
        runner.result(run, Map.of("ending", "EXITED", "tail", "?")).then().statusCode(422);
    }

    @Test
    void what_runners_offer_is_listed() {
        var runner = new Played();
        runner.claims(claim()).then().statusCode(204);
        as(Tokens.otto())
                .get("/api/v1/scripts?team=platform")
                .then()
                .statusCode(200)
                .body("items.name", hasItem(runner.script))
                .body("items.find { it.name == '" + runner.script + "' }.runner", is("host-1"))
                .body("items.find { it.name == '" + runner.script + "' }.online", is(true));
        as(Tokens.otto())
                .get(RUNNERS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].token", nullValue());
        as(Tokens.ana())
                .get(RUNNERS + "/" + runner.id)
                .then()
                .statusCode(200)
                .body("version", is("test"))
                .body("probes", is(true))
                .body("offers", contains(runner.script));
        as(Tokens.person("eve")).get("/api/v1/scripts").then().statusCode(403);
    }

    @Test
    void of_many_runners_one_gets_each_run() throws Exception {
        var one = new Played();
        var other = new Played();
        var text = new StringBuilder("# Many\n## Prepare\n");
        for (int i = 0; i < 30; i++) {
            text.append("- [ ] S {#s%d after: script:%s}\n".formatted(i, one.script));
        }
        Window window = new Window().announced().drafted(text.toString());
        for (int i = 0; i < 30; i++) {
            window.act(Tokens.ana(), "s" + i + "/script-run").then().statusCode(200);
        }
        var got = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (Played runner : List.of(one, other, one, other)) {
                all.add(() -> {
                    // the last of them waits a while in vain
                    Response claimed = runner.claims(claim(), "PT2S", one.script);
                    while (claimed.statusCode() == 200) {
                        got.add(claimed.path("runId"));
                        claimed = runner.claims(claim(), "PT2S", one.script);
                    }
                    return claimed.statusCode() == 204;
                });
            }
            for (var answer : threads.invokeAll(all)) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(got).hasSize(30).doesNotHaveDuplicates();
    }
}
