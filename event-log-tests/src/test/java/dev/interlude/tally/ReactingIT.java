package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class ReactingIT {

    private static final String REACTION = "when-something-is-said-then-count";

    @Inject Pool pool;

    @Inject WhenSomethingIsSaidThenCount reaction;

    @Test
    void however_often_an_event_is_met_its_command_happens_once() {
        String key = UUID.randomUUID().toString();
        try (Heard planner = Heard.from("planner")) {
            for (int i = 1; i <= 30; i++) {
                planner.publish("window-" + key, "SomethingSaid", Map.of("what", "hello " + i));
                run("update consumer set position = 0 where name = '" + REACTION + "'");
            }
        }
        awaitOverheard(key, 30);
        run("update consumer set position = 0 where name = '" + REACTION + "'");
        awaitReactionAtHead();
        assertThat(one(overheard(key, "count(*)"))).isEqualTo("30");
        assertThat(one(overheard(key, "count(distinct causation_id)"))).isEqualTo("30");
    }

    @Test
    void a_reaction_that_cannot_go_on_stops_alone_and_names_the_event() {
        String key = UUID.randomUUID().toString();
        reaction.breakAt(event -> event.key().equals(key) && event.sequence() == 2);
        try (Heard planner = Heard.from("planner")) {
            for (int i = 1; i <= 3; i++) {
                planner.publish("window-" + key, "SomethingSaid", Map.of("what", "hello " + i));
            }
        }
        await().untilAsserted(() ->
                given().get("/q/health/well")
                        .then()
                        .statusCode(503)
                        .body("checks[0].data.failing", containsString(REACTION)));
        String stopsAt =
                one("select id from log where stream = 'window-" + key + "' and sequence = 2");
        given().get("/q/health/well")
                .then()
                .body("checks[0].data.'" + REACTION + "'", containsString(stopsAt));
        assertThat(given().get("/q/metrics").asString())
                .contains("interlude_follower_failing{name=\"" + REACTION + "\"} 1.0")
                .contains("interlude_follower_failing{name=\"tally-view\"} 0.0");
        assertThat(one(overheard(key, "count(*)"))).isEqualTo("1");
        reaction.breakAt(event -> false);
        awaitOverheard(key, 3);
    }

    @Test
    void many_events_that_are_none_of_its_business_are_passed_over() {
        ManyTallies.count(pool, "many" + UUID.randomUUID().toString().substring(0, 8), 10, 5_000);
        awaitReactionAtHead();
    }

    private void awaitOverheard(String key, int many) {
        await().until(() -> one(overheard(key, "count(*)")).equals(String.valueOf(many)));
    }

    private void awaitReactionAtHead() {
        await().until(() ->
                one("select position >= (select max(position) from log) from consumer where"
                                + " name = '"
                                + REACTION
                                + "'")
                        .equals("true"));
    }

    private static String overheard(String key, String what) {
        return "select "
                + what
                + " from log where type like '%.Overheard.v1' and stream = 'tally-of-"
                + key
                + "'";
    }

    private String one(String sql) {
        return Rows.of(pool, sql).getFirst();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
