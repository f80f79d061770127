package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.story.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The story, from planning to the post-mortem that is due, by REST only. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class StoryIT {

    /** Of the fourteen two are rollback steps. */
    private static final int STEPS = 12;

    private static final Duration STILL = Duration.ofSeconds(5);

    @TempDir static Path folder;

    private Night night;
    private Variables variables;

    @BeforeAll
    void begin() {
        night = Night.in(folder);
    }

    @AfterAll
    void end() throws Exception {
        String version = System.getProperty("golden.release");
        if (version != null) {
            ReleasedLogs.write(night, version);
        }
        night.close();
    }

    @Test
    @Order(1)
    void it_is_told_in_few_acts_and_after_each_the_world_shows_it() {
        var acts = new ActCount();
        variables = night.player(acts).play();
        acts.assertFew(STEPS);
        Outcome.assertSame(night, variables);
    }

    @Test
    @Order(2)
    void after_the_last_act_the_logs_stand_still() {
        Map<String, Double> heads = heads();
        Awaitility.await()
                .during(STILL)
                .atMost(STILL.plusSeconds(5))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(heads()).isEqualTo(heads));
    }

    @Test
    @Order(3)
    void every_event_on_the_topics_validates_against_its_schema() {
        List<PublishedRecord> records = night.records();
        assertThat(records).hasSizeGreaterThan(100);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(Schemas.errors(record.type(), record.data()))
                                .as(record.type())
                                .isEmpty());
    }

    @Test
    @Order(4)
    void every_stream_is_on_its_topic_once_and_without_a_gap() {
        Map<String, List<Long>> streams = new HashMap<>();
        night.records()
                .forEach(record ->
                        streams.computeIfAbsent(
                                        record.source() + " " + record.subject(),
                                        _ -> new ArrayList<>())
                                .add(record.sequence()));
        streams.forEach((stream, sequences) ->
                assertThat(sequences)
                        .as(stream)
                        .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
    }

    @Test
    @Order(5)
    void every_record_has_the_headers_that_the_contract_of_the_topics_lists() {
        JsonNode headers = Schemas.yaml("asyncapi.yaml").at("/components/schemas/headers");
        Set<String> known = new TreeSet<>();
        headers.path("properties").fieldNames().forEachRemaining(known::add);
        Set<String> required = new TreeSet<>();
        headers.path("required").forEach(name -> required.add(name.asText()));
        assertThat(night.records())
                .allSatisfy(record -> {
                    assertThat(record.headers()).containsAll(required);
                    assertThat(known).containsAll(record.headers());
                });
    }

    @Test
    @Order(6)
    void the_public_topic_says_what_the_stream_said() {
        String window = variables.get("window");
        assertThat(
                        night.records().stream()
                                .filter(r -> r.topic().equals("interlude.notices.v1"))
                                .filter(r -> r.key().equals(window))
                                .map(r -> Schemas.tree(r.data()).path("kind").asText()))
                .containsExactlyElementsOf(night.listener().kinds(window));
    }

    private Map<String, Double> heads() {
        return Metrics.heads(night.stage().services());
    }
}
