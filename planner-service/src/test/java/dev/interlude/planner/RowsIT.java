package dev.interlude.planner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every command of a window, one row each, and what each of them says no to. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class RowsIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String WINDOW = "/api/v1/windows/{id}";
    private static final int RACES = 20;

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String TEAM = "rows-" + RUN;
    private static final String PUMP = "pump-" + RUN;
    private static final String IDA = "ida-" + RUN;
    private static final String JAN = "jan-" + RUN;
    private static final String KIM = "kim-" + RUN;

    /** Where a row can be done: still planned, at work, stopped, or looked over. */
    private enum Where {
        PLAN,
        PROVIDED,
        NIGHT,
        STOPPED,
        VERIFYING
    }

    /**
     * One command.
     *
     * @param what its path under the window; empty for the window itself, which is patched
     * @param body what is sent, null for none
     * @param who may do it
     * @param others what an auditor of another team is told
     * @param over what is said when the window is over
     */
    private record Row(
            Where where,
            String what,
            @Nullable Map<String, Object> body,
            String who,
            String others,
            String over) {

        boolean matching() {
            return what.isEmpty() || what.equals("moves");
        }

        String name() {
            return what.isEmpty() ? "PATCH" : what;
        }
    }

    private static final String NO_ROLE = "403 role-missing";
    private static final String NO_CREW = "403 not-crew";
    private static final String WRONG = "409 wrong-state";
    private static final Map<String, Object> WHY = Map.of("reason", "Because");
    private static final Map<String, Object> NONE = Map.of();

    private static Map<String, Object> crew() {
        return Map.of("driver", IDA, "buddy", JAN);
    }

    private static List<Row> rows() {
        Map<String, Object> later = new HashMap<>(WHY);
        later.put("start", Instant.now().plus(Duration.ofDays(400)).toString());
        Map<String, Object> verify = Map.of("gates", List.of("verify"), "reason", "Because");
        Map<String, Object> told = Map.of("publicText", "It is dry. " + UUID.randomUUID());
        Map<String, Object> less =
                Map.of("components", List.of(Map.of("id", PUMP, "impact", "NO_IMPACT")));
        return List.of(
                new Row(Where.PLAN, "", Map.of("title", "Other"), IDA, NO_ROLE, WRONG),
                new Row(Where.PLAN, "announcement", null, IDA, NO_ROLE, WRONG),
                new Row(Where.PLAN, "approval", null, JAN, NO_ROLE, WRONG),
                new Row(Where.PLAN, "confirmation", null, IDA, NO_ROLE, WRONG),
                new Row(Where.PLAN, "moves", later, IDA, NO_ROLE, WRONG),
                new Row(
                        Where.PLAN,
                        "crew",
                        Map.of("driver", IDA, "buddy", KIM),
                        IDA,
                        NO_ROLE,
                        WRONG),
                new Row(Where.PLAN, "crew/acceptance", null, JAN, NO_CREW, WRONG),
                new Row(Where.PLAN, "crew/declination", NONE, JAN, NO_CREW, WRONG),
                new Row(Where.PLAN, "cancellation", WHY, IDA, NO_ROLE, WRONG),
                new Row(Where.PROVIDED, "start", null, IDA, NO_ROLE, WRONG),
                new Row(
                        Where.NIGHT,
                        "hand-overs",
                        Map.of("role", "DRIVER", "to", KIM),
                        IDA,
                        NO_CREW,
                        WRONG),
                new Row(Where.NIGHT, "hand-overs/1/acceptance", null, KIM, NO_CREW, WRONG),
                new Row(Where.NIGHT, "hand-overs/1/rejection", NONE, KIM, NO_CREW, WRONG),
                new Row(
                        Where.NIGHT,
                        "take-over",
                        Map.of("role", "BUDDY", "reason", "Asleep"),
                        KIM,
                        NO_ROLE,
                        WRONG),
                new Row(Where.NIGHT, "holds", WHY, JAN, NO_CREW, WRONG),
                new Row(Where.NIGHT, "updates", told, IDA, NO_CREW, WRONG),
                new Row(Where.NIGHT, "impacts", less, IDA, NO_CREW, WRONG),
                new Row(Where.NIGHT, "corrections", told, IDA, NO_CREW, "200 "),
                new Row(
                        Where.NIGHT,
                        "extensions",
                        Map.of("by", "PT1H", "reason", "Slow"),
                        IDA,
                        NO_CREW,
                        WRONG),
                new Row(Where.NIGHT, "extension-proposals/1/dismissal", null, IDA, NO_CREW, WRONG),
                new Row(Where.NIGHT, "verification", null, IDA, NO_CREW, WRONG),
                new Row(Where.NIGHT, "rollback", WHY, IDA, NO_CREW, WRONG),
                new Row(Where.NIGHT, "overrides", verify, IDA, NO_ROLE, WRONG),
                new Row(Where.NIGHT, "overrides/1/approval", null, JAN, NO_ROLE, WRONG),
                new Row(Where.NIGHT, "overrides/1/rejection", NONE, JAN, NO_ROLE, WRONG),
                new Row(Where.NIGHT, "break-glass", verify, IDA, NO_ROLE, WRONG),
                new Row(Where.NIGHT, "break-glass/countersignature", null, JAN, NO_ROLE, "200 "),
                new Row(Where.STOPPED, "holds/1/release", null, IDA, NO_CREW, WRONG),
                new Row(Where.STOPPED, "rollback/confirmation", NONE, IDA, NO_CREW, WRONG),
                new Row(Where.STOPPED, "rollback/rejection", NONE, IDA, NO_CREW, WRONG),
                new Row(
                        Where.VERIFYING,
                        "completion",
                        Map.of("outcome", "SUCCEEDED"),
                        IDA,
                        NO_CREW,
                        WRONG),
                new Row(Where.VERIFYING, "resumption", NONE, IDA, NO_CREW, WRONG));
    }

    /** Made once: nothing below changes them but by a refusal. */
    private static final Map<Where, String> IDS = new HashMap<>();

    private static final Map<Where, String> FIRST_SEEN = new HashMap<>();
    private static String over = "";

    private final Rest ida = person(IDA);
    private final Rest jan = person(JAN);
    private final Rest kim = person(KIM);
    private final Rest otto = Rest.as(Tokens.otto());
    private final Rest root = Rest.as(Tokens.root());

    @Inject Log log;

    private static Rest person(String name) {
        return Rest.as(
                Tokens.signed(LocalToken.person(name).in("planner", "operator", "team:" + TEAM)));
    }

    private Instant now() {
        return log.now().await().atMost(Duration.ofSeconds(5)).truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, Object> plan(Instant start) {
        var body = new HashMap<String, Object>();
        body.put("title", "Change the pump");
        body.put("publicText", "No water from {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", TEAM);
        body.put("components", List.of(Map.of("id", PUMP, "impact", "DEGRADED")));
        return body;
    }

    private String planned(Map<String, Object> body) {
        return ida.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    private String seen(String id) {
        return ida.get(WINDOW, id).statusCode(200).extract().header("ETag");
    }

    /** At work since five minutes. */
    private String night() {
        var body = plan(now().minus(Duration.ofMinutes(5)));
        body.put("kind", "EMERGENCY");
        body.put("upTo", "InProgress");
        body.put("crew", crew());
        return planned(body);
    }

    @BeforeEach
    void windows() {
        if (!IDS.isEmpty()) {
            return;
        }
        root.send(Map.of("id", PUMP, "name", "Pump"), "/api/v1/components").statusCode(201);
        var later = plan(now().plus(Duration.ofDays(30)));
        later.put("crew", crew());
        later.put("tentative", true);
        String plan = kept(Where.PLAN, planned(later));
        ida.post(WINDOW + "/crew/acceptance", plan).statusCode(200);
        var provided = plan(now().plus(Duration.ofDays(30)));
        provided.put("kind", "PROVIDER");
        String started = kept(Where.PROVIDED, planned(provided));
        ida.post(WINDOW + "/announcement", started).statusCode(200);
        safeguarded(kept(Where.NIGHT, night()));
        String stopped = kept(Where.STOPPED, night());
        jan.send(WHY, WINDOW + "/rollback", stopped).statusCode(200);
        String verifying = kept(Where.VERIFYING, night());
        glass(verifying);
        ida.post(WINDOW + "/verification", verifying).statusCode(200);
        String ended = night();
        safeguarded(ended);
        jan.send(WHY, WINDOW + "/holds", ended).statusCode(201);
        ida.send(WHY, WINDOW + "/cancellation", ended).statusCode(200);
        over = ended;
    }

    private String kept(Where where, String id) {
        IDS.put(where, id);
        FIRST_SEEN.put(where, seen(id));
        return id;
    }

    private void glass(String id) {
        ida.send(
                        Map.of("gates", List.of("verify"), "reason", "Nobody answers"),
                        WINDOW + "/break-glass",
                        id)
                .statusCode(200);
    }

    /** With an offer, a request, glass, a text that was told and a proposal. */
    private void safeguarded(String id) {
        jan.send(Map.of("role", "BUDDY", "to", KIM), WINDOW + "/hand-overs", id).statusCode(201);
        ida.send(Map.of("gates", List.of("verify"), "reason", "Why"), WINDOW + "/overrides", id)
                .statusCode(201);
        glass(id);
        ida.send(Map.of("publicText", "We are at it."), WINDOW + "/updates", id).statusCode(201);
        try (Heard checklist = Heard.from("checklist")) {
            String late = now().plus(Duration.ofHours(4)).toString();
            UUID heard =
                    checklist.publish(
                            "forecast-" + id,
                            "ForecastChanged",
                            Map.of("windowId", id, "p50", late, "p90", late));
            ida.with("Interlude-After", heard.toString())
                    .get(WINDOW, id)
                    .statusCode(200)
                    .body("proposals", hasSize(1));
        }
    }

    private static ValidatableResponse ask(Rest who, Row row, String id, String query) {
        String path = WINDOW + (row.what().isEmpty() ? "" : "/" + row.what()) + query;
        var body = row.body();
        if (row.what().isEmpty()) {
            return who.patch(Objects.requireNonNull(body), path, id);
        }
        return body == null ? who.post(path, id) : who.send(body, path, id);
    }

    /** By whom may, with the version that they have seen where that is asked for. */
    private ValidatableResponse may(Row row, String id, String query) {
        Rest who = person(row.who());
        return ask(row.matching() ? who.with("If-Match", seen(id)) : who, row, id, query);
    }

    private static String said(ValidatableResponse answer) {
        var all = answer.extract();
        String type = all.contentType();
        String code = type.contains("problem+json") ? all.path("code") : "";
        return all.statusCode() + " " + code;
    }

    /** Every row answers as told by its second function. */
    private static void every(
            Stream<Row> rows, Function<Row, String> told, Function<Row, String> expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        rows.forEach(row -> {
            found.add(row.name() + ": " + told.apply(row));
            wanted.add(row.name() + ": " + expected.apply(row));
        });
        assertThat(found).hasSizeGreaterThan(4).containsExactlyElementsOf(wanted);
    }

    private static String of(Row row) {
        return id(row.where());
    }

    private static String id(Where where) {
        return Objects.requireNonNull(IDS.get(where));
    }

    @Test
    void whoever_may_not_is_told_what_is_missing() {
        every(
                rows().stream(),
                row -> {
                    Rest who = row.matching() ? otto.with("If-Match", seen(of(row))) : otto;
                    return said(ask(who, row, of(row), ""));
                },
                Row::others);
        every(
                rows().stream(),
                row -> said(ask(Rest.as("x"), row, of(row), "")),
                _ -> "401 unauthenticated");
    }

    @Test
    void a_dry_run_of_every_command_says_yes_and_stores_nothing() {
        every(
                rows().stream(),
                row -> {
                    String before = seen(of(row));
                    var answer = may(row, of(row), "?dryRun=true");
                    String said = said(answer);
                    List<?> events = answer.extract().path("events");
                    return said
                            + answer.extract().path("dryRun")
                            + (events == null || events.isEmpty() ? " for nothing" : "")
                            + (seen(of(row)).equals(before) ? "" : " and stored");
                },
                _ -> "200 true");
    }

    @Test
    void what_is_over_is_left_alone() {
        every(
                rows().stream(),
                row -> said(may(row, over, row.over().equals(WRONG) ? "" : "?dryRun=true")),
                Row::over);
    }

    @Test
    void what_belongs_to_the_work_waits_for_its_start() {
        var work =
                List.of(
                        "holds",
                        "updates",
                        "impacts",
                        "extensions",
                        "corrections",
                        "extension-proposals/1/dismissal",
                        "verification",
                        "rollback",
                        "rollback/confirmation",
                        "rollback/rejection",
                        "resumption",
                        "completion",
                        "take-over",
                        "break-glass/countersignature");
        every(
                rows().stream().filter(row -> work.contains(row.what())),
                row -> said(may(row, id(Where.PLAN), "")),
                _ -> WRONG);
        ida.post(WINDOW + "/start", id(Where.PLAN))
                .statusCode(409)
                .body("code", equalTo("gate-closed"))
                .body("gates", hasItem("tentative"))
                .body("gates", hasItem("crew"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        String none = UUID.randomUUID().toString();
        every(
                rows().stream(),
                row -> said(ask(person(row.who()).with("If-Match", "\"1\""), row, none, "")),
                _ -> "404 not-found");
        for (String id : List.of(none, "M-99999999")) {
            for (String view : List.of("", "/gates", "/warnings", "/history")) {
                ida.get(WINDOW + view, id).statusCode(404).body("code", equalTo("not-found"));
            }
        }
        for (String part :
                List.of(
                        "moves",
                        "updates",
                        "impacts",
                        "extensions",
                        "extension-proposals",
                        "holds",
                        "overrides",
                        "hand-overs")) {
            ida.get(WINDOW + "/" + part + "/9", id(Where.NIGHT))
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        every(
                rows().stream().filter(row -> row.what().contains("/1/")),
                row -> {
                    var ninth =
                            new Row(
                                    row.where(),
                                    row.what().replace("/1/", "/9/"),
                                    row.body(),
                                    row.who(),
                                    "",
                                    "");
                    return said(may(ninth, of(row), ""));
                },
                _ -> "404 not-found");
    }

    @Test
    void whoever_has_seen_an_older_version_is_told_the_newer_events() {
        every(
                rows().stream().filter(row -> row.where() != Where.STOPPED || row.body() != null),
                row -> {
                    Rest who = person(row.who());
                    var answer =
                            ask(
                                    who.with(
                                            "If-Match",
                                            Objects.requireNonNull(FIRST_SEEN.get(row.where()))),
                                    row,
                                    of(row),
                                    "");
                    answer.body("since", not(hasSize(0))).body("since[0].id", notNullValue());
                    return said(answer);
                },
                _ -> "412 version-differs");
        for (String what : List.of("", "moves")) {
            Row row = rows().stream().filter(r -> r.what().equals(what)).findFirst().orElseThrow();
            assertThat(said(ask(ida, row, of(row), ""))).isEqualTo("428 if-match-required");
        }
    }

    /** What is missed first, and only, in an empty body. */
    private static final Map<String, List<String>> MISSED =
            Map.ofEntries(
                    Map.entry("moves", List.of("/reason", "/start")),
                    Map.entry("crew", List.of("/buddy", "/driver")),
                    Map.entry("cancellation", List.of("/reason")),
                    Map.entry("hand-overs", List.of("/role", "/to")),
                    Map.entry("take-over", List.of("/reason", "/role")),
                    Map.entry("holds", List.of("/reason")),
                    Map.entry("updates", List.of("")),
                    Map.entry("impacts", List.of("/components")),
                    Map.entry("corrections", List.of("/publicText")),
                    Map.entry("extensions", List.of("/reason")),
                    Map.entry("rollback", List.of("/reason")),
                    Map.entry("overrides", List.of("/gates", "/reason")),
                    Map.entry("break-glass", List.of("/reason")),
                    Map.entry("completion", List.of("/outcome")));

    private Row with(Row row, @Nullable Map<String, Object> body) {
        return new Row(row.where(), row.what(), body, row.who(), row.others(), row.over());
    }

    @Test
    void what_is_wrong_with_a_body_is_said_with_its_place() {
        every(
                rows().stream().filter(row -> MISSED.containsKey(row.what())),
                row -> {
                    var answer = may(with(row, NONE), of(row), "").extract();
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                row -> "422 " + MISSED.get(row.what()));
        every(
                rows().stream().filter(row -> row.body() != null),
                row -> {
                    var answer = may(with(row, Map.of("colour", "red")), of(row), "").extract();
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                _ -> "422 [/colour]");
        every(
                rows().stream().filter(row -> row.body() != null),
                row -> said(sent(row, ContentType.JSON, "{")),
                _ -> "400 unreadable");
        every(
                rows().stream().filter(row -> MISSED.containsKey(row.what())),
                row -> said(sent(row, ContentType.TEXT, "reason")),
                _ -> "415 unsupported-media-type");
    }

    private static ValidatableResponse sent(Row row, ContentType type, String body) {
        var request =
                given().auth()
                        .oauth2(person(row.who()).token())
                        .header("If-Match", "\"1\"")
                        .contentType(type)
                        .body(body);
        return row.what().isEmpty()
                ? request.patch(WINDOW, of(row)).then()
                : request.post(WINDOW + "/" + row.what(), of(row)).then();
    }

    @Test
    void what_is_made_is_found_where_the_answer_says() {
        String id = night();
        var made = List.of("updates", "impacts", "extensions", "holds", "overrides", "hand-overs");
        every(
                rows().stream().filter(row -> made.contains(row.what())),
                row -> found(may(row, id, "").statusCode(201)),
                row -> row.what() + "/1 1");
        var body = plan(now().plus(Duration.ofDays(40)));
        String plan = planned(body);
        Row move = rows().stream().filter(r -> r.what().equals("moves")).findFirst().orElseThrow();
        assertThat(found(may(move, plan, "").statusCode(201))).isEqualTo("moves/1 1");
    }

    /** What an auditor finds there. */
    private String found(ValidatableResponse made) {
        String location = made.extract().header("Location");
        int ordinal = otto.get(location).statusCode(200).extract().path("ordinal");
        return location.replaceFirst(".*/windows/[^/]+/", "") + " " + ordinal;
    }

    @Test
    void nobody_is_the_second_person_of_themselves() {
        var alone =
                Map.of(
                        "overrides/1/approval", IDA,
                        "overrides/1/rejection", IDA,
                        "break-glass/countersignature", IDA,
                        "rollback/confirmation", JAN,
                        "rollback/rejection", JAN,
                        "approval", IDA);
        every(
                rows().stream().filter(row -> alone.containsKey(row.what())),
                row ->
                        said(
                                ask(
                                        person(Objects.requireNonNull(alone.get(row.what()))),
                                        row,
                                        of(row),
                                        "")),
                _ -> "409 same-person");
        jan.send(
                        Map.of("role", "DRIVER", "reason", "Asleep"),
                        WINDOW + "/take-over",
                        id(Where.NIGHT))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        ida.send(Map.of("role", "DRIVER", "to", JAN), WINDOW + "/hand-overs", id(Where.NIGHT))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        ida.send(Map.of("driver", IDA, "buddy", IDA), WINDOW + "/crew", id(Where.PLAN))
                .statusCode(409)
                .body("code", equalTo("same-person"));
    }

    @Test
    void what_was_promised_for_later_does_not_begin_now() {
        var body = plan(now().plus(Duration.ofDays(50)));
        body.put("crew", crew());
        String id = planned(body);
        ida.post(WINDOW + "/announcement", id).statusCode(200);
        ready(List.of(id), ida, jan);
        ida.post(WINDOW + "/start", id)
                .statusCode(409)
                .body("code", equalTo("too-early"))
                .body("start", equalTo(body.get("start")));
        Instant at = now().plus(Duration.ofDays(50)).plus(Duration.ofHours(1));
        jan.send(
                        Map.of("role", "BUDDY", "to", KIM, "at", at.toString()),
                        WINDOW + "/hand-overs",
                        id)
                .statusCode(201);
        kim.post(WINDOW + "/hand-overs/1/acceptance", id)
                .statusCode(409)
                .body("code", equalTo("too-early"))
                .body("at", equalTo(at.toString()));
    }

    private void ready(List<String> ids, Rest driver, Rest buddy) {
        try (Heard checklist = Heard.from("checklist")) {
            var says = People.with(checklist);
            for (String id : ids) {
                driver.post(WINDOW + "/crew/acceptance", id).statusCode(200);
                buddy.post(WINDOW + "/crew/acceptance", id).statusCode(200);
                String heard = says.says(id, Map.of()).toString();
                driver.with("Interlude-After", heard).get(WINDOW, id).statusCode(200);
            }
        }
    }

    /** Of one driver at overlapping times, whom no other window of this class names. */
    private String booked(String driver, String buddy, Instant start) {
        var body = plan(start);
        body.put("components", List.of(Map.of("id", PUMP, "impact", "NO_IMPACT")));
        body.put("crew", Map.of("driver", driver, "buddy", buddy));
        return planned(body);
    }

    @Test
    void of_two_windows_of_one_driver_announced_at_once_the_second_does_not_start() {
        int both = 0;
        for (int i = 0; i < RACES && both == 0; i++) {
            String driver = "driver-" + i + "-" + RUN;
            Instant start = now().plus(Duration.ofDays(60));
            String one = booked(driver, JAN, start);
            String other = booked(driver, KIM, start.plusSeconds(1800));
            var answers = atOnce(one, other);
            long passed = answers.stream().filter("200 "::equals).count();
            assertThat(answers).allMatch(a -> a.equals("200 ") || a.equals("409 driver-booked"));
            assertThat(passed).isBetween(1L, 2L);
            if (passed == 2) {
                both++;
                bothAreToldAndOneStarts(driver, one, other);
            }
        }
        assertThat(both).as("announcements that both passed").isPositive();
    }

    private void bothAreToldAndOneStarts(String driver, String one, String other) {
        for (String id : List.of(one, other)) {
            ida.await(
                    WINDOWS + "/" + id + "/warnings",
                    warnings -> warnings.body("items.code", hasItem("double-booking")));
        }
        Rest drives = person(driver);
        ready(List.of(one), drives, jan);
        ready(List.of(other), drives, kim);
        String began =
                drives.post(WINDOW + "/start", one)
                        .statusCode(200)
                        .extract()
                        .header("Interlude-Event");
        drives.with("Interlude-After", began)
                .post(WINDOW + "/start", other)
                .statusCode(409)
                .body("code", equalTo("driver-booked"))
                .body("windowId", equalTo(one));
        ida.get(WINDOW, other).body("state", equalTo("Announced"));
    }

    private List<String> atOnce(String one, String other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.of(one, other)
                    .map(id ->
                            CompletableFuture.supplyAsync(
                                    () -> said(ida.post(WINDOW + "/announcement", id)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    @Test
    void the_catalogue_the_policies_and_the_freezes_say_no_as_windows_do() {
        String component = "/api/v1/components/" + PUMP;
        String name = root.get(component).extract().path("name");
        var renamed = Map.of("name", "Other");
        String etag = root.get(component).extract().header("ETag");
        ida.with("If-Match", etag).patch(renamed, component).statusCode(403);
        root.patch(renamed, component).statusCode(428).body("code", equalTo("if-match-required"));
        root.with("If-Match", "\"99\"")
                .patch(renamed, component)
                .statusCode(412)
                .body("code", equalTo("version-differs"));
        root.with("If-Match", etag).patch(renamed, component + "?dryRun=true").statusCode(200);
        root.get(component).body("name", equalTo(name)).header("ETag", etag);
        root.with("If-Match", etag)
                .patch(renamed, "/api/v1/components/not-there")
                .statusCode(404)
                .body("code", equalTo("not-found"));
        root.send(Map.of("id", "dry-" + RUN, "name", "Dry"), "/api/v1/components?dryRun=true")
                .statusCode(200);
        root.get("/api/v1/components/dry-" + RUN).statusCode(404);

        String load = component + "/load-profile";
        var hours = Map.of("zone", "UTC", "hours", java.util.Collections.nCopies(168, 1.5));
        assertThat(put(root, hours, load).extract().statusCode()).isEqualTo(200);
        put(ida, hours, load).statusCode(403);
        put(root, Map.of("zone", "UTC", "hours", List.of(1)), load)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/hours"));
        put(root, hours, "/api/v1/components/not-there/load-profile").statusCode(404);

        String freezes = "/api/v1/freezes";
        var freeze = new HashMap<String, Object>();
        freeze.put("id", "freeze-" + RUN);
        freeze.put("title", "Dry");
        freeze.put("zone", "UTC");
        freeze.put("start", now().plus(Duration.ofDays(900)).toString());
        freeze.put("end", now().plus(Duration.ofDays(901)).toString());
        freeze.put("team", TEAM);
        root.send(freeze, freezes + "?dryRun=true").statusCode(200);
        root.get(freezes + "/freeze-" + RUN).statusCode(404);
        root.with("If-Match", "\"1\"")
                .patch(freeze, freezes + "/freeze-" + RUN)
                .statusCode(404)
                .body("code", equalTo("not-found"));
        root.post(freezes + "/freeze-" + RUN + "/lifting").statusCode(404);
        ida.with("If-Match", "\"1\"").patch(freeze, freezes + "/freeze-" + RUN).statusCode(403);
        root.send(Map.of("title", "No time", "zone", "UTC"), freezes)
                .statusCode(422)
                .body("errors[0].pointer", notNullValue());

        String policies = "/api/v1/policies/notice";
        var policy =
                Map.of(
                        "scope",
                        TEAM,
                        "minimum",
                        Map.of("PUBLIC", Map.of("OUTAGE", "PT200H")),
                        "mode",
                        "REFUSE",
                        "reason",
                        "Dry");
        root.send(policy, policies + "?dryRun=true").statusCode(200).body("dryRun", equalTo(true));
        root.get(policies + "/" + TEAM).body("inherited", equalTo(true));
        root.get(policies + "/" + TEAM + "/versions/9").statusCode(404);
        for (String decided : List.of("confirmation", "rejection")) {
            ida.post(policies + "/" + TEAM + "/proposals/1/" + decided).statusCode(403);
            root.post(policies + "/" + TEAM + "/proposals/1/" + decided).statusCode(404);
        }
    }

    private static ValidatableResponse put(Rest who, Object body, String path) {
        return given().auth()
                .oauth2(who.token())
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    @Test
    void series_slots_and_calendars_say_no_as_windows_do() {
        var series = new HashMap<>(plan(now()));
        series.remove("start");
        series.remove("end");
        series.put("rule", "FREQ=WEEKLY");
        series.put("localStart", now().plus(Duration.ofDays(70)).toString().substring(0, 19));
        series.put("duration", "PT2H");
        ida.send(series, "/api/v1/series?dryRun=true").statusCode(200);
        ida.get("/api/v1/series?team=" + TEAM).statusCode(200).body("items", hasSize(0));
        String none = "/api/v1/series/" + UUID.randomUUID();
        String local = series.get("localStart").toString();
        ida.get(none + "/occurrences").statusCode(404);
        ida.send(Map.of("from", local, "series", series), none + "/revisions").statusCode(404);
        ida.send(Map.of("from", local), none + "/ending").statusCode(404);
        ida.send(WHY, none + "/occurrences/" + local + "/skip").statusCode(404);
        ida.send(WHY, none + "/occurrences/" + local + "/change").statusCode(404);
        ida.post(none + "/occurrences/" + local + "/opening").statusCode(404);
        otto.send(series, "/api/v1/series").statusCode(403).body("code", equalTo("role-missing"));
        series.put("colour", "red");
        ida.send(series, "/api/v1/series")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/colour"));
        for (String view :
                List.of(
                        "/api/v1/series",
                        "/api/v1/slots",
                        "/api/v1/board",
                        "/api/v1/calendar",
                        "/api/v1/calendar/now",
                        "/api/v1/calendar.ics",
                        "/api/v1/freezes",
                        "/api/v1/policies/notice",
                        "/api/v1/components",
                        WINDOWS)) {
            assertThat(said(given().get(view).then())).as(view).isEqualTo("401 unauthenticated");
        }
        ida.get("/api/v1/slots?duration=PT2H&components=not-there")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("components"));
        ida.get("/api/v1/calendar/now?component=not-there")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("component"));
    }
}
