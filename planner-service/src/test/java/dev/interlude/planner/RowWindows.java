package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static dev.interlude.planner.People.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.interlude.local.LocalToken;
import dev.interlude.planner.WindowRow.Where;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A window for each place that a row can be done at, and people who may. */
final class RowWindows {

    static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    static final String TEAM = "rows-" + RUN;
    static final String PUMP = "pump-" + RUN;
    static final String IDA = "ida-" + RUN;
    static final String JAN = "jan-" + RUN;
    static final String KIM = "kim-" + RUN;

    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

    private static @Nullable RowWindows made;

    private final Instant at;

    final Rest ida = person(IDA);
    final Rest jan = person(JAN);
    final Rest kim = person(KIM);
    final Rest otto = Rest.as(Tokens.otto());
    final Rest root = Rest.as(Tokens.root());

    private final Map<Where, String> ids = new HashMap<>();
    private final Map<Where, String> firstSeen = new HashMap<>();
    private final String over;

    /**
     * Made once, since what is asked of them afterwards changes nothing but by a refusal; and anew
     * when the clock was moved since.
     */
    static synchronized RowWindows made() {
        if (made == null) {
            Rest.as(Tokens.root())
                    .send(Map.of("id", PUMP, "name", "Pump"), "/api/v1/components")
                    .statusCode(201);
            made = new RowWindows();
        } else if (made.now().isAfter(made.at.plus(Duration.ofMinutes(30)))) {
            made = new RowWindows();
        }
        return made;
    }

    private RowWindows() {
        at = now();
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
        jan.send(WindowRows.WHY, WINDOW + "/rollback", stopped).statusCode(200);
        String verifying = kept(Where.VERIFYING, night());
        glass(verifying);
        ida.post(WINDOW + "/verification", verifying).statusCode(200);
        over = night();
        safeguarded(over);
        jan.send(WindowRows.WHY, WINDOW + "/holds", over).statusCode(201);
        ida.send(WindowRows.WHY, WINDOW + "/cancellation", over).statusCode(200);
    }

    static Rest person(String name) {
        return Rest.as(SIGNED.computeIfAbsent(name, RowWindows::signed));
    }

    private static String signed(String name) {
        return Tokens.signed(LocalToken.person(name).in("planner", "operator", "team:" + TEAM));
    }

    static Map<String, Object> crew() {
        return Map.of("driver", IDA, "buddy", JAN);
    }

    /** By the clock of the service. */
    Instant now() {
        String now = root.get("/api/v1/clock").statusCode(200).extract().path("now");
        return Instant.parse(now).truncatedTo(ChronoUnit.SECONDS);
    }

    Map<String, Object> plan(Instant start) {
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

    String planned(Map<String, Object> body) {
        return ida.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    String seen(String id) {
        return ida.get(WINDOW, id).statusCode(200).extract().header("ETag");
    }

    String firstSeen(Where where) {
        return Objects.requireNonNull(firstSeen.get(where));
    }

    /** At work since five minutes. */
    String night() {
        var body = plan(now().minus(Duration.ofMinutes(5)));
        body.put("kind", "EMERGENCY");
        body.put("upTo", "InProgress");
        body.put("crew", crew());
        return planned(body);
    }

    private String kept(Where where, String id) {
        ids.put(where, id);
        firstSeen.put(where, seen(id));
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

    /** One that has ended. */
    String over() {
        return over;
    }

    String id(Where where) {
        return Objects.requireNonNull(ids.get(where));
    }

    String of(WindowRow row) {
        return id(row.where());
    }

    static ValidatableResponse ask(Rest who, WindowRow row, String id, String query) {
        String path = WINDOWS + "/" + id + (row.what().isEmpty() ? "" : "/" + row.what()) + query;
        return who.ask(row.what().isEmpty() ? "PATCH" : "POST", row.body(), path);
    }

    /** By whom may, with the version that they have seen where that is asked for. */
    ValidatableResponse may(WindowRow row, String id, String query) {
        Rest who = person(row.who());
        return ask(row.matching() ? who.with("If-Match", seen(id)) : who, row, id, query);
    }

    /** Status, and code if it is a problem. */
    static String said(ValidatableResponse answer) {
        var all = answer.extract();
        String type = all.contentType();
        String code = type.contains("problem+json") ? all.path("code") : "";
        return all.statusCode() + " " + code;
    }

    /** Every row answers as told by its second function. */
    static void every(
            Stream<WindowRow> rows,
            Function<WindowRow, String> told,
            Function<WindowRow, String> expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        rows.forEach(row -> {
            found.add(row.name() + ": " + told.apply(row));
            wanted.add(row.name() + ": " + expected.apply(row));
        });
        assertThat(found).hasSizeGreaterThan(4).containsExactlyElementsOf(wanted);
    }
}
