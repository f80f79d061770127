package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.RUN;

import dev.interlude.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A thing for each row on what is no window, with a version that is no longer the present one. */
final class RowThings {

    static final String VALVE = "valve-" + RUN;

    private static final String API = "/api/v1/";
    static final String SCOPE = "flow-" + RUN;

    private static @Nullable RowThings made;

    final RowWindows windows = RowWindows.made();
    final Rest root = windows.root;
    final Rest ruth = Rest.as(Tokens.person("ruth", "admin"));
    final Rest ida = windows.ida;
    final Rest otto = windows.otto;

    /** Further ahead than all tests together move the clock. */
    private final String local =
            windows.now().plus(Duration.ofDays(700)).toString().substring(0, 10) + "T03:00:00";

    private final String series;
    private final String ended;
    private final String moved;
    private final String parted;
    private final Map<String, String> firstSeen = new HashMap<>();

    /** Made once. */
    static synchronized RowThings made() {
        if (made == null) {
            made = new RowThings();
        }
        return made;
    }

    private RowThings() {
        root.send(Map.of("id", VALVE, "name", "Valve"), API + "components").statusCode(201);
        changed("components/" + VALVE, Map.of("name", "The valve"));
        root.ask("PUT", load(), API + "components/" + VALVE + "/load-profile").statusCode(200);
        String freezes = API + "freezes";
        root.send(freeze("frost"), freezes).statusCode(201);
        changed("freezes/frost-" + RUN, freeze("frost"));
        root.send(freeze("thaw"), freezes).statusCode(201);
        root.post(freezes + "/thaw-" + RUN + "/lifting").statusCode(200);
        // it asks for less than what is inherited, so that two are needed
        String policies = API + "policies/notice";
        root.send(policy("PT200H"), policies).statusCode(201);
        seen("policies/notice/" + SCOPE);
        ruth.post(policies + "/" + SCOPE + "/proposals/1/confirmation").statusCode(200);
        root.send(policy("PT150H"), policies).statusCode(201);
        series = planned();
        seen("series/" + series);
        ida.send(WindowRows.WHY, API + "series/" + series + "/occurrences/" + second() + "/skip")
                .statusCode(200);
        moved = move();
        parted = parts();
        ended = planned();
        ida.send(Map.of("from", local), API + "series/" + ended + "/ending").statusCode(200);
    }

    private String move() {
        String id = windows.planned(windows.plan(windows.now().plus(Duration.ofHours(90))));
        var later = windows.now().plus(Duration.ofHours(95)).toString();
        ida.with("If-Match", windows.seen(id))
                .send(Map.of("start", later, "reason", "Because"), API + "windows/" + id + "/moves")
                .statusCode(201);
        return id;
    }

    private String parts() {
        String id = windows.night();
        WindowRows.all().stream()
                .filter(row -> List.of("impacts", "extensions", "holds").contains(row.what()))
                .forEach(row -> windows.may(row, id, "").statusCode(201));
        return id;
    }

    private void seen(String what) {
        firstSeen.put(API + what, root.get(API + what).statusCode(200).extract().header("ETag"));
    }

    private void changed(String what, Map<String, Object> body) {
        seen(what);
        var other = new HashMap<>(body);
        other.computeIfPresent("title", (_, title) -> title + " again");
        root.with("If-Match", "\"1\"").patch(other, API + what).statusCode(200);
    }

    private String planned() {
        return ida.send(terms(), API + "series").statusCode(201).extract().path("id");
    }

    String second() {
        return java.time.LocalDateTime.parse(local).plusWeeks(1) + ":00";
    }

    Map<String, Object> freeze(String name) {
        Instant start = windows.now().plus(Duration.ofDays(900));
        var body = new HashMap<String, Object>();
        body.put("id", name + "-" + RUN);
        body.put("title", "Closed");
        body.put("zone", "UTC");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofDays(1)).toString());
        body.put("team", SCOPE);
        return body;
    }

    static Map<String, Object> policy(String notice) {
        return Map.of(
                "scope",
                SCOPE,
                "minimum",
                Map.of("PUBLIC", Map.of("OUTAGE", notice)),
                "mode",
                "REFUSE",
                "reason",
                "Dry");
    }

    static Map<String, Object> load() {
        return Map.of("zone", "UTC", "hours", Collections.nCopies(168, 1.5));
    }

    Map<String, Object> terms() {
        var body = new HashMap<>(windows.plan(windows.now()));
        body.remove("start");
        body.remove("end");
        body.put("rule", "FREQ=WEEKLY");
        body.put("localStart", local);
        body.put("duration", "PT2H");
        return body;
    }

    /** The version that was seen before the present one. */
    String firstSeen(String of) {
        return java.util.Objects.requireNonNull(firstSeen.get(of), of);
    }

    String series() {
        return series;
    }

    /** One that has ended. */
    String ended() {
        return ended;
    }

    /** A window that was moved once. */
    String moved() {
        return moved;
    }

    /** A window with an impact, an extension and a hold. */
    String parted() {
        return parted;
    }

    String local() {
        return local;
    }
}
