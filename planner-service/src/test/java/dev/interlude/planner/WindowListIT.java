package dev.interlude.planner;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Clocks;
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

/** Looking for windows, into their past, and planning from what was, over HTTP. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class WindowListIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String WINDOW = "/api/v1/windows/{id}";

    /** A team of each run, so that its lists hold what a test planned and nothing else. */
    private final String team = "list-" + UUID.randomUUID().toString().substring(0, 8);

    private final Rest ana = Rest.as(member("ana", "planner", "operator"));
    private final Rest ben = Rest.as(member("ben", "operator"));

    @Inject Log log;

    private String member(String person, String... roles) {
        var groups = new java.util.ArrayList<>(List.of(roles));
        groups.add("team:" + team);
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    @BeforeEach
    void catalogue() {
        for (String id : List.of("list-api", "list-web")) {
            Rest.as(Tokens.root()).send(Map.of("id", id, "name", id), "/api/v1/components");
        }
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, Object> plan(String title, Instant start, String component) {
        var body = new HashMap<String, Object>();
        body.put("title", title);
        body.put("publicText", Map.of("en", "Away from {{start}}.", "de", "Fort ab {{start}}."));
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", team);
        body.put("components", List.of(Map.of("id", component, "impact", "DEGRADED")));
        return body;
    }

    private String planned(Map<String, Object> body) {
        return ana.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    private void lists(String query, String... ids) {
        ana.await(
                WINDOWS + "?team=" + team + "&" + query,
                page -> page.statusCode(200).body("items.id", equalTo(List.of(ids))));
    }

    @Test
    void windows_are_found_by_what_they_are() {
        Instant start = now().plus(Duration.ofDays(4));
        var body = plan("Rotate 100%_sure keys", start, "list-api");
        body.put("reason", "The auditor's FINDING 7");
        body.put("references", List.of("CHG-4711"));
        String first = planned(body);
        body = plan("Swap disks", start.plus(Duration.ofDays(1)), "list-web");
        body.put("tentative", true);
        body.put("kind", "STANDARD");
        body.put("templateId", "swap-disks");
        String second = planned(body);
        body = plan("Try it first", start.plus(Duration.ofDays(2)), "list-web");
        body.put("kind", "REHEARSAL");
        String third = planned(body);
        ana.send(Map.of("reason", "Not now"), WINDOW + "/cancellation", third).statusCode(200);
        ana.post(WINDOW + "/announcement", first).statusCode(200);

        lists("order=start", first, second, third);
        lists("order=-start", third, second, first);
        lists("state=Planned", second);
        lists("state=Planned,Announced", first, second);
        lists("kind=STANDARD,REHEARSAL", second, third);
        lists("audience=STAFF", third);
        lists("component=list-web", second, third);
        lists("flag=tentative", second);
        lists("flag=tentative,overrun");
        lists("text=finding", first);
        lists("text=chg-4711", first);
        lists("text=100%_SURE", first);
        lists("text=1__%sure");
        lists("text=fort ab", first, second, third);
        lists("from=" + start.plus(Duration.ofHours(3)), second, third);
        lists("to=" + start.plus(Duration.ofHours(3)), first);
        lists("outcome=SUCCEEDED");

        var page = ana.get(WINDOWS + "?team=" + team + "&order=-start&limit=2").statusCode(200);
        page.body("items.id", equalTo(List.of(third, second)))
                .header("Link", containsString("rel=\"next\""));
        lists("order=-start&limit=2&cursor=" + page.extract().path("next"), first);

        // a search finds what it was called before as well
        ana.with("If-Match", ana.get(WINDOW, first).extract().header("ETag"))
                .patch(Map.of("title", "Rotate certificates"), WINDOW, first)
                .statusCode(200);
        lists("text=certificates", first);
        lists("text=keys", first);

        for (String wrong :
                List.of(
                        "state=Done",
                        "kind=ODD",
                        "flag=red",
                        "order=name",
                        "audience=ALL",
                        "outcome=FINE",
                        "text=" + "x".repeat(201),
                        "cursor=none",
                        "limit=201",
                        "from=soon",
                        "to=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z")) {
            ana.get(WINDOWS + "?" + wrong)
                    .statusCode(422)
                    .body("code", equalTo("invalid"))
                    .body("errors[0].pointer", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void windows_that_are_late_or_held_are_found_by_that() {
        Instant start = Apart.next(now().plus(Duration.ofDays(3)));
        var body = plan("Late and held", start, "list-api");
        body.put("crew", Map.of("driver", "ana", "buddy", "ben"));
        String id = planned(body);
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        ana.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        ben.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        Clocks.forwardTo(start.plus(Duration.ofMinutes(20)));
        lists("flag=delayed", id);
        ana.get(WINDOWS + "?team=" + team).body("items[0].flags", equalTo(List.of("delayed")));

        String night = started(plan("At work", now().minus(Duration.ofMinutes(10)), "list-web"));
        ben.send(Map.of("reason", "Wait"), WINDOW + "/holds", night).statusCode(201);
        lists("flag=held", night);
        lists("state=InProgress,Verifying&flag=held", night);
        for (Rest one : List.of(ana, ben)) {
            one.post(WINDOW + "/holds/1/release", night).statusCode(200);
        }
        lists("flag=held");
        Clocks.forwardTo(now().plus(Duration.ofHours(3)));
        lists("flag=overrun", id, night);
    }

    /** An emergency, which starts without a checklist. */
    private String started(Map<String, Object> body) {
        body.put("kind", "EMERGENCY");
        body.put("upTo", "InProgress");
        body.put("crew", Map.of("driver", "ana", "buddy", "ben"));
        String id = planned(body);
        ben.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        return id;
    }

    @Test
    void the_past_of_a_window_is_read_event_by_event_and_as_of_any_instant() {
        Instant start = now().plus(Duration.ofDays(4));
        String id = planned(plan("Rename the queue", start, "list-api"));
        Instant later = start.plus(Duration.ofDays(1));
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        ana.with("If-Match", ana.get(WINDOW, id).extract().header("ETag"))
                .send(
                        Map.of("start", later.toString(), "reason", "parts are late"),
                        WINDOW + "/moves",
                        id)
                .statusCode(201);
        var history = ben.get(WINDOW + "/history", id).statusCode(200);
        history.body("items.sequence", equalTo(List.of(1, 2, 3)))
                .body(
                        "items.type",
                        equalTo(
                                List.of(
                                        "dev.interlude.planner.WindowPlanned.v1",
                                        "dev.interlude.planner.WindowAnnounced.v1",
                                        "dev.interlude.planner.WindowMoved.v1")))
                .body("items[0].actor", equalTo("person:" + Tokens.idOf("ana")))
                .body("items[0].changes.member", hasItems("title", "start", "state", "team"))
                .body("items[1].changes", hasSize(1))
                .body("items[1].changes[0].member", equalTo("state"))
                .body("items[1].changes[0].from", equalTo("Planned"))
                .body("items[1].changes[0].to", equalTo("Announced"))
                .body("items[2].changes.member", equalTo(List.of("end", "start")))
                .body("items[2].changes[1].from", equalTo(start.toString()))
                .body("items[2].changes[1].to", equalTo(later.toString()))
                .body("items[2].data.reason", equalTo("parts are late"))
                .body("next", nullValue());
        String announced = history.extract().path("items[1].recordedAt");
        String number = ben.get(WINDOW, id).extract().path("number");
        ben.get(WINDOW + "/history?limit=2", number)
                .body("items", hasSize(2))
                .body("next", equalTo("2"))
                .header("Link", containsString("cursor=2"));
        ben.get(WINDOW + "/history?cursor=2", id).body("items.sequence", equalTo(List.of(3)));
        ben.get(WINDOW + "/history?asOf=" + announced, id).body("items", hasSize(2));
        ben.get(WINDOW + "?asOf=" + announced, id)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("Announced"))
                .body("start", equalTo(start.toString()));
        ben.get(WINDOW + "?asOf=2020-01-01T00:00:00Z", id).statusCode(404);
        ben.get(WINDOW + "/history?asOf=2020-01-01T00:00:00Z", id).statusCode(404);
        ben.get(WINDOW + "?asOf=yesterday", id).statusCode(422);
        ben.get(WINDOW + "/history?cursor=x", id).statusCode(422);
        ben.get(WINDOW + "/history", UUID.randomUUID()).statusCode(404);
        ben.get(WINDOW + "/history", "no-window").statusCode(404);
    }

    @Test
    void a_plan_takes_what_it_leaves_out_from_the_window_that_it_copies() {
        Instant start = now().plus(Duration.ofDays(4));
        var body = plan("Patch hosts", start, "list-api");
        body.put("risk", Map.of("level", "LOW"));
        body.put("templateId", "patch-hosts");
        body.put("reminders", List.of("P2D"));
        String first = planned(body);
        String number = ana.get(WINDOW, first).extract().path("number");
        Instant next = start.plus(Duration.ofDays(30));
        ana.send(Map.of("copyOf", number, "start", next.toString()), WINDOWS)
                .statusCode(201)
                .body("title", equalTo("Patch hosts"))
                .body("end", equalTo(next.plus(Duration.ofHours(2)).toString()))
                .body("team", equalTo(team))
                .body("zone", equalTo("Europe/Berlin"))
                .body("components[0].id", equalTo("list-api"))
                .body("publicText.de", equalTo("Fort ab {{start}}."))
                .body("risk.level", equalTo("LOW"))
                .body("templateId", equalTo("patch-hosts"))
                .body("reminders.reminder", equalTo(List.of("P2D")))
                .body("copyOf", equalTo(first))
                .body("events[0].data.copyOf", equalTo(first));
        ana.send(
                        Map.of(
                                "copyOf",
                                first,
                                "start",
                                next.toString(),
                                "title",
                                "Patch hosts again",
                                "components",
                                List.of(Map.of("id", "list-web", "impact", "NO_IMPACT"))),
                        WINDOWS)
                .statusCode(201)
                .body("title", equalTo("Patch hosts again"))
                .body("components.id", equalTo(List.of("list-web")));
        // what is tried out first is told to staff, and the real thing to customers again
        String rehearsal =
                ana.send(
                                Map.of(
                                        "copyOf",
                                        first,
                                        "start",
                                        next.toString(),
                                        "kind",
                                        "REHEARSAL"),
                                WINDOWS)
                        .statusCode(201)
                        .body("audience", equalTo("STAFF"))
                        .extract()
                        .path("id");
        ana.send(Map.of("copyOf", rehearsal, "start", next.toString(), "kind", "NORMAL"), WINDOWS)
                .statusCode(201)
                .body("audience", equalTo("PUBLIC"));
        ana.send(Map.of("copyOf", "M-99999999", "start", next.toString()), WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/copyOf"));
        ana.send(Map.of("start", next.toString()), WINDOWS)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(List.of("/components", "/end", "/publicText", "/title", "/zone")));
        ana.send(Map.of("title", "No start"), WINDOWS)
                .statusCode(422)
                .body("errors.pointer", hasItem("/start"));
        ben.send(Map.of("copyOf", first, "start", next.toString()), WINDOWS).statusCode(403);
    }

    @Test
    void a_plan_takes_what_it_leaves_out_from_its_template() {
        String template = "hosts-" + UUID.randomUUID();
        UUID heard;
        try (Heard checklist = Heard.from("checklist")) {
            checklist.publish(
                    "template-" + template,
                    "TemplatePublished",
                    Map.of(
                            "templateId",
                            template,
                            "version",
                            1,
                            "title",
                            "Old",
                            "steps",
                            List.of()));
            heard =
                    checklist.publish(
                            "template-" + template,
                            "TemplatePublished",
                            Map.of(
                                    "templateId",
                                    template,
                                    "version",
                                    2,
                                    "title",
                                    "Patch the hosts",
                                    "steps",
                                    List.of(),
                                    "plan",
                                    Map.of(
                                            "publicText", Map.of("en", "Away until {{end}}."),
                                            "components",
                                                    List.of(
                                                            Map.of(
                                                                    "id", "list-api",
                                                                    "impact", "OUTAGE")),
                                            "duration", "PT3H",
                                            "risk", Map.of("level", "HIGH", "text", "Disks"))));
        }
        Instant start = now().plus(Duration.ofDays(9));
        var asked = new HashMap<String, Object>();
        asked.put("templateId", template);
        asked.put("start", start.toString());
        asked.put("zone", "Europe/Berlin");
        ana.with("Interlude-After", heard.toString())
                .send(asked, WINDOWS)
                .statusCode(201)
                .body("title", equalTo("Patch the hosts"))
                .body("end", equalTo(start.plus(Duration.ofHours(3)).toString()))
                .body("components[0].impact", equalTo("OUTAGE"))
                .body("risk.text", equalTo("Disks"))
                .body("templateId", equalTo(template))
                .body("publicText", not(nullValue()));
        asked.put("templateId", "no-such-template");
        ana.send(asked, WINDOWS)
                .statusCode(422)
                .body("errors.pointer", hasItems("/title", "/components", "/end"));
    }
}
