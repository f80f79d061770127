package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.eventlog.follow.KeptRows;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class FollowingIT {

    @Inject Pool pool;

    @Inject TallyView view;

    @Inject KeptRows kept;

    @Test
    void a_view_has_seen_what_interlude_after_names() {
        String id = begin();
        for (int i = 1; i <= 5; i++) {
            String event = count(id, 1).header("Interlude-Event");
            given().header("Interlude-After", event)
                    .get("/api/v1/tallies/" + id + "/view")
                    .then()
                    .statusCode(200)
                    .body(equalTo(String.valueOf(i)));
        }
    }

    @Test
    void who_keeps_rows_in_memory_begins_from_them_unless_they_are_to_be_made_anew() {
        String id = begin();
        String event = count(id, 3).header("Interlude-Event");
        given().header("Interlude-After", event).get("/api/v1/tallies/" + id + "/view");
        var found = kept.of(view).await().indefinitely().orElseThrow();
        assertThat(found.rows().get(id)).isEqualTo(new TallyView.Row(id, 3, 1));
        assertThat(found.position())
                .isGreaterThanOrEqualTo(
                        Long.parseLong(
                                Rows.of(pool, "select position from log where id = '" + event + "'")
                                        .getFirst()));
        wanted("'for a test'");
        assertThat(kept.of(view).await().indefinitely()).isEmpty();
        wanted("null");
    }

    /** Without a time, as no rebuild begins for it. */
    private void wanted(String reason) {
        pool.query("update consumer set wanted = " + reason + " where name = 'tally-view'")
                .execute()
                .await()
                .indefinitely();
    }

    @Test
    void what_never_comes_is_not_yet_seen() {
        given().header("Interlude-After", UUID.randomUUID().toString())
                .get("/api/v1/tallies/x/view")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("not-yet-seen"));
        given().header("Interlude-After", "nonsense")
                .get("/api/v1/tallies/x/view")
                .then()
                .statusCode(422);
    }

    @Test
    void a_failing_view_undoes_its_batch_shows_and_heals() {
        String id = begin();
        view.breakAt(event -> event.key().equals(id));
        count(id, 4);
        await().untilAsserted(() ->
                given().get("/q/health/well")
                        .then()
                        .statusCode(503)
                        .body("checks[0].data.failing", equalTo("tally-view")));
        given().get("/q/health/ready").then().statusCode(200);
        view.mend();
        await().untilAsserted(() ->
                given().get("/api/v1/tallies/" + id + "/view").then().body(equalTo("4")));
    }

    @Test
    void a_timer_fires_once_when_its_time_has_come_and_not_when_it_was_moved() {
        Instant ring = Instant.now().plus(Duration.ofDays(400));
        String id =
                as(Tokens.ana())
                        .body(Map.of("ringAt", ring.toString()))
                        .post("/api/v1/tallies")
                        .path("id");
        as(Tokens.ana())
                .header("If-Match", "\"1\"")
                .body(Map.of("ringAt", ring.plus(Duration.ofDays(1)).toString()))
                .patch("/api/v1/tallies/" + id)
                .then()
                .statusCode(200);
        assertThat(Rows.of(pool, "select name from due where stream = 'tally-" + id + "'"))
                .hasSize(1);
        Clocks.forwardTo(ring.plusSeconds(60));
        as(Tokens.ana()).get("/api/v1/tallies/" + id).then().body("rang", equalTo(0));
        Clocks.forwardTo(ring.plus(Duration.ofDays(1)).plusSeconds(1));
        as(Tokens.ana()).get("/api/v1/tallies/" + id).then().body("rang", equalTo(1));
        assertThat(Rows.of(pool, "select name from due where stream = 'tally-" + id + "'"))
                .isEmpty();
        as(Tokens.root())
                .body("{\"to\":\"2020-01-01T00:00:00Z\"}")
                .post("/api/v1/clock")
                .then()
                .statusCode(422);
    }

    @Test
    void what_is_stored_is_what_is_published_in_order() {
        String id = begin();
        for (int i = 1; i <= 20; i++) {
            count(id, i);
        }
        List<ConsumerRecord<String, byte[]>> records = published(id, 21);
        var stored =
                Rows.of(
                        pool,
                        "select sequence || ' ' || id || ' ' || convert_from(data, 'UTF8') from log"
                                + " where stream = 'tally-"
                                + id
                                + "' order by position");
        assertThat(
                        records.stream()
                                .map(r ->
                                        header(r, "ce_sequence")
                                                + " "
                                                + header(r, "ce_id")
                                                + " "
                                                + new String(r.value(), StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(stored);
        assertThat(header(records.getFirst(), "ce_source")).isEqualTo("/interlude/tally");
        assertThat(header(records.getFirst(), "ce_subject")).isEqualTo("tally-" + id);
        assertThat(header(records.getFirst(), "ce_streamordinal")).isNotBlank();
        assertThat(header(records.getFirst(), "ce_storeepoch")).isEqualTo("1");
    }

    @Test
    void the_published_list_is_complete_up_to_its_head() {
        String id = begin();
        count(id, 2);
        String list =
                given().auth()
                        .oauth2(Tokens.service("test"))
                        .get("/api/v1/published?after=0&limit=1000&subject=tally-" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(list.lines()).hasSize(3);
        assertThat(list.lines().toList().getLast()).contains("\"head\"").contains("\"epoch\":1");
        as(Tokens.ana()).get("/api/v1/published").then().statusCode(403);
    }

    @Test
    void a_stream_resumes_behind_the_last_event_that_was_seen() throws Exception {
        String id = begin();
        count(id, 1);
        count(id, 2);
        String position =
                Rows.of(
                                pool,
                                "select position from log where stream = 'tally-"
                                        + id
                                        + "' and sequence = 1")
                        .getFirst();
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + io.restassured.RestAssured.port
                                                + "/api/v1/tallies/stream"))
                        .header("Last-Event-ID", "1-" + position)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(data(lines, id, 2)).allMatch(line -> line.contains("\"by\""));
                count(id, 3);
                assertThat(data(lines, id, 1).getFirst()).contains("\"by\":3");
            }
        }
    }

    private static List<String> data(BufferedReader lines, String id, int many) throws IOException {
        var found = new ArrayList<String>();
        while (found.size() < many) {
            String line = lines.readLine();
            if (line.startsWith("data:") && line.contains(id)) {
                found.add(line);
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> published(String key, int many) {
        var config = ConfigProvider.getConfig();
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                config.getValue("interlude.kafka", String.class),
                                "group.id",
                                UUID.randomUUID().toString(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(
                    List.of(
                            config.getValue("interlude.topic-prefix", String.class)
                                    + "planner.v1"));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(r -> {
                            if (r.key().equals(key)) {
                                found.add(r);
                            }
                        });
                return found.size() >= many;
            });
        }
        return found;
    }
}
