package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.RUN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every command on what is no window: catalogue, freezes, policies, series. */
final class CommandRows {

    private static final String API = "/api/v1/";
    private static final String WRONG = "409 wrong-state";
    private static final String EXISTS = "409 already-exists";

    private final RowThings things = RowThings.made();

    private CommandRows() {}

    static List<CommandRow> all() {
        return new CommandRows().rows();
    }

    private List<CommandRow> rows() {
        Instant start = things.windows.now().plus(Duration.ofDays(30));
        Map<String, Object> from = Map.of("from", things.local());
        return List.of(
                planner("windows", "windows", things.windows.plan(start), List.of("/start")),
                planner("series", "series", things.terms(), SERIES),
                ofSeries("ending", from, List.of("/from")),
                ofSeries(
                        "revisions",
                        Map.of("from", things.local(), "series", things.terms()),
                        List.of("/from", "/series")),
                ofOccurrence("skip", WindowRows.WHY, List.of("/reason")),
                ofOccurrence(
                        "change",
                        Map.of("reason", "Because", "title", "Other"),
                        List.of("/reason")),
                ofOccurrence("opening", null, null),
                adding(
                        "components",
                        Map.of("id", "dry-" + RUN, "name", "Dry"),
                        List.of("/id", "/name")),
                new CommandRow(
                        "POST /api/v1/components/import",
                        API + "components/import",
                        Map.of("components", List.of(Map.of("id", "dry-" + RUN, "name", "Dry"))),
                        things.root,
                        things.ida,
                        null,
                        null,
                        null,
                        null,
                        ""),
                kept(
                        "PATCH",
                        "components/{id}",
                        RowThings.VALVE,
                        "",
                        Map.of("name", "Other"),
                        null,
                        null),
                kept(
                        "PUT",
                        "components/{id}/load-profile",
                        RowThings.VALVE,
                        "/load-profile",
                        RowThings.load(),
                        List.of("/hours", "/zone"),
                        null),
                adding("freezes", things.freeze("dry"), List.of("/title", "/zone")),
                kept(
                        "PATCH",
                        "freezes/{id}",
                        "frost-" + RUN,
                        "",
                        titled(things.freeze("frost")),
                        List.of("/title", "/zone"),
                        "thaw-" + RUN),
                kept(
                        "POST",
                        "freezes/{id}/lifting",
                        "frost-" + RUN,
                        "/lifting",
                        Map.of("reason", "Thaw"),
                        null,
                        "thaw-" + RUN),
                new CommandRow(
                        "POST /api/v1/policies/notice",
                        API + "policies/notice",
                        RowThings.policy("PT300H"),
                        things.root,
                        things.ida,
                        List.of("/minimum", "/mode", "/reason"),
                        API + "policies/notice/" + RowThings.SCOPE,
                        null,
                        null,
                        ""),
                proposal("confirmation", null),
                proposal("rejection", Map.of("reason", "Too little")));
    }

    private static final List<String> SERIES =
            List.of(
                    "/components",
                    "/duration",
                    "/localStart",
                    "/publicText",
                    "/rule",
                    "/title",
                    "/zone");

    private static Map<String, Object> titled(Map<String, Object> body) {
        var other = new HashMap<>(body);
        other.remove("id");
        other.put("title", "Closed for long");
        return other;
    }

    private CommandRow planner(
            String operation, String path, Map<String, Object> body, List<String> missed) {
        return new CommandRow(
                "POST /api/v1/" + operation,
                API + path,
                body,
                things.ida,
                things.otto,
                missed,
                null,
                null,
                null,
                "");
    }

    private CommandRow ofSeries(String what, Map<String, Object> body, List<String> missed) {
        return new CommandRow(
                "POST /api/v1/series/{id}/" + what,
                API + "series/" + things.series() + "/" + what,
                body,
                things.ida,
                things.otto,
                missed,
                API + "series/" + things.series(),
                API + "series/" + UUID.randomUUID() + "/" + what,
                API + "series/" + things.ended() + "/" + what,
                WRONG);
    }

    private CommandRow ofOccurrence(
            String what, @Nullable Map<String, Object> body, @Nullable List<String> missed) {
        String all = API + "series/" + things.series() + "/occurrences/";
        return new CommandRow(
                "POST /api/v1/series/{id}/occurrences/{localStart}/" + what,
                all + things.local() + "/" + what,
                body,
                things.ida,
                things.otto,
                missed,
                API + "series/" + things.series(),
                all + "2020-01-01T01:00:00/" + what,
                all + things.second() + "/" + what,
                WRONG);
    }

    /** Asked for again where it is already, it is refused. */
    private CommandRow adding(String what, Map<String, Object> body, List<String> missed) {
        return new CommandRow(
                "POST /api/v1/" + what,
                API + what,
                body,
                things.root,
                things.ida,
                missed,
                null,
                null,
                null,
                EXISTS);
    }

    private CommandRow kept(
            String method,
            String operation,
            String id,
            String what,
            Map<String, Object> body,
            @Nullable List<String> missed,
            @Nullable String over) {
        String all = API + operation.substring(0, operation.indexOf('{'));
        return new CommandRow(
                method + " /api/v1/" + operation,
                all + id + what,
                body,
                things.root,
                things.ida,
                missed,
                all + id,
                all + "not-there" + what,
                over == null ? null : all + over + what,
                WRONG);
    }

    private CommandRow proposal(String what, @Nullable Map<String, Object> body) {
        String all = API + "policies/notice/" + RowThings.SCOPE;
        return new CommandRow(
                "POST /api/v1/policies/notice/{scope}/proposals/{n}/" + what,
                all + "/proposals/2/" + what,
                body,
                things.ruth,
                things.ida,
                null,
                all,
                all + "/proposals/9/" + what,
                all + "/proposals/1/" + what,
                WRONG);
    }
}
