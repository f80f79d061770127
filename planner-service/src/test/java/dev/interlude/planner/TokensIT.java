package dev.interlude.planner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The calendar of staff by token, over HTTP, on a real database. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class TokensIT {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String ICS = "/api/v1/calendar.ics";
    private static final String WINDOWS = "/api/v1/windows";
    private static final String TEAM = "lighthouse";

    private final Rest ana = Rest.as(member("ana", "planner", "operator"));
    private final Rest ben = Rest.as(member("ben", "operator"));
    private final Rest root = Rest.as(Tokens.root());

    @Inject Log log;

    private static String member(String person, String... roles) {
        var groups = new ArrayList<>(List.of(roles));
        groups.add("team:" + TEAM);
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Response calendar(String token, String... more) {
        return given().get(ICS + "?token=" + token + String.join("", more));
    }

    private static ICalendar read(Response answer) {
        return Biweekly.parse(answer.then().statusCode(200).extract().asString()).first();
    }

    private String planned(Instant start) {
        root.send(Map.of("id", "lamp", "name", "Lamp"), "/api/v1/components");
        var body = new HashMap<String, Object>();
        body.put("title", "Clean the lamp");
        body.put("publicText", "Dark from {{start}}.");
        body.put("internalText", "Take the long ladder.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", TEAM);
        body.put("components", List.of(Map.of("id", "lamp", "impact", "OUTAGE")));
        return ana.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    @Test
    void a_token_is_shown_once_opens_the_calendar_only_and_is_taken_back_at_once() {
        var made =
                ana.send(Map.of("label", "Phone", "team", TEAM), TOKENS)
                        .statusCode(201)
                        .header("Location", containsString(TOKENS + "/"))
                        .body("token", startsWith("ical_"))
                        .body("scope", equalTo("CALENDAR"))
                        .body("revokedAt", nullValue());
        String id = made.extract().path("id");
        String token = made.extract().path("token");
        ana.get(TOKENS + "/" + id)
                .statusCode(200)
                .body("label", equalTo("Phone"))
                .body(not(containsString(token)));
        ana.await(TOKENS, page -> page.body("items.id", hasItem(id)));
        ana.get(TOKENS).body(not(containsString(token)));
        Awaitility.await().atMost(Patience.MOST).until(() -> calendar(token).statusCode() == 200);
        given().auth().oauth2(token).get(WINDOWS).then().statusCode(401);

        // somebody else's is not even there, but for admins and auditors
        ben.get(TOKENS + "/" + id).statusCode(404);
        ben.get(TOKENS).body("items.id", not(hasItem(id)));
        ben.get(TOKENS + "?everyone=true").statusCode(403).body("code", equalTo("role-missing"));
        assertThat(given().auth().oauth2(ben.token()).delete(TOKENS + "/" + id).statusCode())
                .isEqualTo(404);
        root.get(TOKENS + "?everyone=true").statusCode(200).body("items.id", hasItem(id));
        root.get(TOKENS + "/" + id).statusCode(200);
        calendar(token, "&team=other").then().statusCode(403).body(not(containsString(token)));

        given().auth()
                .oauth2(ana.token())
                .delete(TOKENS + "/" + id)
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("dev.interlude.planner.TokenRevoked.v1"));
        calendar(token).then().statusCode(401);
        given().auth()
                .oauth2(root.token())
                .delete(TOKENS + "/" + id)
                .then()
                .statusCode(200)
                .body("events.size()", equalTo(0));
    }

    @Test
    void the_same_request_again_does_not_show_the_token_again() {
        var once = ana.with("Idempotency-Key", UUID.randomUUID().toString());
        String id = once.send(Map.of("label", "Desk"), TOKENS).statusCode(201).extract().path("id");
        once.send(Map.of("label", "Desk"), TOKENS)
                .statusCode(201)
                .body("id", equalTo(id))
                .body("token", nullValue())
                .body("calendar", nullValue());
        ana.send(Map.of("label", "Desk"), TOKENS + "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("token", nullValue());
    }

    @Test
    void what_is_no_token_request_is_refused_with_its_place() {
        ana.send(Map.of(), TOKENS).statusCode(422).body("errors[0].pointer", equalTo("/label"));
        ana.send(Map.of("label", "x", "validFor", "P900D"), TOKENS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validFor"));
        ana.send(Map.of("label", "x", "scope", "EVERYTHING"), TOKENS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/scope"));
        Rest.as(Tokens.machine("ci", "planner"))
                .send(Map.of("label", "x"), TOKENS)
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        ana.get(TOKENS + "/nothing").statusCode(404);
        ana.get(TOKENS + "/" + UUID.randomUUID()).statusCode(404);
        given().get(TOKENS).then().statusCode(401);
    }

    @Test
    void nothing_that_is_said_or_logged_tells_a_token() {
        var said = new CopyOnWriteArrayList<String>();
        Handler listening = listening(said);
        Logger.getLogger("").addHandler(listening);
        String wrong = "ical_" + "x".repeat(43);
        String token;
        try {
            token = ana.send(Map.of("label", "Desk"), TOKENS).extract().path("token");
            for (String one : List.of(wrong, "ical_short", "", "%00", token)) {
                Response answer = calendar(one, "&team=No+Slug");
                assertThat(answer.statusCode()).isIn(401, 422);
                if (!one.isEmpty()) {
                    assertThat(answer.asString()).doesNotContain(one);
                }
            }
            given().get(ICS)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"))
                    .header("Cache-Control", "no-store");
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
        assertThat(said).noneMatch(line -> line.contains(token) || line.contains(wrong));
    }

    private static Handler listening(List<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getMessage() + " " + List.of(parameters(entry)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static Object[] parameters(LogRecord entry) {
        Object[] some = entry.getParameters();
        return some == null
                ? new Object[0]
                : java.util.Arrays.stream(some).map(String::valueOf).toArray();
    }

    @Test
    void a_window_keeps_its_entry_whatever_becomes_of_it() {
        String token = ana.send(Map.of("label", "Desk"), TOKENS).extract().path("token");
        Instant start = now().plus(Duration.ofDays(6));
        String id = planned(start);
        VEvent planned = entry(token, id, 0);
        assertThat(planned.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(planned.getSummary().getValue()).contains("Clean the lamp");
        assertThat(planned.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(calendar(token).asString())
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "DTSTART;TZID=Europe/Berlin:")
                .doesNotContain("ladder");

        ana.post(WINDOWS + "/" + id + "/announcement").statusCode(200);
        assertThat(entry(token, id, 1).getStatus().getValue()).isEqualTo("CONFIRMED");
        Instant later = start.plus(Duration.ofDays(1));
        ana.with("If-Match", ana.get(WINDOWS + "/" + id).extract().header("ETag"))
                .send(
                        Map.of("start", later.toString(), "reason", "Fog"),
                        WINDOWS + "/" + id + "/moves")
                .statusCode(201);
        assertThat(entry(token, id, 2).getDateStart().getValue().toInstant()).isEqualTo(later);
        ana.send(Map.of("reason", "Storm"), WINDOWS + "/" + id + "/cancellation").statusCode(200);
        assertThat(entry(token, id, 3).getStatus().getValue()).isEqualTo("CANCELLED");

        Response whole = calendar(token);
        assertThat(whole.contentType()).isEqualTo("text/calendar;charset=utf-8");
        assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");
        given().header("If-None-Match", whole.header("ETag"))
                .get(ICS + "?token=" + token)
                .then()
                .statusCode(304)
                .header("ETag", whole.header("ETag"));
        assertThat(read(calendar(token, "&component=sails")).getEvents())
                .noneMatch(event -> event.getUid().getValue().equals(id));
    }

    /** The entry of that window as soon as it has changed so often. */
    private static VEvent entry(String token, String id, int sequence) {
        return Awaitility.await()
                .atMost(Patience.MOST)
                .until(
                        () ->
                                read(calendar(token)).getEvents().stream()
                                        .filter(event -> event.getUid().getValue().equals(id))
                                        .findFirst(),
                        found ->
                                found.isPresent()
                                        && found.get().getSequence().getValue() == sequence)
                .orElseThrow();
    }

    @Test
    void an_occurrence_has_the_id_of_the_window_that_it_becomes() {
        String token = ana.send(Map.of("label", "Desk"), TOKENS).extract().path("token");
        root.send(Map.of("id", "lamp", "name", "Lamp"), "/api/v1/components");
        var series = new HashMap<String, Object>();
        series.put("title", "Oil the lamp");
        series.put("publicText", "Dim.");
        series.put("zone", "America/New_York");
        series.put("rule", "FREQ=MONTHLY;COUNT=6");
        series.put(
                "localStart",
                now().plus(Duration.ofDays(60)).toString().substring(0, 11) + "20:00");
        series.put("duration", "PT1H");
        series.put("team", TEAM);
        series.put("components", List.of(Map.of("id", "lamp", "impact", "DEGRADED")));
        String id = ana.send(series, "/api/v1/series").statusCode(201).extract().path("id");
        String next =
                ana.get("/api/v1/series/" + id + "/occurrences")
                        .extract()
                        .path("items[0].windowId");
        assertThat(entry(token, next, 0).getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(calendar(token).asString()).contains("DTSTART;TZID=America/New_York:");
        String local = series.get("localStart").toString();
        ana.post("/api/v1/series/" + id + "/occurrences/" + local + "/opening").statusCode(200);
        ana.await(WINDOWS + "/" + next, w -> w.statusCode(200).body("state", equalTo("Planned")));
        Awaitility.await()
                .atMost(Patience.MOST)
                .untilAsserted(() ->
                        assertThat(entry(token, next, 0).getSummary().getValue()).startsWith("M-"));
    }
}
