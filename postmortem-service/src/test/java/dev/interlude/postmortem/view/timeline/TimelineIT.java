package dev.interlude.postmortem.view.timeline;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.PublishedEvent;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class TimelineIT {

    private final Instant t0 = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Heard planner = Heard.from("planner");
    private final Heard checklist = Heard.from("checklist");

    private final String window = UUID.randomUUID().toString();

    @AfterEach
    void hang_up() {
        planner.close();
        checklist.close();
    }

    @Test
    void every_event_about_the_window_is_told_in_a_sentence() {
        planned();
        UUID last = publish("WindowStarted", Map.of("windowId", window), 1);
        List<Map<String, Object>> entries = entries(timeline(last, ""));
        assertThat(summaries(entries))
                .containsExactly(
                        "Planned 'Move RabbitMQ' for Sat 28 Nov 2026 02:00 to 04:00"
                                + " (Europe/Berlin)",
                        "Started by " + Tokens.idOf("ana"));
        assertThat(entries.getFirst())
                .containsKeys(
                        "index",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "sequence",
                        "actor",
                        "occurredAt",
                        "recordedAt",
                        "summary",
                        "data");
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        planned();
        PublishedEvent started = event("WindowStarted", 5);
        planner.send(started, json(Map.of("windowId", window)));
        planner.send(started, json(Map.of("windowId", window)));
        UUID last = publish("VerificationBegan", Map.of("windowId", window), 6);
        assertThat(names(timeline(last, "")))
                .containsExactly("WindowPlanned", "WindowStarted", "VerificationBegan");
    }

    @Test
    void a_pair_that_comes_out_of_order_is_told_in_order_when_it_is_heard_again() {
        planned();
        PublishedEvent first = event("WindowStarted", 4);
        PublishedEvent second = event("VerificationBegan", 4);
        planner.send(second, json(Map.of("windowId", window)));
        planner.send(first, json(Map.of("windowId", window)));
        planner.send(second, json(Map.of("windowId", window)));
        assertThat(names(timeline(second.id(), "")))
                .containsExactly("WindowPlanned", "WindowStarted", "VerificationBegan");
    }

    @Test
    void an_unknown_type_is_told_by_its_name() {
        planned();
        UUID last = publish("HoldDreamtOf", Map.of("windowId", window, "reason", "alarm"), 1);
        assertThat(summaries(entries(timeline(last, "")))).last().isEqualTo("Hold dreamt of");
    }

    @Test
    void events_come_by_both_times() {
        planned();
        publish("WindowStarted", Map.of("windowId", window), 2);
        var late = event("ProgressPosted", 1);
        planner.send(
                new PublishedEvent(
                        late.source(),
                        late.stream(),
                        late.sequence(),
                        late.position(),
                        late.type(),
                        late.id(),
                        late.actor(),
                        t0.plusSeconds(1),
                        t0.plusSeconds(9),
                        1,
                        null),
                json(Map.of("windowId", window, "ordinal", 1)));
        assertThat(names(timeline(late.id(), "")))
                .containsExactly("WindowPlanned", "WindowStarted", "ProgressPosted");
        assertThat(names(timeline(late.id(), "?order=occurred")))
                .containsExactly("WindowPlanned", "ProgressPosted", "WindowStarted");
        assertThat(names(timeline(late.id(), "?asOf=" + t0.plusSeconds(5))))
                .containsExactly("WindowPlanned", "WindowStarted");
        assertThat(names(timeline(late.id(), "?by=occurred&asOf=" + t0.plusSeconds(1))))
                .containsExactly("WindowPlanned", "ProgressPosted");
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        planned();
        UUID last = UUID.randomUUID();
        for (int i = 1; i <= 6; i++) {
            last = publish("ProgressPosted", Map.of("windowId", window, "ordinal", i), 3);
        }
        List<Object> seen = new ArrayList<>();
        Response page = timeline(last, "?limit=3");
        int pages = 0;
        while (true) {
            pages++;
            seen.addAll(page.jsonPath().getList("index"));
            String link = page.header("Link");
            if (link == null) {
                break;
            }
            page = as(Tokens.otto()).get(link.substring(1, link.indexOf('>')));
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void a_poisoned_stream_waits_and_others_go_on() {
        planned();
        var poison = event("WindowExtended", 2);
        planner.send(poison, "{\"previousEnd\":[".getBytes(StandardCharsets.UTF_8));
        UUID other =
                checklist.publish(
                        "checklist-" + window,
                        "ChecklistDrafted",
                        json(Map.of("windowId", window, "title", "T")),
                        t0.plusSeconds(3));
        assertThat(names(timeline(other, ""))).containsExactly("WindowPlanned", "ChecklistDrafted");
    }

    @Test
    void markdown_is_a_table_in_the_zone_of_the_window() {
        planned();
        UUID last = publish("WindowCancelled", Map.of("windowId", window, "reason", "a|b <i>"), 1);
        String text =
                as(Tokens.otto())
                        .header("Interlude-After", last)
                        .accept("text/markdown")
                        .get("/api/v1/timelines/" + window)
                        .then()
                        .statusCode(200)
                        .contentType("text/markdown")
                        .extract()
                        .asString();
        assertThat(text)
                .startsWith("# Timeline of Move RabbitMQ\n")
                .contains("Europe/Berlin")
                .contains("Cancelled: a\\|b &lt;i>");
    }

    @Test
    void a_window_that_nobody_knows_has_no_timeline() {
        for (String unknown : List.of(UUID.randomUUID().toString(), "M-999999", "nothing")) {
            as(Tokens.otto())
                    .get("/api/v1/timelines/" + unknown)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order=sideways",
        "by=nobody",
        "asOf=yesterday",
        "limit=0",
        "limit=201",
        "limit=many",
        "cursor=AAAA",
        "cursor=%25"
    })
    void a_question_that_makes_no_sense_is_told_so(String query) {
        planned();
        as(Tokens.otto())
                .urlEncodingEnabled(false)
                .get("/api/v1/timelines/" + window + "?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void timelines_are_for_staff() {
        String path = "/api/v1/timelines/" + window;
        RestAssured.get(path).then().statusCode(401);
        as(Tokens.service("planner")).get(path).then().statusCode(403);
        for (String token :
                List.of(Tokens.otto(), Tokens.ana(), Tokens.ben(), Tokens.carla(), Tokens.root())) {
            as(token).get(path).then().statusCode(404);
        }
    }

    private UUID planned() {
        return publish(
                "WindowPlanned",
                Map.of(
                        "windowId", window,
                        "title", "Move RabbitMQ",
                        "zone", "Europe/Berlin",
                        "start", "2026-11-28t01:00:00Z",
                        "end", "2026-11-28t03:00:00Z"),
                0);
    }

    private UUID publish(String name, Object data, int seconds) {
        return planner.publish("window-" + window, name, json(data), t0.plusSeconds(seconds));
    }

    private PublishedEvent event(String name, int seconds) {
        return planner.next("window-" + window, name, t0.plusSeconds(seconds));
    }

    private Response timeline(UUID after, String query) {
        var answer = new Response[1];
        await().untilAsserted(() -> {
            answer[0] =
                    as(Tokens.otto())
                            .header("Interlude-After", after)
                            .get("/api/v1/timelines/" + window + query);
            assertThat(answer[0].statusCode()).isEqualTo(200);
        });
        return answer[0];
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static List<Map<String, Object>> entries(Response response) {
        return response.jsonPath().getList("$");
    }

    private static List<Object> summaries(List<Map<String, Object>> entries) {
        return entries.stream().map(e -> e.get("summary")).toList();
    }

    private static List<String> names(Response response) {
        return response.jsonPath().<String>getList("type").stream()
                .map(type -> type.split("\\.", -1)[3])
                .toList();
    }

    private static byte[] json(Object value) {
        return LogJson.write(value);
    }
}
