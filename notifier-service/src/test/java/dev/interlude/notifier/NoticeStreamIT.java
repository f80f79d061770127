package dev.interlude.notifier;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class NoticeStreamIT {

    @TestHTTPResource("/stream")
    URI stream = URI.create("");

    private static void awaitSeen(SseClient client, UUID notice) {
        await().untilAsserted(() ->
                assertThat(client.received())
                        .anySatisfy(e -> assertThat(e.data()).contains(notice.toString())));
    }

    @Test
    void notices_come_as_they_are_published_and_are_resumed_where_one_left() throws Exception {
        var planner = new Planner();
        planner.plan();
        UUID announced = planner.announce();
        try (var client = SseClient.open(stream, "1-0")) {
            awaitSeen(client, announced);
            UUID started = planner.start();
            awaitSeen(client, started);
            var last = client.received().getLast();
            assertThat(last.event()).isEqualTo("notice");
            assertThat(last.id()).matches("1-[0-9]+");
            assertThat(LogJson.mapper().readTree(last.data()).path("kind").asText())
                    .isEqualTo("STARTED");
        }
        String left;
        try (var client = SseClient.open(stream, "1-0")) {
            awaitSeen(client, announced);
            left =
                    client.received().stream()
                            .filter(e -> e.data().contains(announced.toString()))
                            .findFirst()
                            .orElseThrow()
                            .id();
        }
        UUID extended = planner.extend();
        try (var client = SseClient.open(stream, left)) {
            awaitSeen(client, extended);
            assertThat(client.received())
                    .filteredOn(e -> e.data().contains(planner.window))
                    .extracting(e -> LogJson.mapper().readTree(e.data()).path("kind").asText())
                    .containsExactly("STARTED", "EXTENDED");
        }
    }
}
