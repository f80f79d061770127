package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.RUN;
import static dev.interlude.planner.RowWindows.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue, freezes, policies and series say no as windows do. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class CommandRowsIT {

    private RowThings things;

    @BeforeEach
    void commands() {
        things = RowThings.made();
    }

    private void every(
            Predicate<CommandRow> which,
            Function<CommandRow, String> told,
            Function<CommandRow, String> expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        CommandRows.all().stream()
                .filter(which)
                .forEach(row -> {
                    found.add(row.operation() + ": " + told.apply(row));
                    wanted.add(row.operation() + ": " + expected.apply(row));
                });
        assertThat(found).hasSizeGreaterThan(4).containsExactlyElementsOf(wanted);
    }

    private static ValidatableResponse ask(Rest who, CommandRow row, String path) {
        return who.ask(row.method(), row.body(), path);
    }

    private static Rest seen(Rest who, CommandRow row) {
        return row.matching() ? who.with("If-Match", "\"1\"") : who;
    }

    private Rest may(CommandRow row) {
        return row.matching() ? row.who().with("If-Match", present(row)) : row.who();
    }

    private static String present(CommandRow row) {
        String of = Objects.requireNonNull(row.of());
        return row.who().get(of).statusCode(200).extract().header("ETag");
    }

    @Test
    void whoever_may_not_is_told_what_is_missing() {
        every(
                _ -> true,
                row -> said(ask(seen(row.others(), row), row, row.path())),
                _ -> "403 role-missing");
        every(
                row -> row.over() != null,
                row -> said(ask(seen(row.others(), row), row, Objects.requireNonNull(row.over()))),
                _ -> "403 role-missing");
    }

    @Test
    void a_dry_run_says_yes_and_stores_nothing() {
        every(
                _ -> true,
                row -> {
                    String before = row.of() == null ? "" : present(row);
                    var answer = ask(may(row), row, row.path() + "?dryRun=true");
                    return said(answer)
                            + answer.extract().path("dryRun")
                            + (row.of() == null || before.equals(present(row)) ? "" : " stored");
                },
                _ -> "200 true");
        Rest root = CommandRows.all().getLast().who();
        root.get("/api/v1/components/dry-" + RUN).statusCode(404);
        root.get("/api/v1/freezes/dry-" + RUN).statusCode(404);
    }

    @Test
    void what_is_not_there_is_not_found() {
        every(
                row -> row.gone() != null,
                row -> said(ask(seen(row.who(), row), row, Objects.requireNonNull(row.gone()))),
                _ -> "404 not-found");
    }

    @Test
    void whoever_has_seen_an_older_version_is_told_the_newer_events() {
        every(
                row -> row.of() != null,
                row -> {
                    String old = things.firstSeen(Objects.requireNonNull(row.of()));
                    var answer = ask(row.who().with("If-Match", old), row, row.path());
                    answer.body("since", not(hasSize(0)));
                    return said(answer);
                },
                _ -> "412 version-differs");
        for (CommandRow row : CommandRows.all()) {
            if (row.matching()) {
                assertThat(said(ask(row.who(), row, row.path())))
                        .isEqualTo("428 if-match-required");
            }
        }
    }

    @Test
    void what_is_settled_is_left_alone() {
        every(
                row -> row.over() != null,
                row -> {
                    Rest who = row.who();
                    String of = Objects.requireNonNull(row.over());
                    return said(
                            ask(
                                    row.matching()
                                            ? who.with(
                                                    "If-Match",
                                                    who.get(of).extract().header("ETag"))
                                            : who,
                                    row,
                                    of));
                },
                CommandRow::overSays);
        List<Map<String, String>> again =
                List.of(
                        Map.of("id", RowThings.VALVE, "name", "Valve"),
                        Map.of("id", RowWindows.PUMP, "name", "Pump"));
        CommandRow adding = row("POST /api/v1/components");
        for (Map<String, String> one : again) {
            assertThat(said(adding.who().send(one, adding.path()))).isEqualTo(adding.overSays());
        }
        CommandRow declaring = row("POST /api/v1/freezes");
        var frost = new java.util.HashMap<>(Objects.requireNonNull(declaring.body()));
        frost.put("id", "frost-" + RUN);
        assertThat(said(declaring.who().send(frost, declaring.path())))
                .isEqualTo(declaring.overSays());
    }

    private CommandRow row(String operation) {
        return CommandRows.all().stream()
                .filter(row -> row.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_missed_in_a_body_is_said_with_its_place() {
        every(
                row -> row.missed() != null,
                row -> {
                    Rest who = seen(row.who(), row);
                    var answer = who.ask(row.method(), Map.of(), row.path()).extract();
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                row -> "422 " + row.missed());
        wrong("POST /api/v1/series", Map.of("rule", "FREQ=NEVER"), "/rule");
        wrong("POST /api/v1/series", Map.of("zone", "Mars"), "/zone");
        wrong("POST /api/v1/freezes", Map.of("components", List.of("not-there")), "/components/0");
        wrong("POST /api/v1/components", Map.of("dependsOn", List.of("nope")), "/dependsOn/0");
        wrong("PUT /api/v1/components/{id}/load-profile", Map.of("hours", List.of(1)), "/hours");
        wrong("POST /api/v1/policies/notice", Map.of("mode", "MAYBE"), "/mode");
        wrong(
                "POST /api/v1/components/import",
                Map.of("freezes", List.of(Map.of("title", "x", "zone", "Mars"))),
                "/freezes/0/id");
        wrong("POST /api/v1/windows", Map.of("zone", "Mars"), "/zone");
        wrong(
                "POST /api/v1/windows",
                Map.of("components", List.of(Map.of("id", "not-there", "impact", "OUTAGE"))),
                "/components/0/id");
    }

    private void wrong(String operation, Map<String, @Nullable Object> other, String pointer) {
        CommandRow row = row(operation);
        var body = new java.util.HashMap<>(Objects.requireNonNull(row.body()));
        body.putAll(other);
        row.who()
                .ask(row.method(), body, row.path())
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
