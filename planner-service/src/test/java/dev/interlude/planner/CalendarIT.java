package dev.interlude.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies, freezes, catalogue, slots and calendars over HTTP, on a real database. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class CalendarIT {

    private static final String POLICIES = "/api/v1/policies/notice";
    private static final String FREEZES = "/api/v1/freezes";
    private static final String WINDOWS = "/api/v1/windows";
    private static final String COMPONENTS = "/api/v1/components";

    private static final String TEAM = "harbour";

    private final Rest ana = Rest.as(ofTeam("ana", "planner", "operator"));
    private final Rest ben = Rest.as(ofTeam("ben", "operator"));
    private final Rest root = Rest.as(Tokens.root());
    private final Rest ruth = Rest.as(Tokens.person("ruth", "admin"));

    @Inject Log log;

    @BeforeEach
    void catalogue() {
        for (String id : List.of("harbour-mail", "harbour-shop")) {
            int status = root.send(Map.of("id", id, "name", id), COMPONENTS).extract().statusCode();
            assertThat(status).isIn(201, 409);
        }
    }

    /** Another team than that of other tests, which a policy would be in the way of. */
    private static String ofTeam(String person, String... roles) {
        var groups = Stream.concat(Stream.of(roles), Stream.of("team:" + TEAM));
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Asks when all that was answered so far is seen. */
    private static Rest after(Rest person, ValidatableResponse answer) {
        return person.with("Interlude-After", answer.extract().header("Interlude-Event"));
    }

    private static Map<String, Object> policy(String scope, String outage) {
        return Map.of(
                "scope",
                scope,
                "minimum",
                Map.of("PUBLIC", Map.of("OUTAGE", outage, "DEGRADED", "PT24H")),
                "mode",
                "REFUSE",
                "reason",
                "Customers asked");
    }

    private Map<String, Object> plan(Instant start, String component, String team) {
        var body = new HashMap<String, Object>();
        body.put("title", "Night of " + component);
        body.put("publicText", "It is away from {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", team);
        body.put("components", List.of(Map.of("id", component, "impact", "OUTAGE")));
        return body;
    }

    @Test
    void more_notice_is_one_persons_to_ask_for_and_less_takes_two() {
        ana.send(policy(TEAM, "PT168H"), POLICIES).statusCode(403);
        var changed =
                root.send(policy(TEAM, "PT168H"), POLICIES)
                        .statusCode(201)
                        .header("Location", containsString(POLICIES + "/" + TEAM + "/versions/1"))
                        .body("present.version", equalTo(1))
                        .body("inherited", equalTo(false))
                        .body("events.type", hasItem("dev.interlude.planner.PolicyChanged.v1"));
        root.send(policy(TEAM, "PT168H"), POLICIES).statusCode(200).body("events", hasSize(0));
        ana.get(POLICIES + "/" + TEAM + "/versions/1")
                .statusCode(200)
                .body("reason", equalTo("Customers asked"));
        after(ana, changed)
                .get(POLICIES)
                .statusCode(200)
                .body("items.scope", hasItems("default", TEAM));

        // a window of the team is judged by it
        String window =
                ana.send(plan(now().plus(Duration.ofDays(5)), "harbour-mail", TEAM), WINDOWS)
                        .statusCode(201)
                        .body("notice.required", equalTo("PT168H"))
                        .extract()
                        .path("id");
        ana.post(WINDOWS + "/{id}/announcement", window)
                .statusCode(409)
                .body("code", equalTo("notice-too-short"))
                .body("required", equalTo("PT168H"));

        root.send(policy(TEAM, "PT96H"), POLICIES)
                .statusCode(201)
                .header("Location", containsString("/" + TEAM + "/proposals/1"))
                .body("present.version", equalTo(1))
                .body("proposals[0].loosens", hasSize(1));
        root.post(POLICIES + "/" + TEAM + "/proposals/1/confirmation")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        ruth.post(POLICIES + "/" + TEAM + "/proposals/1/confirmation")
                .statusCode(200)
                .body("present.version", equalTo(2))
                .body("proposals[0].status", equalTo("CONFIRMED"));
        ana.post(WINDOWS + "/{id}/announcement", window)
                .statusCode(200)
                .body("events[0].data.policy.scope", equalTo(TEAM))
                .body("events[0].data.policy.version", equalTo(2))
                .body("events[0].data.noticeRequired", equalTo("PT96H"));
        // what it was judged by stays with it, and what it would have been is seen as of then
        root.send(policy(TEAM, "PT120H"), POLICIES)
                .statusCode(201)
                .body("present.version", equalTo(3));
        ana.get(WINDOWS + "/{id}", window)
                .body("notice.version", equalTo(2))
                .body("notice.required", equalTo("PT96H"));
        String then =
                ana.get(WINDOWS + "/{id}/history", window).extract().path("items[0].recordedAt");
        ana.get(WINDOWS + "/{id}?asOf=" + then, window)
                .body("notice.version", equalTo(1))
                .body("notice.required", equalTo("PT168H"));
        ruth.post(POLICIES + "/" + TEAM + "/proposals/1/rejection")
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        ruth.post(POLICIES + "/" + TEAM + "/proposals/9/confirmation").statusCode(404);
        ana.get(POLICIES + "/" + TEAM + "/proposals/1").statusCode(200);
        ana.get(POLICIES + "/" + TEAM + "/proposals/2").statusCode(404);
        ana.get(POLICIES + "/nobody").statusCode(200).body("inherited", equalTo(true));
        ana.get(POLICIES + "/No Scope").statusCode(404);
    }

    @Test
    void what_is_no_policy_is_refused_with_its_place() {
        root.send(policy(TEAM, "P100D"), POLICIES)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/minimum/PUBLIC/OUTAGE"));
        root.send(Map.of("mode", "MAYBE", "minimum", Map.of(), "reason", "x"), POLICIES)
                .statusCode(422);
        root.send(Map.of("mode", "WARN", "minimum", Map.of()), POLICIES).statusCode(422);
        root.send("{", POLICIES).statusCode(400);
    }

    private static Map<String, Object> once(String id, Instant start, Duration lasts) {
        return Map.of(
                "id",
                id,
                "title",
                "Freeze " + id,
                "zone",
                "Europe/Berlin",
                "start",
                start.toString(),
                "end",
                start.plus(lasts).toString(),
                "components",
                List.of("harbour-shop"));
    }

    @Test
    void a_freeze_closes_the_gate_of_windows_in_it_until_it_is_lifted() {
        Instant start = now().plus(Duration.ofDays(9));
        String id = "freeze-" + UUID.randomUUID();
        ana.send(once(id, start, Duration.ofDays(1)), FREEZES).statusCode(403);
        var declared =
                root.send(once(id, start, Duration.ofDays(1)), FREEZES)
                        .statusCode(201)
                        .header("Location", containsString(FREEZES + "/" + id));
        root.send(once(id, start, Duration.ofDays(1)), FREEZES)
                .statusCode(409)
                .body("code", equalTo("already-exists"));
        String inIt =
                after(ana, declared)
                        .send(plan(start.plusSeconds(3600), "harbour-shop", TEAM), WINDOWS)
                        .statusCode(201)
                        .extract()
                        .path("id");
        ana.get(WINDOWS + "/{id}", inIt)
                .body("gates.find { it.gate == 'freeze' }.passed", equalTo(false));
        String other =
                ana.send(plan(start.plusSeconds(3600), "harbour-mail", TEAM), WINDOWS)
                        .statusCode(201)
                        .body("gates.find { it.gate == 'freeze' }.passed", equalTo(true))
                        .extract()
                        .path("id");
        assertThat(other).isNotEqualTo(inIt);
        ana.get(FREEZES).statusCode(200).body("items.id", hasItem(id));
        ana.get(FREEZES + "?component=harbour-mail").body("items.id", not(hasItem(id)));
        ana.get(FREEZES + "?from=" + start.plus(Duration.ofDays(2)))
                .body("items.id", not(hasItem(id)));
        ana.get(FREEZES + "?from=then").statusCode(422);
        ana.get(FREEZES + "?from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z").statusCode(422);
        var lifted = root.post(FREEZES + "/{id}/lifting", id).statusCode(200);
        root.post(FREEZES + "/{id}/lifting", id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        after(ana, lifted)
                .get(WINDOWS + "/{id}", inIt)
                .body("gates.find { it.gate == 'freeze' }.passed", equalTo(true));
        ana.get(FREEZES + "/nothing-of-the-kind").statusCode(404);
    }

    @Test
    void a_freeze_recurs_by_a_rule_and_is_revised_with_if_match() {
        String id = "weekend-" + UUID.randomUUID();
        var terms = new HashMap<String, Object>();
        terms.put("title", "Weekends");
        terms.put("zone", "Europe/Berlin");
        terms.put("rule", "FREQ=WEEKLY");
        terms.put("localStart", "2027-01-01T16:00:00");
        terms.put("duration", "PT64H");
        terms.put("team", "nobody");
        var withId = new HashMap<>(terms);
        withId.put("id", id);
        String etag = root.send(withId, FREEZES).statusCode(201).extract().header("ETag");
        ana.get(FREEZES + "/{id}", id).statusCode(200);
        root.patch(terms, FREEZES + "/{id}", id)
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        terms.put("rule", "FREQ=DAILY;BYDAY=XX");
        root.with("If-Match", etag)
                .patch(terms, FREEZES + "/{id}", id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rule"));
        terms.put("rule", "FREQ=MONTHLY;BYDAY=1FR");
        root.with("If-Match", etag)
                .patch(terms, FREEZES + "/{id}", id)
                .statusCode(200)
                .body("terms.rule", equalTo("FREQ=MONTHLY;BYDAY=1FR"));
        root.with("If-Match", etag)
                .patch(terms, FREEZES + "/{id}", id)
                .statusCode(412)
                .body("code", equalTo("version-differs"));
        ana.get(FREEZES + "?team=nobody&from=2027-02-01T00:00:00Z&to=2027-03-01T00:00:00Z")
                .statusCode(200);
        assertThat(ben.post(FREEZES + "/{id}/lifting", id).extract().statusCode()).isEqualTo(403);
    }

    @Test
    void a_file_of_components_and_freezes_is_taken_whole_or_not_at_all() {
        var shop = Map.of("id", "file-shop", "name", "Shop", "dependsOn", List.of("file-db"));
        var db = Map.of("id", "file-db", "name", "Database", "dependsOn", List.of());
        var freeze =
                Map.of(
                        "id", "file-sale",
                        "title", "Sale",
                        "zone", "Europe/Berlin",
                        "rule", "FREQ=YEARLY",
                        "localStart", "2026-12-20T00:00:00",
                        "duration", "P14D",
                        "components", List.of("file-shop"));
        var file = Map.of("components", List.of(shop, db), "freezes", List.of(freeze));
        String path = COMPONENTS + "/import";
        ana.send(file, path).statusCode(403);
        root.send(file, path + "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("items.outcome", equalTo(List.of("added", "added", "added")));
        root.get(COMPONENTS + "/file-shop").statusCode(404);
        root.send(file, path)
                .statusCode(200)
                .body("items.outcome", equalTo(List.of("added", "added", "added")));
        Rest.as(Tokens.root()).await(COMPONENTS, all -> all.body("items.id", hasItem("file-db")));
        root.send(file, path)
                .statusCode(200)
                .body("items.outcome", equalTo(List.of("unchanged", "unchanged", "unchanged")));
        var circle = Map.of("id", "file-db", "name", "Database", "dependsOn", List.of("file-shop"));
        root.send(
                        Map.of(
                                "components", List.of(shop, circle),
                                "freezes", List.of(Map.of("title", "x", "zone", "Nowhere"))),
                        path)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(
                                List.of(
                                        "/components/0/dependsOn/0",
                                        "/components/1/dependsOn/0",
                                        "/freezes/0/id",
                                        "/freezes/0/zone")))
                .body("errors[1].rule", containsString("file-db needs file-shop needs file-db"));
        root.send(Map.of("components", List.of(Map.of("name", "x"))), path)
                .statusCode(422)
                .body("errors[0].pointer", containsString("/components/0/id"));
    }

    @Test
    void the_load_of_a_component_is_said_as_json_or_csv() {
        String path = COMPONENTS + "/harbour-mail/load-profile";
        var csv = new StringBuilder("weekday,hour,load\n");
        for (String day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")) {
            for (int hour = 0; hour < 24; hour++) {
                csv.append(day).append(',').append(hour).append(",").append(hour + 1).append('\n');
            }
        }
        root.csv(csv.toString(), path + "?zone=Europe/Berlin")
                .statusCode(200)
                .body("hours", hasSize(168))
                .body("events.type", hasItem("dev.interlude.planner.LoadProfileSet.v1"));
        ana.get(path).statusCode(200).body("zone", equalTo("Europe/Berlin"));
        root.csv("weekday,hour,load\nMON,24,1\nXXX,1,1\nMON,1,-1\n", path + "?zone=UTC")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("line 2", "line 3", "line 4")));
        root.csv("MON,0,1\n", path).statusCode(422);
        ana.csv(csv.toString(), path + "?zone=UTC").statusCode(403);
        ana.get(COMPONENTS + "/harbour-shop/load-profile").statusCode(404);
    }

    @Test
    void slots_are_ranked_with_reasons_and_a_driver_is_in_one_place() {
        Instant start = now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.DAYS);
        var body = plan(start.plus(Duration.ofHours(1)), "harbour-mail", TEAM);
        body.put("crew", Map.of("driver", "dora", "buddy", "ben"));
        var first = ana.send(body, WINDOWS).statusCode(201).body("warnings", hasSize(0));
        String booked = first.extract().path("id");
        Rest seen = after(ana, ana.post(WINDOWS + "/{id}/announcement", booked).statusCode(200));
        var second = plan(start.plus(Duration.ofHours(2)), "harbour-mail", TEAM);
        second.put("crew", Map.of("driver", "dora", "buddy", "emil"));
        seen.send(second, WINDOWS + "?dryRun=true")
                .statusCode(409)
                .body("code", equalTo("driver-booked"));
        second.put("crew", Map.of("driver", "emil", "buddy", "fritz"));
        var beside =
                ana.send(second, WINDOWS)
                        .statusCode(201)
                        .body("warnings.code", equalTo(List.of("collision")))
                        .body("warnings[0].collision.kind", equalTo("SAME_COMPONENT"));
        String id = beside.extract().path("id");
        ana.send(Map.of("driver", "dora", "buddy", "emil"), WINDOWS + "/{id}/crew", id)
                .statusCode(409)
                .body("code", equalTo("driver-booked"))
                .body("windowId", equalTo(booked));
        ana.get(WINDOWS + "/{id}/warnings", id).statusCode(200).body("items", hasSize(1));
        // somebody who is only short of hands is warned, in the answer to whatever takes them up
        ana.send(Map.of("driver", "emil", "buddy", "ben"), WINDOWS + "/{id}/crew", id)
                .statusCode(200)
                .body("warnings.code", equalTo(List.of("collision", "double-booking")));
        ana.post(WINDOWS + "/{id}/announcement?dryRun=true", id)
                .statusCode(200)
                .body("warnings.code", hasItem("collision"));
        ana.send(second, WINDOWS + "?dryRun=true")
                .statusCode(200)
                .body("warnings.code", hasItem("collision"));

        String asked =
                "/api/v1/slots?duration=PT2H&components=harbour-mail&zone=Europe/Berlin&from="
                        + start
                        + "&to="
                        + start.plus(Duration.ofDays(7));
        seen.get(asked + "&team=" + TEAM + "&limit=3")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].open", equalTo(true))
                .body("items[0].reasonsFor", not(hasSize(0)));
        ana.get("/api/v1/slots?components=harbour-mail").statusCode(422);
        ana.get("/api/v1/slots?duration=PT2H").statusCode(422);
        ana.get("/api/v1/slots?duration=PT2H&components=nothing-such").statusCode(422);
        ana.get("/api/v1/slots?duration=PT2H&components=harbour-mail:BAD").statusCode(422);
        ana.get("/api/v1/slots?duration=P9D&components=harbour-mail").statusCode(422);
        ana.get("/api/v1/slots?duration=PT2H&components=harbour-mail&zone=Mars").statusCode(422);
        Rest.as("no-token").get("/api/v1/slots").statusCode(401);

        // the same two in the calendar
        String calendar = "/api/v1/calendar?from=" + start + "&zone=Europe/Berlin";
        after(ana, beside)
                .get(calendar + "&component=harbour-mail")
                .statusCode(200)
                .body("items.findAll { it.kind == 'WINDOW' }.id", hasItem(id));
        ana.get(calendar + "&view=month&to=" + start.plus(Duration.ofDays(2)))
                .statusCode(200)
                .body("days.collectMany { it.items }.id", hasItem(id));
        ana.get(calendar + "&view=week").statusCode(422);
        ana.get("/api/v1/calendar/now?component=harbour-mail")
                .statusCode(200)
                .body("clear", equalTo(true))
                .body("windows", hasSize(0));
        ana.get("/api/v1/calendar/now").statusCode(422);
        ana.get("/api/v1/calendar/now?component=nothing-such").statusCode(422);
        ana.get("/api/v1/board").statusCode(200);
    }

    @Test
    void a_freeze_now_stops_pipelines() {
        Instant start = now().minusSeconds(60);
        String id = "now-" + UUID.randomUUID();
        var declared = root.send(once(id, start, Duration.ofHours(1)), FREEZES).statusCode(201);
        after(ana, declared)
                .get("/api/v1/calendar/now?component=harbour-shop")
                .statusCode(200)
                .body("clear", equalTo(false))
                .body("freeze.id", equalTo(id))
                .body("retryAfter", org.hamcrest.Matchers.greaterThan(60));
        root.post(FREEZES + "/{id}/lifting", id).statusCode(200);
    }
}
