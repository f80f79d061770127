package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class ParkedIT {

    private static final byte[] HELLO = bytes("{\"what\":\"hello\"}");
    private static final byte[] LATER = bytes("{\"what\":\"later\"}");
    private static final byte[] POISON = bytes("{\"what\":[}");

    @Inject Pool pool;

    private final String stream = "window-" + UUID.randomUUID();

    @AfterEach
    void as_before() {
        TallyLog.notYet = "later";
    }

    @Test
    void what_a_later_build_can_read_is_released_with_all_that_waited() {
        publish(LATER, HELLO, HELLO);
        awaitParked("unreadable", "waits", "waits");
        item().body("waiting", equalTo(3))
                .body("first.reason", equalTo("unreadable"))
                .body("first.sequence", equalTo(1));

        release().statusCode(200).body("taken", equalTo(0)).body("parked", equalTo(3));
        awaitParked("unreadable", "waits", "waits");

        TallyLog.notYet = "";
        release().statusCode(200).body("taken", equalTo(3)).body("parked", equalTo(0));
        assertThat(sequences()).containsExactly("1", "2", "3");
        release().statusCode(404);
    }

    @Test
    void an_event_is_done_without_for_a_reason_and_the_rest_goes_on() {
        List<UUID> ids = publish(HELLO, POISON, HELLO);
        awaitParked("unreadable", "waits");
        String poison = ids.get(1).toString();

        discard(poison, Map.of("reason", "")).statusCode(422);
        discard(UUID.randomUUID().toString(), Map.of("reason", "x")).statusCode(404);
        discard("nonsense", Map.of("reason", "x")).statusCode(404);
        discard(poison, Map.of("reason", "a broken test run"))
                .statusCode(200)
                .body("taken", equalTo(1))
                .body("parked", equalTo(0));

        assertThat(sequences()).containsExactly("1", "3");
        as(Tokens.otto())
                .get("/api/v1/parked/discarded")
                .then()
                .statusCode(200)
                .body("items[0].event.id", equalTo(poison))
                .body("items[0].why", equalTo("a broken test run"))
                .body("items[0].by", equalTo("person:" + Tokens.idOf("root")));
    }

    @Test
    void what_was_done_without_is_passed_over_when_it_comes_again() {
        try (Heard planner = Heard.from("planner")) {
            var event = planner.next(stream, "SomethingSaid", Instant.now());
            planner.send(event, POISON);
            awaitParked("unreadable");
            discard(event.id().toString(), Map.of("reason", "broken")).statusCode(200);

            planner.send(event, POISON);
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
        }
        awaitSequences("2");
        assertThat(reasons()).isEmpty();
    }

    @Test
    void of_two_histories_the_one_that_was_first_stays() {
        List<UUID> impostors;
        try (Heard planner = Heard.from("planner");
                Heard impostor = Heard.from("planner")) {
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
            awaitSequences("1");
            var event = impostor.next(stream, "SomethingSaid", Instant.now());
            impostors = List.of(event.id());
            impostor.send(event, HELLO);
            awaitParked("forked-history");
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
            awaitParked("forked-history", "waits");
        }
        release().statusCode(200).body("taken", equalTo(0)).body("parked", equalTo(2));
        discard(impostors.getFirst().toString(), Map.of("reason", "not ours")).statusCode(200);
        awaitSequences("1", "2");
        assertThat(reasons()).isEmpty();
    }

    @Test
    void auditors_look_and_admins_act() {
        as(Tokens.ana()).get("/api/v1/parked").then().statusCode(403);
        as(Tokens.otto()).get("/api/v1/parked").then().statusCode(200);
        as(Tokens.otto())
                .post("/api/v1/parked/planner/" + stream + "/release")
                .then()
                .statusCode(403);
        as(Tokens.otto())
                .get("/api/v1/parked?cursor=nonsense")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"));
        as(Tokens.otto()).get("/api/v1/parked").then().body("items.stream", not(hasItem(stream)));
    }

    private List<UUID> publish(byte[]... all) {
        var ids = new java.util.ArrayList<UUID>();
        try (Heard planner = Heard.from("planner")) {
            for (byte[] data : all) {
                var event = planner.next(stream, "SomethingSaid", Instant.now());
                ids.add(event.id());
                planner.send(event, data);
            }
        }
        return ids;
    }

    private ValidatableResponse release() {
        return as(Tokens.root()).post("/api/v1/parked/planner/" + stream + "/release").then();
    }

    private ValidatableResponse discard(String id, Map<String, String> body) {
        return as(Tokens.root())
                .body(body)
                .post("/api/v1/parked/planner/" + stream + "/events/" + id + "/discard")
                .then();
    }

    private ValidatableResponse item() {
        return as(Tokens.root())
                .get("/api/v1/parked")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.stream == '" + stream + "' }");
    }

    private List<String> sequences() {
        return Rows.of(
                pool, "select sequence from log where stream = '" + stream + "' order by position");
    }

    private List<String> reasons() {
        return Rows.of(
                pool,
                "select reason from parked where stream = '" + stream + "' order by sequence");
    }

    private void awaitSequences(String... expected) {
        await().untilAsserted(() -> assertThat(sequences()).containsExactly(expected));
    }

    private void awaitParked(String... expected) {
        await().untilAsserted(() -> assertThat(reasons()).containsExactly(expected));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
