package dev.interlude.planner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Contracts;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The planner over HTTP, on a real database and broker. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class PlannerIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String WINDOW = "/api/v1/windows/{id}";

    private final Rest ana = Rest.as(Tokens.ana());
    private final Rest ben = Rest.as(Tokens.ben());
    private final Rest carla = Rest.as(Tokens.carla());
    private final Rest otto = Rest.as(Tokens.otto());
    private final Rest root = Rest.as(Tokens.root());

    @Inject Log log;

    @BeforeEach
    void catalogue() {
        component(Map.of("id", "api", "name", "API", "team", "platform"));
        component(Map.of("id", "builds", "name", "Builds", "dependsOn", List.of("api")));
    }

    private void component(Map<String, Object> body) {
        int status = root.send(body, "/api/v1/components").extract().statusCode();
        assertThat(status).isIn(201, 409);
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, Object> plan(Instant start) {
        var body = new HashMap<String, Object>();
        body.put("title", "Move RabbitMQ");
        body.put("publicText", "Builds stop at {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put(
                "components",
                List.of(
                        Map.of("id", "builds", "impact", "OUTAGE"),
                        Map.of("id", "api", "impact", "DEGRADED")));
        body.put("crew", Map.of("driver", "ana", "buddy", "ben", "liaison", "carla"));
        return body;
    }

    private Instant inFourDays() {
        return Apart.next(now().plus(Duration.ofDays(4)));
    }

    private String planned(Instant start) {
        return ana.send(plan(start), WINDOWS).statusCode(201).extract().path("id");
    }

    private static Map<String, Object> readiness(
            String id, boolean prepared, boolean carriedOut, boolean verified) {
        var data = new HashMap<String, Object>();
        data.put("windowId", id);
        data.put("planHash", "h");
        data.put("reviewed", true);
        data.put("openConcerns", 0);
        data.put("rollbacksNamed", true);
        data.put("prepared", prepared);
        data.put("carryOutStarted", carriedOut);
        data.put("pastPointOfNoReturn", false);
        data.put("carriedOut", carriedOut);
        data.put("verified", verified);
        data.put("rolledBack", false);
        data.put("rollbackVerified", false);
        data.put(
                "open",
                prepared
                        ? List.of()
                        : List.of(Map.of("gate", "prepare", "stepId", "s1", "title", "Drain")));
        return data;
    }

    private void accepted(String id) {
        for (Rest person : List.of(ana, ben, carla)) {
            person.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        }
    }

    @Test
    void the_life_of_one_window() {
        Instant start = inFourDays();
        String id = planned(start);
        ana.get(WINDOW, id)
                .statusCode(200)
                .body("state", equalTo("Planned"))
                .body("number", matchesPattern("M-[0-9]+"))
                .body("crew.buddy.person", equalTo(Tokens.idOf("ben")))
                .body("notice.required", equalTo("PT72H"))
                .body("gates.findAll { !it.passed }.gate", contains("notice", "crew", "checklist"));
        accepted(id);
        ana.post(WINDOW + "/announcement", id)
                .statusCode(200)
                .header("Interlude-Event", notNullValue())
                .body("state", equalTo("Announced"))
                .body("events[0].type", equalTo("dev.interlude.planner.WindowAnnounced.v1"));
        try (Heard checklist = Heard.from("checklist")) {
            UUID last =
                    checklist.publish(
                            "checklist-" + id,
                            "ReadinessChanged",
                            readiness(id, false, false, false));
            Clocks.forwardTo(start.minus(Duration.ofDays(1)));
            ana.get(WINDOW, id).body("reminders[0].fate", equalTo("SENT"));
            Clocks.forwardTo(start);
            ana.get(WINDOW, id).body("reminders[1].fate", equalTo("MISSED"));
            ana.with("Interlude-After", last.toString())
                    .post(WINDOW + "/start", id)
                    .statusCode(409)
                    .body("code", equalTo("gate-closed"))
                    .body("gates", contains("prepare"))
                    .body("missing[0].what", equalTo("Drain"));
            last =
                    checklist.publish(
                            "checklist-" + id,
                            "ReadinessChanged",
                            readiness(id, true, false, false));
            ben.with("Interlude-After", last.toString())
                    .post(WINDOW + "/start", id)
                    .statusCode(200)
                    .body("state", equalTo("InProgress"));
            carla.send(
                            Map.of("publicText", Map.of("en", "Going well", "de", "Es geht")),
                            WINDOW + "/updates",
                            id)
                    .statusCode(201)
                    .header("Location", containsString("/windows/" + id + "/updates/1"));
            carla.get(WINDOW + "/updates/1", id).body("publicText.de", equalTo("Es geht"));

            Instant end = start.plus(Duration.ofHours(2));
            last =
                    checklist.publish(
                            "forecast-" + id,
                            "ForecastChanged",
                            Map.of(
                                    "windowId", id,
                                    "p50", end.plusSeconds(240).toString(),
                                    "p90", end.plusSeconds(1200).toString()));
            ana.with("Interlude-After", last.toString())
                    .get(WINDOW, id)
                    .body("proposals[0].status", equalTo("OPEN"))
                    .body("proposals[0].proposedEnd", notNullValue())
                    .body("end", equalTo(end.toString()));
            ana.send(
                            Map.of("newEnd", end.minusSeconds(60).toString(), "reason", "slip"),
                            WINDOW + "/extensions",
                            id)
                    .statusCode(409)
                    .body("code", equalTo("end-not-later"));
            carla.send(
                            Map.of("proposal", 1, "reason", "slow", "previousEnd", end.toString()),
                            WINDOW + "/extensions",
                            id)
                    .statusCode(201)
                    .header("Location", containsString("/extensions/1"))
                    .body("extensions", hasSize(1))
                    .body("extensions[0].beforePreviousEnd", equalTo(true))
                    .body("proposals[0].status", equalTo("ACCEPTED"));
            carla.send(
                            Map.of(
                                    "by", "PT1H",
                                    "reason", "slower",
                                    "previousEnd", end.toString()),
                            WINDOW + "/extensions",
                            id)
                    .statusCode(409)
                    .body("code", equalTo("end-has-moved"));
            carla.send(
                            Map.of(
                                    "components",
                                    List.of(Map.of("id", "api", "impact", "NO_IMPACT"))),
                            WINDOW + "/impacts",
                            id)
                    .statusCode(201)
                    .body("components.find { it.id == 'api' }.present", equalTo("NO_IMPACT"));
            last =
                    checklist.publish(
                            "checklist-" + id,
                            "ReadinessChanged",
                            readiness(id, true, true, false));
            ana.with("Interlude-After", last.toString())
                    .send(Map.of("outcome", "SUCCEEDED"), WINDOW + "/completion", id)
                    .statusCode(409)
                    .body("gates", contains("verify"));
            // recorded because of the checklist, and verified because of that: two reactions
            ana.await(WINDOWS + "/" + id, window -> window.body("state", equalTo("Verifying")));
            last =
                    checklist.publish(
                            "checklist-" + id, "ReadinessChanged", readiness(id, true, true, true));
            ana.with("Interlude-After", last.toString())
                    .send(
                            Map.of("outcome", "SUCCEEDED", "publicText", "Done."),
                            WINDOW + "/completion",
                            id)
                    .statusCode(200)
                    .body("state", equalTo("Completed"))
                    .body("completion.outcome", equalTo("SUCCEEDED"));
        }
        everyEventIsValid(id);
        ana.await(
                WINDOWS + "?state=Completed&component=builds&team=platform",
                page -> page.body("items.id", hasItem(id)));
    }

    private void everyEventIsValid(String id) {
        List<LogEvent> events =
                log.byKey(id, 0, 1_000).await().atMost(Patience.MOST).stream()
                        .filter(LogEvent::own)
                        .toList();
        assertThat(events).hasSizeGreaterThan(15);
        assertThat(events).allSatisfy(event -> Contracts.validateShape(event.type(), event.data()));
        assertThat(events.stream().filter(e -> e.category().equals("refusals")).toList())
                .extracting(e ->
                        LogJson.read(e.data(), com.fasterxml.jackson.databind.JsonNode.class)
                                .path("code")
                                .asText())
                .containsExactly("gate-closed", "end-not-later", "end-has-moved", "gate-closed");
    }

    @Test
    void a_window_whose_end_passes_says_so_by_itself() {
        Instant start = inFourDays();
        String id = planned(start);
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        Clocks.forwardTo(start.plus(Duration.ofHours(2)));
        ana.get(WINDOW, id)
                .body("flags", contains("overrun", "delayed"))
                .body("state", equalTo("Announced"));
    }

    @Test
    void the_same_key_gives_the_first_answer_again() {
        var body = plan(inFourDays());
        Rest keyed = ana.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = keyed.send(body, WINDOWS).statusCode(201).extract();
        var again = keyed.send(body, WINDOWS).statusCode(201).extract();
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Interlude-Event")).isEqualTo(first.header("Interlude-Event"));
        body.put("title", "Something else");
        keyed.send(body, WINDOWS).statusCode(422).body("code", equalTo("key-reused"));
    }

    @Test
    void a_number_stands_wherever_an_id_does() {
        String id = planned(inFourDays());
        String number = ana.get(WINDOW, id).extract().path("number");
        ana.get(WINDOW, number).statusCode(200).body("id", equalTo(id));
        ana.post(WINDOW + "/announcement", number.toLowerCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("id", equalTo(id));
        String later = ana.get(WINDOW, planned(inFourDays())).extract().path("number");
        // an occurrence of a series may have become a window in between, but no number is left out
        int next = Integer.parseInt(number.substring(2)) + 1;
        assertThat(Integer.parseInt(later.substring(2))).isGreaterThanOrEqualTo(next);
        ana.get(WINDOW, "M-" + next).statusCode(200).body("number", equalTo("M-" + next));
        ana.get(WINDOW, "M-999999").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void who_has_seen_an_older_version_is_told_what_happened_since() {
        String id = planned(inFourDays());
        String seen = ana.get(WINDOW, id).extract().header("ETag");
        ana.patch(Map.of("title", "No version"), WINDOW, id)
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        ana.with("If-Match", seen)
                .patch(Map.of("title", "First"), WINDOW, id)
                .statusCode(200)
                .body("title", equalTo("First"));
        ana.with("If-Match", seen)
                .patch(Map.of("title", "Second"), WINDOW, id)
                .statusCode(412)
                .body("code", equalTo("version-differs"))
                .body("since", hasSize(1))
                .body("since[0].type", equalTo("dev.interlude.planner.WindowRevised.v1"));
        assertThat(refusals(id)).containsExactly("ReviseWindow version-differs");
    }

    private List<String> refusals(String id) {
        return log.stream("planner", "refusals-" + id, 0, 100)
                .await()
                .atMost(Patience.MOST)
                .stream()
                .map(e -> {
                    Contracts.validateShape(e.type(), e.data());
                    var data = e.read(com.fasterxml.jackson.databind.JsonNode.class);
                    return data.path("command").asText() + " " + data.path("code").asText();
                })
                .toList();
    }

    @Test
    void a_refusal_is_kept_and_a_dry_run_is_not() {
        Instant soon = now().plus(Duration.ofDays(2));
        String id = planned(soon);
        ana.post(WINDOW + "/announcement?dryRun=true", id)
                .statusCode(409)
                .body("code", equalTo("notice-too-short"));
        assertThat(refusals(id)).isEmpty();
        ana.post(WINDOW + "/announcement", id)
                .statusCode(409)
                .body("required", equalTo("PT72H"))
                .body("given", startsWith("PT4"))
                .body("type", equalTo("/problems/notice-too-short"));
        assertThat(refusals(id)).containsExactly("AnnounceWindow notice-too-short");
    }

    @Test
    void a_dry_run_stores_nothing() {
        ana.send(plan(inFourDays()), WINDOWS + "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("number", nullValue())
                .body("events", hasSize(2));
        String id = planned(inFourDays());
        ana.post(WINDOW + "/announcement?dryRun", id)
                .statusCode(200)
                .body("state", equalTo("Announced"));
        ana.get(WINDOW, id).body("state", equalTo("Planned"));
    }

    @Test
    void a_window_can_be_seen_as_it_was_known() {
        String id = planned(inFourDays());
        String before = now().plusSeconds(1).toString();
        Clocks.forwardBy(Duration.ofSeconds(5));
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        otto.get(WINDOW + "?asOf=" + before, id).body("state", equalTo("Planned"));
        otto.get(WINDOW, id).body("state", equalTo("Announced"));
        otto.get(WINDOW + "?asOf=2001-01-01T00:00:00Z", id).statusCode(404);
        otto.get(WINDOW + "?asOf=yesterday", id).statusCode(422);
    }

    @Test
    void roles_are_asked_for() {
        String id = planned(inFourDays());
        otto.post(WINDOW + "/announcement", id)
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        ben.send(plan(inFourDays()), WINDOWS).statusCode(403).body("code", equalTo("role-missing"));
        otto.post(WINDOW + "/start", id).statusCode(403).body("code", equalTo("not-crew"));
        ana.send(Map.of("id", "x", "name", "X"), "/api/v1/components")
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        io.restassured.RestAssured.get(WINDOW, id).then().statusCode(401);
        var twoTeams =
                dev.interlude.local.LocalToken.person("dora", "planner")
                        .in("planner", "team:platform", "team:billing");
        Rest.as(Tokens.signed(twoTeams))
                .send(plan(inFourDays()), WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/team"));
    }

    @Test
    void what_is_not_acceptable_is_named() {
        var unknownComponent = plan(inFourDays());
        unknownComponent.put("components", List.of(Map.of("id", "mail", "impact", "OUTAGE")));
        ana.send(unknownComponent, WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/components/0/id"));
        var unknownMember = plan(inFourDays());
        unknownMember.put("colour", "red");
        ana.send(unknownMember, WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/colour"));
        var noTitle = plan(inFourDays());
        noTitle.remove("title");
        ana.send(noTitle, WINDOWS).statusCode(422).body("errors[0].pointer", equalTo("/title"));
        var wrongImpact = plan(inFourDays());
        wrongImpact.put("components", List.of(Map.of("id", "api", "impact", "BAD")));
        ana.send(wrongImpact, WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/components/0/impact"));
        var farAway = plan(Instant.parse("9999-12-31T00:00:00Z"));
        ana.send(farAway, WINDOWS).statusCode(422).body("errors[0].pointer", equalTo("/start"));
        var wrongText = plan(inFourDays());
        wrongText.put("publicText", Map.of("English", "no tag"));
        ana.send(wrongText, WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/publicText"));
        var samePerson = plan(inFourDays());
        samePerson.put("crew", Map.of("driver", "ana", "buddy", Tokens.idOf("ana")));
        ana.send(samePerson, WINDOWS).statusCode(409).body("code", equalTo("same-person"));
        ana.send("{", WINDOWS).statusCode(400);
        for (String half : List.of("\\ud800", "\\u0000", "\\u001f")) {
            var body = new String(LogJson.write(plan(inFourDays())), UTF_8);
            ana.send(body.replace("Move RabbitMQ", "Move" + half), WINDOWS)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/title"));
            ana.send(body.replace("\"ben\"", "\"b" + half + "\""), WINDOWS + "?dryRun=true")
                    .statusCode(oneOf(200, 422));
        }
        var body = new String(LogJson.write(plan(inFourDays())), UTF_8);
        ana.send(body.replace("Builds stop", "Builds\\udc00"), WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/publicText"));
        String id = planned(inFourDays());
        ana.post(WINDOW + "/cancellation", id).statusCode(422);
        ana.send(Map.of("reason", "x"), WINDOW + "/extensions", id)
                .statusCode(422)
                .body("errors[0].rule", containsString("exactly one"));
        ana.get("/api/v1/windows/{id}", "nonsense' or 1=1").statusCode(404);
        ana.get(WINDOWS + "?state=Running").statusCode(422);
        ana.get(WINDOWS + "?limit=1000").statusCode(422);
        ana.get(WINDOWS + "?cursor=abc").statusCode(422);
    }

    @Test
    void lists_are_read_a_page_at_a_time() {
        Instant start = inFourDays();
        String team = "platform";
        List<String> ids = List.of(planned(start), planned(start), planned(start.plusSeconds(60)));
        String all =
                WINDOWS + "?team=" + team + "&from=" + start + "&to=" + start.plusSeconds(3600);
        ana.await(all, page -> page.body("items.id", hasItem(ids.getLast())));
        var first = ana.get(all + "&limit=2").statusCode(200).extract();
        assertThat(first.<List<String>>path("items.id")).hasSize(2);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        String rest = first.path("next");
        ana.get(all + "&limit=200&cursor=" + rest)
                .body("items.id", not(hasItem(first.<String>path("items[0].id"))))
                .body("items.size()", greaterThan(0))
                .body("items[0].components.id", contains("builds", "api"));
        ana.get(WINDOWS + "?component=nothing").body("items", hasSize(0));
    }

    @Test
    void the_catalogue_is_kept_by_admins() {
        root.send(Map.of("id", "mail-1", "name", "Mail", "dependsOn", List.of("api")), COMPONENTS)
                .statusCode(201)
                .header("Location", containsString("/api/v1/components/mail-1"));
        root.send(Map.of("id", "mail-1", "name", "Mail"), COMPONENTS)
                .statusCode(409)
                .body("code", equalTo("already-exists"));
        root.send(Map.of("id", "Mail 2", "name", "Mail"), COMPONENTS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/id"));
        root.send(Map.of("id", "mail-3", "name", "Mail", "dependsOn", List.of("x")), COMPONENTS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/dependsOn/0"));
        String seen = root.get(COMPONENTS + "/api").statusCode(200).extract().header("ETag");
        root.with("If-Match", seen)
                .patch(Map.of("dependsOn", List.of("mail-1")), COMPONENTS + "/api")
                .statusCode(422);
        root.with("If-Match", root.get(COMPONENTS + "/mail-1").extract().header("ETag"))
                .patch(Map.of("name", "E-mail"), COMPONENTS + "/mail-1")
                .statusCode(200)
                .body("dependsOn", contains("api"));
        otto.await(COMPONENTS, page -> page.body("items.name", hasItem("E-mail")));
        otto.get(COMPONENTS + "/nothing").statusCode(404);
    }

    private static final String COMPONENTS = "/api/v1/components";

    @Test
    void a_poisoned_forecast_stops_its_own_window_alone() {
        String id = planned(inFourDays());
        String other = planned(inFourDays());
        try (Heard checklist = Heard.from("checklist")) {
            checklist.publish(
                    "checklist-" + id, "ReadinessChanged", "{}".getBytes(US_ASCII), now());
            checklist.publish("checklist-" + other, "NobodyKnowsThis", Map.of("windowId", other));
            UUID last =
                    checklist.publish(
                            "checklist-" + other,
                            "ReadinessChanged",
                            readiness(other, true, false, false));
            ana.with("Interlude-After", last.toString())
                    .get(WINDOW, other)
                    .statusCode(200)
                    .body("gates.find { it.gate == 'prepare' }.passed", equalTo(true));
        }
        ana.get(WINDOW, id).body("gates.find { it.gate == 'checklist' }.passed", equalTo(false));
    }
}
