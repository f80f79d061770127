package dev.interlude.postmortem.reaction;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.PublishedEvent;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class PostmortemDueIT {

    private final Heard planner = Heard.from("planner");
    private final Heard checklist = Heard.from("checklist");

    private final String window = UUID.randomUUID().toString();

    @AfterEach
    void hang_up() {
        planner.close();
        checklist.close();
    }

    @Test
    void a_window_that_went_as_planned_needs_none() {
        tell(
                "WindowPlanned",
                Map.of("title", "T", "zone", "UTC", "start", Instant.EPOCH, "end", Instant.EPOCH));
        UUID last =
                tell("WindowCompleted", Map.of("outcome", "SUCCEEDED", "actualEnd", Instant.now()));
        assertThat(dueAfter(last)).isEmpty();
    }

    @Test
    void an_overrun_window_needs_one_and_only_one() {
        tell("WindowOverran", Map.of("end", Instant.now()));
        PublishedEvent completed =
                planner.next("window-" + window, "WindowCompleted", Instant.now());
        byte[] data =
                json(Map.of("windowId", window, "outcome", "PARTIAL", "actualEnd", Instant.now()));
        planner.send(completed, data);
        planner.send(completed, data);
        List<JsonNode> due = dueAfter(completed.id());
        assertThat(due).hasSize(1);
        assertThat(codes(due.getFirst())).containsExactly("overrun", "partial");
        assertThat(due.getFirst().path("actor").asText())
                .isEqualTo("reaction:WhenWindowClosedThenCallPostmortem");
        Contracts.validateShape(
                "dev.interlude.postmortem.PostmortemDue.v1", json(due.getFirst().path("data")));
    }

    @Test
    void what_the_planner_knew_of_the_checklist_is_waited_for() {
        PublishedEvent rejected =
                checklist.next("checklist-" + window, "StepRejected", Instant.now());
        tell(
                "ReadinessRecorded",
                Map.of("checklistSequence", 1, "prepared", true, "verified", true));
        UUID completed =
                tell("WindowCompleted", Map.of("outcome", "SUCCEEDED", "actualEnd", Instant.now()));
        assertThat(dueAfter(completed)).isEmpty();
        checklist.send(
                rejected,
                json(
                        Map.of(
                                "windowId",
                                window,
                                "stepId",
                                "watch",
                                "title",
                                "Watch",
                                "phase",
                                "VERIFY",
                                "reason",
                                "It hung")));
        List<JsonNode> due = dueAfter(rejected.id());
        assertThat(due).hasSize(1);
        assertThat(codes(due.getFirst())).containsExactly("step-failed", "verify-rejected");
    }

    private UUID tell(String name, Map<String, Object> data) {
        var all = new HashMap<>(data);
        all.put("windowId", window);
        return planner.publish("window-" + window, name, json(all), Instant.now());
    }

    private List<JsonNode> dueAfter(UUID event) {
        List<JsonNode> found = new ArrayList<>();
        await().untilAsserted(() -> {
            var answer =
                    RestAssured.given()
                            .auth()
                            .oauth2(Tokens.otto())
                            .header("Interlude-After", event)
                            .get("/api/v1/timelines/" + window);
            assertThat(answer.statusCode()).isEqualTo(200);
            found.clear();
            for (JsonNode entry : LogJson.mapper().readTree(answer.asString())) {
                if (entry.path("source").asText().equals("postmortem")) {
                    found.add(entry);
                }
            }
        });
        return found;
    }

    private static List<String> codes(JsonNode due) {
        return due.at("/data/reasons").findValuesAsText("code");
    }

    private static byte[] json(Object value) {
        return LogJson.write(value);
    }
}
