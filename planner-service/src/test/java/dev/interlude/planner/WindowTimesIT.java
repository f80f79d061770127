package dev.interlude.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time of a window and what is told of it, over HTTP, on a real database and broker. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class WindowTimesIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String WINDOW = "/api/v1/windows/{id}";

    private final Rest ana = Rest.as(Tokens.ana());
    private final Rest ben = Rest.as(Tokens.ben());
    private final Rest carla = Rest.as(Tokens.carla());

    @Inject Log log;

    @BeforeEach
    void catalogue() {
        Rest.as(Tokens.root()).send(Map.of("id", "api", "name", "API"), "/api/v1/components");
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, Object> plan(Instant start, Map<String, Object> more) {
        var body = new HashMap<String, Object>();
        body.put("title", "Move RabbitMQ");
        body.put("publicText", "Builds stop at {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("components", List.of(Map.of("id", "api", "impact", "OUTAGE")));
        body.putAll(more);
        return body;
    }

    private String planned(Instant start, Map<String, Object> more) {
        return ana.send(plan(start, more), WINDOWS).statusCode(201).extract().path("id");
    }

    private String announced(Instant start) {
        String id = planned(start, Map.of());
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        return id;
    }

    private String seen(String id) {
        return ana.get(WINDOW, id).extract().header("ETag");
    }

    private List<LogEvent> events(String id) {
        return log.stream("planner", "window-" + id, 0, 1_000).await().atMost(Patience.MOST);
    }

    private List<String> names(String id) {
        events(id).forEach(e -> Contracts.validateShape(e.type(), e.data()));
        return events(id).stream().map(LogEvent::name).toList();
    }

    @Test
    void a_window_moves_and_everything_about_its_time_moves_with_it() {
        Instant start = now().plus(Duration.ofDays(4));
        Instant later = start.plus(Duration.ofDays(7));
        String id = announced(start);
        var move = Map.of("start", later.toString(), "reason", "parts are late");
        ana.send(move, WINDOW + "/moves", id)
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        ana.with("If-Match", seen(id))
                .send(move, WINDOW + "/moves?dryRun=true", id)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("moves[0].noticeRequired", equalTo("PT72H"));
        ana.with("If-Match", seen(id))
                .send(move, WINDOW + "/moves", id)
                .statusCode(201)
                .header("Location", containsString("/windows/" + id + "/moves/1"))
                .body("start", equalTo(later.toString()))
                .body("end", equalTo(later.plus(Duration.ofHours(2)).toString()))
                .body("events[0].type", equalTo("dev.interlude.planner.WindowMoved.v1"));
        ben.get(WINDOW + "/moves/1", id)
                .statusCode(200)
                .body("previousStart", equalTo(start.toString()))
                .body("announced", equalTo(true))
                .body("noticeGiven", notNullValue());
        ben.get(WINDOW + "/moves/2", id).statusCode(404);
        ana.with("If-Match", seen(id))
                .send(move, WINDOW + "/moves", id)
                .statusCode(200)
                .header("Location", nullValue())
                .body("events", empty());
        Clocks.forwardTo(start.plus(Duration.ofHours(3)));
        assertThat(names(id)).containsExactly("WindowPlanned", "WindowAnnounced", "WindowMoved");
        ana.await(
                WINDOWS + "?from=" + later + "&to=" + later.plusSeconds(1),
                page -> page.body("items.findAll { it.id == '" + id + "' }", hasSize(1)));
        Clocks.forwardTo(later.minus(Duration.ofHours(24)));
        Clocks.forwardTo(later.minus(Duration.ofHours(1)));
        ana.get(WINDOW, id).body("reminders.fate", contains("SENT", "SENT"));
    }

    @Test
    void a_delay_is_told_within_the_tolerance_and_refused_above_it() {
        Instant start = now().plus(Duration.ofDays(4));
        String id = announced(start);
        Clocks.forwardTo(start.minus(Duration.ofMinutes(10)));
        ana.with("If-Match", seen(id))
                .send(
                        Map.of("start", start.plusSeconds(7200).toString(), "reason", "late"),
                        WINDOW + "/moves",
                        id)
                .statusCode(409)
                .body("code", equalTo("notice-too-short"))
                .body("required", equalTo("PT72H"));
        ana.with("If-Match", seen(id))
                .send(
                        Map.of("start", start.plusSeconds(3600).toString(), "reason", "late"),
                        WINDOW + "/moves",
                        id)
                .statusCode(201)
                .body("moves[0].noticeGiven", nullValue());
    }

    @Test
    void what_is_late_says_so_by_itself_and_once() {
        Instant start = now().plus(Duration.ofDays(4));
        String id = announced(start);
        Clocks.forwardTo(start.plus(Duration.ofMinutes(4)));
        ana.get(WINDOW, id).body("flags", empty());
        Clocks.forwardTo(start.plus(Duration.ofMinutes(5)));
        Clocks.forwardTo(start.plus(Duration.ofMinutes(50)));
        ana.get(WINDOW, id).body("flags", contains("delayed"));
        assertThat(names(id)).filteredOn("StartDelayed"::equals).hasSize(1);
    }

    @Test
    void an_emergency_at_night_takes_one_request() {
        Instant start = now().minus(Duration.ofMinutes(20));
        var body =
                plan(
                        start,
                        Map.of(
                                "kind", "EMERGENCY",
                                "crew", Map.of("driver", "ana", "buddy", "ben"),
                                "upTo", "InProgress"));
        ana.send(body, WINDOWS + "?dryRun=true").statusCode(200).body("events", hasSize(5));
        String id =
                ana.send(body, WINDOWS)
                        .statusCode(201)
                        .body("state", equalTo("InProgress"))
                        .body("kind", equalTo("EMERGENCY"))
                        .body("startedAt", equalTo(start.toString()))
                        .body("notice.tooShort", equalTo(true))
                        .body("nextUpdateDue", notNullValue())
                        .extract()
                        .path("id");
        ben.post(WINDOW + "/crew/acceptance", id)
                .statusCode(200)
                .body("crew.buddy.accepted", equalTo(true));
        Instant due = Instant.parse(ana.get(WINDOW, id).extract().path("nextUpdateDue"));
        Clocks.forwardTo(due.plusSeconds(1));
        ben.send(Map.of("publicText", "The disk is replaced."), WINDOW + "/updates", id)
                .statusCode(201);
        Clocks.forwardBy(Duration.ofMinutes(31));
        assertThat(names(id)).filteredOn("UpdateDue"::equals).hasSize(2);
        ana.send(plan(start, Map.of("upTo", "Announced")), WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/start"));
    }

    @Test
    void the_work_of_a_provider_is_followed_by_hand() {
        String id = planned(now().plus(Duration.ofHours(2)), Map.of("kind", "PROVIDER"));
        ana.post(WINDOW + "/announcement", id)
                .statusCode(200)
                .body("notice.tooShort", equalTo(true))
                .body("gates.gate", contains("notice"));
        ben.post(WINDOW + "/start", id).statusCode(200);
        ben.send(Map.of("outcome", "SUCCEEDED"), WINDOW + "/completion", id)
                .statusCode(200)
                .body("state", equalTo("Completed"));
        ana.send(
                        plan(
                                now().plus(Duration.ofHours(2)),
                                Map.of("kind", "REHEARSAL", "audience", "PUBLIC")),
                        WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/audience"));
    }

    @Test
    void a_tentative_window_is_confirmed() {
        String id = planned(now().plus(Duration.ofDays(4)), Map.of("tentative", true));
        ana.get(WINDOW, id).body("flags", contains("tentative"));
        ben.post(WINDOW + "/confirmation", id).statusCode(403);
        ana.post(WINDOW + "/confirmation", id).statusCode(200).body("flags", empty());
        ana.post(WINDOW + "/confirmation", id).statusCode(200).body("events", empty());
    }

    @Test
    void a_text_that_slipped_is_replaced() {
        Instant start = now().plus(Duration.ofDays(4));
        String id = announced(start);
        ana.post(WINDOW + "/corrections", id).statusCode(422);
        String slipped =
                carla.send(Map.of("publicText", "Channel 7."), WINDOW + "/updates", id)
                        .statusCode(201)
                        .extract()
                        .header("Interlude-Event");
        carla.send(Map.of("publicText", "All is well."), WINDOW + "/updates", id).statusCode(201);
        carla.send(
                        Map.of("publicText", "Nothing is lost.", "of", slipped),
                        WINDOW + "/corrections",
                        id)
                .statusCode(200)
                .body("updates[0].publicText.en", equalTo("Nothing is lost."))
                .body("updates[0].eventId", equalTo(slipped))
                .body("updates[1].publicText.en", equalTo("All is well."));
        carla.send(
                        Map.of("publicText", "x", "of", UUID.randomUUID().toString()),
                        WINDOW + "/corrections",
                        id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/of"));
        assertThat(names(id)).endsWith("TextCorrected");
    }

    @Test
    void an_impact_that_is_as_it_was_makes_nothing() {
        String id = planned(now().plus(Duration.ofHours(1)), Map.of("kind", "PROVIDER"));
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        ana.post(WINDOW + "/start", id).statusCode(200);
        ana.send(
                        Map.of("components", List.of(Map.of("id", "api", "impact", "OUTAGE"))),
                        WINDOW + "/impacts",
                        id)
                .statusCode(200)
                .header("Location", nullValue())
                .body("events", empty());
    }
}
