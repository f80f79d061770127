package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static dev.interlude.planner.People.WINDOWS;
import static dev.interlude.planner.RowWindows.IDA;
import static dev.interlude.planner.RowWindows.ask;
import static dev.interlude.planner.RowWindows.every;
import static dev.interlude.planner.RowWindows.person;
import static dev.interlude.planner.RowWindows.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlude.planner.WindowRow.Where;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not, and when not: what every command of a window says no to. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class WindowRowsIT {

    private RowWindows windows;

    @BeforeEach
    void windows() {
        windows = RowWindows.made();
    }

    @Test
    void whoever_may_not_is_told_what_is_missing() {
        every(
                WindowRows.all().stream(),
                row -> {
                    Rest who =
                            row.matching()
                                    ? windows.otto.with("If-Match", windows.seen(windows.of(row)))
                                    : windows.otto;
                    return said(ask(who, row, windows.of(row), ""));
                },
                WindowRow::others);
        every(
                WindowRows.all().stream(),
                row -> said(ask(Rest.as("x"), row, windows.of(row), "")),
                _ -> "401 unauthenticated");
    }

    /** Whatever the content and the state: neither is told to whom it is none of their business. */
    @Test
    void rights_are_judged_before_rules() {
        every(
                WindowRows.all().stream(),
                row -> {
                    Rest who = windows.otto.with("If-Match", windows.seen(windows.over()));
                    return said(ask(who, row, windows.over(), ""));
                },
                row -> row.what().equals("start") ? "403 not-crew" : row.others());
        String far = windows.now().plus(Duration.ofDays(4_000)).toString();
        var unknown = List.of(Map.of("id", "not-there", "impact", "OUTAGE"));
        Map<String, Map<String, Object>> wrong =
                Map.of(
                        "", Map.of("components", unknown),
                        "moves", Map.of("reason", "Because", "start", far),
                        "impacts", Map.of("components", unknown),
                        "extensions", Map.of("reason", "Because", "by", "P900D"),
                        "hand-overs", Map.of("role", "EXPERT", "to", IDA, "at", far),
                        "hand-overs/1/acceptance", Map.of(),
                        "take-over", Map.of("role", "EXPERT", "reason", "Asleep"),
                        "overrides", Map.of("gates", List.of("none"), "reason", "Why"),
                        "break-glass", Map.of("gates", List.of("none"), "reason", "Why"));
        for (String id : List.of(windows.over(), windows.id(Where.NIGHT))) {
            every(
                    WindowRows.all().stream().filter(row -> wrong.containsKey(row.what())),
                    row -> {
                        Rest who = windows.otto.with("If-Match", windows.seen(id));
                        return said(ask(who, row.with(wrong.get(row.what())), id, ""));
                    },
                    WindowRow::others);
        }
        var plan = windows.plan(windows.now().plus(Duration.ofDays(20)));
        plan.put("components", unknown);
        assertThat(said(windows.otto.send(plan, WINDOWS))).isEqualTo("403 role-missing");
        windows.ida
                .send(plan, WINDOWS)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/components/0/id"));
        plan.put("copyOf", "M-99999999");
        assertThat(said(windows.otto.send(plan, WINDOWS))).isEqualTo("403 role-missing");
    }

    @Test
    void what_is_over_is_left_alone() {
        every(
                WindowRows.all().stream(),
                row ->
                        said(
                                windows.may(
                                        row,
                                        windows.over(),
                                        row.over().equals(WindowRows.WRONG) ? "" : "?dryRun=true")),
                WindowRow::over);
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
                WindowRows.all().stream().filter(row -> work.contains(row.what())),
                row -> said(windows.may(row, windows.id(Where.PLAN), "")),
                _ -> WindowRows.WRONG);
        windows.ida
                .post(WINDOW + "/start", windows.id(Where.PLAN))
                .statusCode(409)
                .body("code", equalTo("gate-closed"))
                .body("gates", hasItem("tentative"))
                .body("gates", hasItem("crew"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        String none = UUID.randomUUID().toString();
        every(
                WindowRows.all().stream(),
                row -> said(ask(person(row.who()).with("If-Match", "\"1\""), row, none, "")),
                _ -> "404 not-found");
        for (String id : List.of(none, "M-99999999")) {
            for (String view : List.of("", "/gates", "/warnings", "/history")) {
                windows.ida
                        .get(WINDOW + view, id)
                        .statusCode(404)
                        .body("code", equalTo("not-found"));
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
            windows.ida
                    .get(WINDOW + "/" + part + "/9", windows.id(Where.NIGHT))
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        every(
                WindowRows.all().stream().filter(row -> row.what().contains("/1/")),
                row -> {
                    var ninth =
                            new WindowRow(
                                    row.where(),
                                    row.what().replace("/1/", "/9/"),
                                    row.body(),
                                    row.who(),
                                    "",
                                    "");
                    return said(windows.may(ninth, windows.of(row), ""));
                },
                _ -> "404 not-found");
    }

    @Test
    void whoever_has_seen_an_older_version_is_told_the_newer_events() {
        every(
                WindowRows.all().stream()
                        .filter(row -> row.where() != Where.STOPPED || row.body() != null),
                row -> {
                    Rest who = person(row.who());
                    var answer =
                            ask(
                                    who.with("If-Match", windows.firstSeen(row.where())),
                                    row,
                                    windows.of(row),
                                    "");
                    answer.body("since", not(hasSize(0))).body("since[0].id", notNullValue());
                    return said(answer);
                },
                _ -> "412 version-differs");
        for (String what : List.of("", "moves")) {
            WindowRow row =
                    WindowRows.all().stream()
                            .filter(r -> r.what().equals(what))
                            .findFirst()
                            .orElseThrow();
            assertThat(said(ask(windows.ida, row, windows.of(row), "")))
                    .isEqualTo("428 if-match-required");
        }
    }
}
