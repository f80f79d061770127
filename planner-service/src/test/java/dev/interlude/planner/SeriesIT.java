package dev.interlude.planner;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maintenances that come again, over HTTP, on a real database. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class SeriesIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String SERIES = "/api/v1/series";
    private static final String TEAM = "pier";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Rest ana = Rest.as(ofTeam("ana", "planner", "operator"));
    private final Rest ben = Rest.as(ofTeam("ben", "operator"));

    @Inject Log log;

    @BeforeEach
    void catalogue() {
        Rest.as(Tokens.root()).send(Map.of("id", "pier", "name", "Pier"), "/api/v1/components");
    }

    private static String ofTeam(String person, String... roles) {
        var groups = Stream.concat(Stream.of(roles), Stream.of("team:" + TEAM));
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    /** So many days ahead, at ten in the evening. */
    private String evening(int days) {
        return LocalDateTime.ofInstant(now(), BERLIN).plusDays(days).toString().substring(0, 10)
                + "T22:00:00";
    }

    private static Map<String, Object> series(String localStart, String rule) {
        var body = new HashMap<String, Object>();
        body.put("title", "Patch the hosts");
        body.put("publicText", "The pier is away from {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("rule", rule);
        body.put("localStart", localStart);
        body.put("duration", "PT2H");
        body.put("components", List.of(Map.of("id", "pier", "impact", "DEGRADED")));
        return body;
    }

    private String planned(Map<String, Object> body) {
        return ana.send(body, SERIES)
                .statusCode(201)
                .header("Location", containsString(SERIES + "/"))
                .extract()
                .path("id");
    }

    @Test
    void a_series_opens_its_occurrences_as_windows() {
        String first = evening(40);
        var body = series(first, "FREQ=WEEKLY");
        body.put("autoAnnounce", true);
        body.put("openBefore", "P45D");
        body.put("templateId", "patch-hosts");
        ben.send(body, SERIES).statusCode(403);
        String id = planned(body);
        String occurrences = SERIES + "/" + id + "/occurrences";
        ana.await(occurrences, page -> page.body("items[0].status", equalTo("OPEN")));
        var page = ana.get(occurrences + "?limit=2").statusCode(200).body("items", hasSize(2));
        String window = page.extract().path("items[0].windowId");
        ana.get(occurrences + "?limit=200").body("items.size()", equalTo(47));
        page.header("Link", containsString("cursor=" + page.extract().path("next")))
                .header("Link", containsString("rel=\"next\""));
        String third = LocalDateTime.parse(first).plusWeeks(2).toString();
        ana.get(occurrences + "?limit=2&cursor=" + page.extract().path("next"))
                .body("items", hasSize(2))
                .body("items[0].localStart", startsWith(third));
        ana.await(
                WINDOWS + "/" + window,
                w ->
                        w.statusCode(200)
                                .body("state", equalTo("Announced"))
                                .body("templateId", equalTo("patch-hosts"))
                                .body("series.seriesId", equalTo(id))
                                .body("series.localStart", startsWith(first.substring(0, 16))));
        ana.await(WINDOWS + "?series=" + id, list -> list.body("items.id", hasItem(window)));
        ana.get(occurrences + "/" + first).body("windowId", equalTo(window));
        ana.send(Map.of("reason", "No"), occurrences + "/" + first + "/skip")
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        ana.await(SERIES, list -> list.statusCode(200).body("items.id", hasItem(id)));
        ana.get(SERIES + "?team=nobody").statusCode(200).body("items", empty());
        ana.get(SERIES + "/" + UUID.randomUUID()).statusCode(404);
        ana.get(occurrences + "/yesterday").statusCode(404);
    }

    @Test
    void one_is_left_out_one_is_moved_one_is_described_and_the_rest_ends() {
        String first = evening(70);
        String id = planned(series(first, "FREQ=WEEKLY"));
        String occurrences = SERIES + "/" + id + "/occurrences/";
        String second = LocalDateTime.parse(first).plusWeeks(1).toString();
        ana.send(Map.of("reason", "Holiday"), occurrences + second + "/skip")
                .statusCode(200)
                .body("status", equalTo("SKIPPED"));
        ana.send(Map.of("reason", "Again"), occurrences + second + "/skip")
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        ana.post(occurrences + second + "/opening").statusCode(409);
        ben.send(Map.of("reason", "Holiday"), occurrences + first + "/skip").statusCode(403);
        ana.send(Map.of(), occurrences + first + "/skip").statusCode(422);

        String third = LocalDateTime.parse(first).plusWeeks(2).toString();
        Instant start = now().plus(Duration.ofDays(90));
        ana.send(
                        Map.of("start", start.toString(), "reason", "A release"),
                        occurrences + third + "/change")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/end"));
        var moved =
                ana.send(
                                Map.of(
                                        "start", start.toString(),
                                        "end", start.plus(Duration.ofHours(3)).toString(),
                                        "reason", "A release"),
                                occurrences + third + "/change")
                        .statusCode(200)
                        .body("status", equalTo("OPEN"));
        String touched = moved.extract().path("windowId");
        ana.await(
                WINDOWS + "/" + touched,
                w -> w.statusCode(200).body("start", equalTo(start.toString())));

        String fourth = LocalDateTime.parse(first).plusWeeks(3).toString();
        String described =
                ana.send(
                                Map.of(
                                        "title", "Patch, and the kernel",
                                        "publicText", Map.of("en", "Longer this time."),
                                        "reason", "A hole"),
                                occurrences + fourth + "/change")
                        .statusCode(200)
                        .body("title", equalTo("Patch, and the kernel"))
                        .extract()
                        .path("windowId");
        ana.await(
                WINDOWS + "/" + described,
                w ->
                        w.statusCode(200)
                                .body("title", equalTo("Patch, and the kernel"))
                                .body("publicText.en", equalTo("Longer this time.")));

        String ending = SERIES + "/" + id + "/ending";
        ben.send(Map.of("from", third), ending).statusCode(403);
        ana.send(Map.of("from", "2020-01-01T22:00:00"), ending)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/from"));
        ana.send(Map.of("from", third, "reason", "Hosts are gone"), ending)
                .statusCode(200)
                .body("events[0].data.withdrawn", hasItem(touched))
                .body("endsBefore", startsWith(third.substring(0, 16)));
        for (String gone : List.of(touched, described)) {
            ana.await(
                    WINDOWS + "/" + gone,
                    w -> w.statusCode(200).body("state", equalTo("Cancelled")));
        }
        ana.send(Map.of("from", fourth), ending)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
    }

    /** Whichever of the two reactions comes first. */
    @Test
    void what_opens_while_the_series_ends_does_not_take_place() {
        for (int i = 0; i < 5; i++) {
            String first = evening(60 + i);
            var body = series(first, "FREQ=WEEKLY");
            body.put("autoAnnounce", true);
            String id = planned(body);
            String window =
                    ana.post(SERIES + "/" + id + "/occurrences/" + first + "/opening")
                            .statusCode(200)
                            .extract()
                            .path("windowId");
            ana.send(Map.of("from", first), SERIES + "/" + id + "/ending").statusCode(200);
            ana.await(
                    WINDOWS + "/" + window,
                    w -> w.statusCode(200).body("state", equalTo("Cancelled")));
        }
    }

    @Test
    void from_one_on_it_is_another_series() {
        String first = evening(50);
        String id = planned(series(first, "FREQ=WEEKLY"));
        String occurrences = SERIES + "/" + id + "/occurrences";
        String second = LocalDateTime.parse(first).plusWeeks(1).toString();
        String open =
                ana.post(occurrences + "/" + second + "/opening")
                        .statusCode(200)
                        .extract()
                        .path("windowId");
        ana.await(WINDOWS + "/" + open, w -> w.statusCode(200).body("state", equalTo("Planned")));

        // two hours earlier and every second week, from the second on
        String earlier = second.replace("T22:00", "T20:00");
        var next = series(earlier, "FREQ=WEEKLY;INTERVAL=2");
        next.put("title", "Patch the hosts early");
        String revisions = SERIES + "/" + id + "/revisions";
        var body = Map.of("from", second, "series", next);
        ben.send(body, revisions).statusCode(403);
        ana.with("If-Match", "\"99\"")
                .send(body, revisions)
                .statusCode(412)
                .body("code", equalTo("version-differs"));
        ana.send(Map.of("from", "2020-01-01T22:00:00", "series", next), revisions)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/from"));
        ana.send(body, revisions).statusCode(422).body("errors[0].pointer", equalTo("/localStart"));
        String late = second.replace("T22:00", "T23:00");
        next.put("localStart", late);
        ana.send(Map.of("from", second, "series", next), revisions + "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("parts", hasSize(2));
        ana.send(Map.of("from", second, "series", next), revisions)
                .statusCode(200)
                .body("parts", hasSize(2))
                .body("terms.rule", equalTo("FREQ=WEEKLY;INTERVAL=2"))
                .body("events[0].data.withdrawn", equalTo(List.of(open)));
        ana.await(WINDOWS + "/" + open, w -> w.body("state", equalTo("Cancelled")));
        ana.get(occurrences + "?limit=3")
                .body("items[0].localStart", startsWith(first.substring(0, 16)))
                .body("items[1].localStart", startsWith(late.substring(0, 16)))
                .body("items[1].title", equalTo("Patch the hosts early"))
                .body(
                        "items[2].localStart",
                        startsWith(LocalDateTime.parse(late).plusWeeks(2).toString()));
        calendarsKnow(id, late);
    }

    /** What calendar programs are told of those that were revised, also when one is a window. */
    private void calendarsKnow(String id, String local) {
        String token =
                ana.send(Map.of("label", "Series", "scope", "CALENDAR"), "/api/v1/tokens")
                        .statusCode(201)
                        .extract()
                        .path("token");
        String occurrence = SERIES + "/" + id + "/occurrences/" + local;
        String window = ana.get(occurrence).extract().path("windowId");
        String entry = "UID:" + window + "\r\nSEQUENCE:";
        String calendar = "/api/v1/calendar.ics?token=" + token;
        ana.await(calendar, all -> all.statusCode(200).body(containsString(entry + "1\r\n")));
        ana.post(occurrence + "/opening").statusCode(200);
        ana.await(WINDOWS + "/" + window, w -> w.statusCode(200));
        ana.await(calendar, all -> all.body(containsString(entry + "1\r\n")));
        ana.post(WINDOWS + "/" + window + "/announcement").statusCode(200);
        ana.await(calendar, all -> all.body(containsString(entry + "2\r\n")));
    }

    @Test
    void a_series_at_a_time_that_is_not_there_is_refused_with_its_night() {
        var leap =
                Stream.iterate(
                                BERLIN.getRules().nextTransition(now().plus(Duration.ofDays(30))),
                                change -> BERLIN.getRules().nextTransition(change.getInstant()))
                        .filter(change -> change.isGap())
                        .findFirst()
                        .orElseThrow();
        String night = leap.getDateTimeBefore().toString().replace("T02:00", "T02:30");
        String before = LocalDateTime.parse(night).minusWeeks(3).toString() + ":00";
        ana.send(series(before, "FREQ=WEEKLY"), SERIES)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rule"))
                .body("errors[0].rule", containsString(night));
        ana.send(series(evening(60), "FREQ=HOURLY"), SERIES)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rule"));
        ana.send(Map.of("title", "x"), SERIES).statusCode(422);
    }
}
