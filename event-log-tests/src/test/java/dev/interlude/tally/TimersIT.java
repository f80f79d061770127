package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.interlude.eventlog.Timers;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class TimersIT {

    @Inject Pool pool;

    @Inject Timers timers;

    @Test
    void each_due_row_fires_once_however_many_fire() {
        Instant ringAt = now().plus(Duration.ofHours(1));
        var ids = IntStream.range(0, 60).mapToObj(i -> begin(ringAt)).toList();
        advance("1 hour");
        var firing =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                CompletableFuture.runAsync(
                                        () -> timers.fireAll().await().atMost(Patience.MOST)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(firing).join();
        ids.forEach(id -> assertThat(rings(id)).as(id).isEqualTo("1"));
        ids.forEach(id -> assertThat(dueRows(id)).as(id).isEqualTo("0"));
    }

    @Test
    void a_clock_that_steps_back_rings_no_bell_twice_and_forgets_none() {
        Instant first = now().plus(Duration.ofHours(1));
        String rung = begin(first);
        String waiting = begin(first.plus(Duration.ofHours(1)));
        Clocks.forwardTo(first);
        assertThat(rings(rung)).isEqualTo("1");
        advance("-3 hours");
        Clocks.forwardBy(Duration.ofHours(3));
        assertThat(rings(rung)).isEqualTo("1");
        assertThat(rings(waiting)).isEqualTo("0");
        Clocks.forwardBy(Duration.ofHours(1));
        assertThat(rings(waiting)).isEqualTo("1");
        assertThat(rings(rung)).isEqualTo("1");
    }

    @Test
    void a_timer_that_cannot_be_fired_shows_and_stops_no_other() {
        Instant ringAt = now().plus(Duration.ofHours(1));
        String sick = begin(ringAt);
        count(sick, 13);
        String well = begin(ringAt.plusSeconds(1));
        Clocks.forwardTo(ringAt.plusSeconds(2));
        assertThat(rings(well)).isEqualTo("1");
        assertThat(rings(sick)).isEqualTo("0");
        await().untilAsserted(() ->
                given().get("/q/health/well")
                        .then()
                        .statusCode(503)
                        .body("checks[0].data.failing", containsString("timers"))
                        .body("checks[0].data.timers", containsString(sick)));
        assertThat(given().get("/q/metrics").asString())
                .contains("interlude_follower_failing{name=\"timers\"} 1.0");
        count(sick, 1);
        await().until(() -> rings(sick).equals("1"));
        await().untilAsserted(() ->
                given().get("/q/health/well")
                        .then()
                        .body("checks[0].data.failing", not(containsString("timers"))));
    }

    @Test
    void a_timer_that_is_rejected_is_recorded_with_its_code() {
        Instant ringAt = now().plus(Duration.ofHours(1));
        String id = begin(ringAt);
        count(id, 7);
        Clocks.forwardTo(ringAt);
        assertThat(rings(id)).isEqualTo("0");
        assertThat(dueRows(id)).isEqualTo("0");
        assertThat(
                        one(
                                "select name || ' ' || code from timer_rejection where stream = 'tally-"
                                        + id
                                        + "'"))
                .isEqualTo("bell no-bell");
    }

    @Test
    void a_timer_of_a_category_that_a_newer_build_brings_waits_for_it() {
        String stream = "later-" + java.util.UUID.randomUUID();
        run("insert into due values ('" + stream + "', 'bell', now(), 1)");
        timers.fireAll().await().atMost(Patience.MOST);
        assertThat(one("select count(*) from due where stream = '" + stream + "'")).isEqualTo("1");
        run("delete from due where stream = '" + stream + "'");
    }

    private static String begin(Instant ringAt) {
        return as(Tokens.ana())
                .body(Map.of("ringAt", ringAt.toString()))
                .post("/api/v1/tallies")
                .path("id");
    }

    private Instant now() {
        return Instant.parse(
                one(
                        "select to_char(interlude_now() at time zone 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    /** Without firing what comes due. */
    private void advance(String by) {
        run("update clock set ahead = ahead + interval '" + by + "'");
    }

    private String rings(String id) {
        return one(
                "select count(*) from log where type like '%.BellRang.v1' and stream = 'tally-"
                        + id
                        + "'");
    }

    private String dueRows(String id) {
        return one("select count(*) from due where stream = 'tally-" + id + "'");
    }

    private String one(String sql) {
        return Rows.of(pool, sql).getFirst();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
