package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class InboxIT {

    private static final byte[] HELLO = "{\"what\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] POISON = "{\"what\":[}".getBytes(StandardCharsets.UTF_8);

    @Inject Pool pool;

    private static String stream() {
        return "window-" + UUID.randomUUID();
    }

    private List<String> sequences(String stream) {
        return Rows.of(
                pool, "select sequence from log where stream = '" + stream + "' order by position");
    }

    private List<String> reasons(String stream) {
        return Rows.of(
                pool,
                "select reason from parked where stream = '" + stream + "' order by sequence");
    }

    private void awaitSequences(String stream, String... expected) {
        await().untilAsserted(() -> assertThat(sequences(stream)).containsExactly(expected));
    }

    @Test
    void a_heard_event_is_kept_byte_exact_and_reacted_to_once() {
        String stream = stream();
        try (Heard planner = Heard.from("planner")) {
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
        }
        awaitSequences(stream, "1");
        assertThat(
                        Rows.of(
                                pool,
                                "select convert_from(data, 'UTF8') from log where stream = '"
                                        + stream
                                        + "'"))
                .containsExactly("{\"what\":\"hello\"}");
        String reacted =
                "select actor from log where stream = 'tally-of-"
                        + stream.substring("window-".length())
                        + "'";
        await().untilAsserted(() ->
                assertThat(Rows.of(pool, reacted))
                        .containsExactly("reaction:when-something-is-said-then-count"));
    }

    @Test
    void a_duplicate_is_passed_over() {
        String stream = stream();
        try (Heard planner = Heard.from("planner")) {
            var event = planner.next(stream, "SomethingSaid", Instant.now());
            planner.send(event, HELLO);
            planner.send(event, HELLO);
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
        }
        awaitSequences(stream, "1", "2");
        assertThat(reasons(stream)).isEmpty();
    }

    @Test
    void what_comes_before_its_predecessor_is_not_taken_out_of_order() {
        String stream = stream();
        try (Heard planner = Heard.from("planner")) {
            var first = planner.next(stream, "SomethingSaid", Instant.now());
            var second = planner.next(stream, "SomethingSaid", Instant.now());
            planner.send(second, HELLO);
            planner.send(first, HELLO);
            awaitSequences(stream, "1");
            planner.send(second, HELLO);
        }
        awaitSequences(stream, "1", "2");
    }

    @Test
    void an_unknown_type_is_kept() {
        String stream = stream();
        try (Heard planner = Heard.from("planner")) {
            planner.publish(stream, "NeverHeardOf", Map.of("any", List.of(1)));
        }
        awaitSequences(stream, "1");
    }

    @Test
    void what_a_newer_source_adds_is_passed_over() {
        String stream = stream();
        try (Heard planner = Heard.from("planner")) {
            planner.publish(stream, "SomethingSaid", Map.of("what", "hello", "louder", true));
        }
        awaitSequences(stream, "1");
        assertThat(reasons(stream)).isEmpty();
    }

    @Test
    void poison_parks_its_stream_and_no_other() {
        String sick = stream();
        String well = stream();
        try (Heard planner = Heard.from("planner")) {
            planner.publish(sick, "SomethingSaid", POISON, Instant.now());
            planner.publish(sick, "SomethingSaid", HELLO, Instant.now());
            planner.publish(well, "SomethingSaid", HELLO, Instant.now());
        }
        awaitSequences(well, "1");
        await().untilAsserted(
                        () -> assertThat(reasons(sick)).containsExactly("unreadable", "waits"));
        assertThat(sequences(sick)).isEmpty();
    }

    @Test
    void another_history_of_the_same_place_is_parked() {
        String stream = stream();
        try (Heard planner = Heard.from("planner");
                Heard impostor = Heard.from("planner")) {
            planner.publish(stream, "SomethingSaid", HELLO, Instant.now());
            awaitSequences(stream, "1");
            impostor.publish(stream, "SomethingSaid", HELLO, Instant.now());
        }
        await().untilAsserted(() -> assertThat(reasons(stream)).containsExactly("forked-history"));
    }
}
