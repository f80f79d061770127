package dev.interlude.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class CommandPathIT {

    @Inject Pool pool;

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static String begin() {
        return as(Tokens.ana())
                .body("{}")
                .post("/api/v1/tallies")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .extract()
                .path("id");
    }

    static Response count(String id, int by) {
        return as(Tokens.ana())
                .body("{\"by\":" + by + "}")
                .post("/api/v1/tallies/" + id + "/counts");
    }

    @Test
    void a_command_answers_with_the_aggregate_its_events_and_its_version() {
        String id = begin();
        count(id, 3)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("total", equalTo(3))
                .body("events", hasSize(1))
                .body("events[0].type", equalTo("dev.interlude.tally.Counted.v1"))
                .body("events[0].sequence", equalTo(2))
                .body("events[0].actor", equalTo("person:" + Tokens.idOf("ana")))
                .body("events[0].data.by", equalTo(3));
    }

    @Test
    void the_same_key_gets_the_first_answer_again() {
        String id = begin();
        String key = UUID.randomUUID().toString();
        Response first = counted(id, key, 1);
        count(id, 5);
        Response again = counted(id, key, 1);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Interlude-Event")).isEqualTo(first.header("Interlude-Event"));
        counted(id, key, 2).then().statusCode(422).body("code", equalTo("key-reused"));
    }

    @Test
    void a_repeated_creation_makes_one_thing() {
        String key = UUID.randomUUID().toString();
        String first = begin(key).path("id");
        Response again = begin(key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first);
        assertThat(again.header("Location")).endsWith(first);
    }

    private static Response begin(String key) {
        return as(Tokens.ana()).header("Idempotency-Key", key).body("{}").post("/api/v1/tallies");
    }

    private static Response counted(String id, String key, int by) {
        return as(Tokens.ana())
                .header("Idempotency-Key", key)
                .body("{\"by\":" + by + "}")
                .post("/api/v1/tallies/" + id + "/counts");
    }

    @Test
    void an_outdated_version_is_refused_and_told_what_came_since() {
        String id = begin();
        count(id, 1);
        as(Tokens.ana())
                .header("If-Match", "\"1\"")
                .body("{\"by\":1}")
                .post("/api/v1/tallies/" + id + "/counts")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("version-differs"))
                .body("since", hasSize(1))
                .body("since[0].type", equalTo("dev.interlude.tally.Counted.v1"));
    }

    @Test
    void what_must_match_needs_if_match() {
        as(Tokens.ana())
                .body("{\"ringAt\":\"2030-01-01T00:00:00Z\"}")
                .patch("/api/v1/tallies/" + begin())
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
    }

    @Test
    void a_dry_run_stores_nothing() {
        String id = begin();
        as(Tokens.ana())
                .body("{\"by\":7}")
                .post("/api/v1/tallies/" + id + "/counts?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("total", equalTo(7));
        as(Tokens.ana()).get("/api/v1/tallies/" + id).then().body("total", equalTo(0));
    }

    @Test
    void bad_input_is_named_by_its_place() {
        String id = begin();
        String counts = "/api/v1/tallies/" + id + "/counts";
        as(Tokens.ana())
                .body("{\"by\":0}")
                .post(counts)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors[0].pointer", equalTo("/by"));
        as(Tokens.ana())
                .body("{\"by\":1,\"extra\":1}")
                .post(counts)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/extra"));
        as(Tokens.ana()).body("{\"by\":\"1\"}").post(counts).then().statusCode(422);
        as(Tokens.ana()).body("{\"by\":").post(counts).then().statusCode(400);
        as(Tokens.ana()).body("").post(counts).then().statusCode(422);
        as(Tokens.ana())
                .contentType("text/plain")
                .body("x")
                .post(counts)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as(Tokens.ana())
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void a_request_without_a_body_needs_no_content_type() {
        given().auth()
                .oauth2(Tokens.ana())
                .noContentType()
                .post("/api/v1/tallies")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void a_refusal_about_an_existing_thing_is_recorded_once_a_minute() {
        String id = begin();
        as(Tokens.ana())
                .header("If-Match", "\"9\"")
                .body("{\"by\":1}")
                .post("/api/v1/tallies/" + id + "/counts");
        as(Tokens.ana())
                .header("If-Match", "\"9\"")
                .body("{\"by\":1}")
                .post("/api/v1/tallies/" + id + "/counts");
        var data =
                pool.query(
                                "select convert_from(data, 'UTF8') from log where stream ="
                                        + " 'refusals-"
                                        + id
                                        + "'")
                        .execute()
                        .await()
                        .indefinitely();
        assertThat(data.size()).isEqualTo(1);
        assertThat(data.iterator().next().getString(0))
                .contains("\"code\":\"version-differs\"")
                .contains("\"command\":\"Count\"");
    }

    @Test
    void numbers_are_gapless_and_stand_for_the_id() {
        String id = begin();
        var ordinal =
                pool.query("select ordinal from head where stream = 'tally-" + id + "'")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0);
        as(Tokens.ana()).get("/api/v1/tallies/T-" + ordinal).then().body("id", equalTo(id));
        as(Tokens.ana()).get("/api/v1/tallies/T-999999").then().statusCode(404);
    }

    @Test
    void each_problem_has_its_page() {
        String page =
                given().get("/problems/version-differs")
                        .then()
                        .statusCode(200)
                        .contentType("text/html")
                        .extract()
                        .asString();
        assertThat(page).contains("<h1>version-differs</h1>", "<code>If-Match</code>");
        given().get("/problems/none").then().statusCode(404);
    }

    @Test
    void forged_and_expired_tokens_are_nobody() {
        LocalToken ana = LocalToken.person("ana", "planner", "operator");
        for (String token :
                List.of(
                        Tokens.expired(ana),
                        Tokens.foreign(ana),
                        Tokens.unsigned(ana),
                        Tokens.confused(ana))) {
            as(token)
                    .get("/api/v1/tallies/x")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        as(Tokens.signed(ana)).get("/api/v1/tallies/x").then().statusCode(404);
    }

    @Test
    void tokens_are_checked() {
        given().get("/api/v1/tallies/x")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as(Tokens.otto()).get("/api/v1/tallies/x").then().statusCode(403);
        as(Tokens.machine("m", "service")).get("/api/v1/tallies/x").then().statusCode(403);
    }

    @Test
    void writers_at_once_leave_one_gapless_order_and_lose_nothing() throws Exception {
        String shared = begin();
        int writers = 8;
        int each = 25;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                Callable<Integer> writer =
                        () -> {
                            int ok = 0;
                            for (int i = 0; i < each; i++) {
                                count(shared, 1).then().statusCode(200);
                                ok++;
                            }
                            return ok;
                        };
                all.add(pool.submit(writer));
            }
            int ok = 0;
            for (var one : all) {
                ok += one.get();
            }
            assertThat(ok).isEqualTo(writers * each);
        }
        as(Tokens.ana())
                .get("/api/v1/tallies/" + shared)
                .then()
                .body("total", equalTo(writers * each));
        var row =
                this.pool
                        .query("select count(*), min(position), max(position) from log")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next();
        assertThat(row.getLong(1)).isEqualTo(1);
        assertThat(row.getLong(2)).isEqualTo(row.getLong(0));
    }
}
