package dev.interlude.planner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is at work, and who and what would be in two places, over HTTP. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class BoardIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String WINDOW = "/api/v1/windows/{id}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String team = "quay-" + run;
    private final String crane = "crane-" + run;

    /** People of this run, who drive nothing else. */
    private final String ida = "ida-" + run;

    private final String jan = "jan-" + run;
    private final Rest asIda = Rest.as(member(ida, "planner", "operator"));
    private final Rest asJan = Rest.as(member(jan, "operator"));

    @Inject Log log;

    private String member(String person, String... roles) {
        var groups = new ArrayList<>(List.of(roles));
        groups.add("team:" + team);
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    @BeforeEach
    void catalogue() {
        for (String id : List.of(crane, "gate-" + run)) {
            Rest.as(Tokens.root()).send(Map.of("id", id, "name", id), "/api/v1/components");
        }
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, Object> plan(Instant start, String component, String driver, String buddy) {
        var body = new HashMap<String, Object>();
        body.put("title", "Grease the " + component);
        body.put("publicText", "Away.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", team);
        body.put("components", List.of(Map.of("id", component, "impact", "DEGRADED")));
        body.put("crew", Map.of("driver", driver, "buddy", buddy));
        return body;
    }

    private String planned(Map<String, Object> body) {
        return asIda.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    private void seen(String id, String state) {
        asIda.await(
                "/api/v1/calendar?team=" + team + "&to=" + now().plus(Duration.ofDays(60)),
                page ->
                        page.body(
                                "items.findAll { it.id == '" + id + "' }.state",
                                equalTo(List.of(state))));
    }

    @Test
    void the_board_shows_what_is_at_work_and_needs_somebody_first() {
        var body = plan(now().minus(Duration.ofMinutes(5)), crane, ida, jan);
        body.put("kind", "EMERGENCY");
        body.put("upTo", "InProgress");
        String calm = planned(body);
        body.put("crew", Map.of("driver", jan, "buddy", ida));
        body.put("components", List.of(Map.of("id", "gate-" + run, "impact", "OUTAGE")));
        String urgent = planned(body);
        Instant late = now().plus(Duration.ofHours(4));
        try (Heard checklist = Heard.from("checklist")) {
            UUID heard =
                    checklist.publish(
                            "forecast-" + urgent,
                            "ForecastChanged",
                            Map.of("windowId", urgent, "p50", late, "p90", late.plusSeconds(60)));
            asIda.with("Interlude-After", heard.toString()).get(WINDOW, urgent).statusCode(200);
        }
        asJan.send(Map.of("reason", "Smoke"), WINDOW + "/holds", urgent).statusCode(201);
        asIda.await(
                "/api/v1/board?team=" + team,
                board ->
                        board.statusCode(200)
                                .body("items.id", equalTo(List.of(urgent, calm)))
                                .body("items[0].held", equalTo(true))
                                .body("items[0].holds.reason", equalTo(List.of("Smoke")))
                                .body("items[0].p50", equalTo(late.toString()))
                                .body("items[0].slack", notNullValue())
                                .body("items[0].nextUpdateBy", notNullValue())
                                .body("items[0].crew", hasItem(Tokens.idOf(jan)))
                                .body("items[1].held", equalTo(false))
                                .body("items[1].slack", nullValue())
                                .body("now", notNullValue()));
        asIda.get("/api/v1/board?team=nobody").statusCode(200).body("items", empty());
        asIda.get("/api/v1/board?team=No+Slug").statusCode(422);
        given().get("/api/v1/board").then().statusCode(401);
    }

    @Test
    void a_driver_is_in_one_place_whatever_is_asked() {
        Instant start = now().plus(Duration.ofDays(5));
        String first = planned(plan(start, crane, ida, jan));
        String second = planned(plan(start.plusSeconds(1800), "gate-" + run, ida, "kim-" + run));
        asIda.post(WINDOW + "/announcement", first).statusCode(200);
        seen(first, "Announced");

        // what was planned before is not announced, what is new is not planned
        asIda.post(WINDOW + "/announcement?dryRun=true", second)
                .statusCode(409)
                .body("code", equalTo("driver-booked"));
        asIda.post(WINDOW + "/announcement", second)
                .statusCode(409)
                .body("code", equalTo("driver-booked"))
                .body("windowId", equalTo(first))
                .body("start", equalTo(start.toString()));
        asIda.send(plan(start, "gate-" + run, ida, "kim-" + run), WINDOWS)
                .statusCode(409)
                .body("code", equalTo("driver-booked"));
        // nor does whoever drives there help out as a buddy here
        asIda.send(plan(start, "gate-" + run, "kim-" + run, ida), WINDOWS).statusCode(409);
        var emergency = plan(start, "gate-" + run, ida, "kim-" + run);
        emergency.put("kind", "EMERGENCY");
        emergency.put("start", now().toString());
        emergency.put("end", start.plusSeconds(60).toString());
        asIda.send(emergency, WINDOWS)
                .statusCode(201)
                .body("warnings.code", hasItem("double-booking"));

        // it may be moved away, and then not back
        String etag = asIda.get(WINDOW, second).extract().header("ETag");
        Instant later = start.plus(Duration.ofDays(1));
        String moves = WINDOW + "/moves";
        asIda.with("If-Match", etag)
                .send(Map.of("start", later.toString(), "reason", "Ida"), moves, second)
                .statusCode(201)
                .body("warnings", hasSize(0));
        etag = asIda.get(WINDOW, second).extract().header("ETag");
        asIda.with("If-Match", etag)
                .send(Map.of("start", start.toString(), "reason", "Back"), moves, second)
                .statusCode(409)
                .body("code", equalTo("driver-booked"));
        asIda.post(WINDOW + "/announcement", second).statusCode(200);
        // who says no to the one is free for another
        String no =
                asIda.send(Map.of("reason", "Away"), WINDOW + "/crew/declination", first)
                        .statusCode(200)
                        .extract()
                        .header("Interlude-Event");
        asIda.with("Interlude-After", no)
                .send(plan(start, "gate-" + run, ida, "kim-" + run), WINDOWS)
                .statusCode(201);
    }

    @Test
    void a_move_says_what_else_takes_place_then() {
        Instant start = now().plus(Duration.ofDays(9));
        String first = planned(plan(start, crane, ida, jan));
        asIda.post(WINDOW + "/announcement", first).statusCode(200);
        String second =
                planned(plan(start.plus(Duration.ofDays(2)), crane, "kim-" + run, "lea-" + run));
        seen(first, "Announced");
        String etag = asIda.get(WINDOW, second).extract().header("ETag");
        var move = Map.of("start", start.plusSeconds(600).toString(), "reason", "Together");
        asIda.with("If-Match", etag)
                .send(move, WINDOW + "/moves?dryRun=true", second)
                .statusCode(200)
                .body("warnings.code", equalTo(List.of("collision")));
        asIda.with("If-Match", etag)
                .send(move, WINDOW + "/moves", second)
                .statusCode(201)
                .body("warnings.code", equalTo(List.of("collision")))
                .body("warnings[0].collision.kind", equalTo("SAME_COMPONENT"))
                .body("warnings[0].collision.windowId", equalTo(first));
    }
}
