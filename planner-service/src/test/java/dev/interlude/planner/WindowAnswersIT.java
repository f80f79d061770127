package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static dev.interlude.planner.RowWindows.IDA;
import static dev.interlude.planner.RowWindows.JAN;
import static dev.interlude.planner.RowWindows.ask;
import static dev.interlude.planner.RowWindows.every;
import static dev.interlude.planner.RowWindows.person;
import static dev.interlude.planner.RowWindows.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.planner.WindowRow.Where;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every command of a window answers, and what it says to a body. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class WindowAnswersIT {

    private RowWindows windows;

    @BeforeEach
    void windows() {
        windows = RowWindows.made();
    }

    @Test
    void a_dry_run_of_every_command_says_yes_and_stores_nothing() {
        every(
                WindowRows.all().stream(),
                row -> {
                    String before = windows.seen(windows.of(row));
                    var answer = windows.may(row, windows.of(row), "?dryRun=true");
                    String said = said(answer);
                    List<?> events = answer.extract().path("events");
                    return said
                            + answer.extract().path("dryRun")
                            + (events == null || events.isEmpty() ? " for nothing" : "")
                            + (windows.seen(windows.of(row)).equals(before) ? "" : " and stored");
                },
                _ -> "200 true");
    }

    @Test
    void what_is_wrong_with_a_body_is_said_with_its_place() {
        every(
                WindowRows.all().stream().filter(row -> WindowRows.MISSED.containsKey(row.what())),
                row -> {
                    var answer =
                            windows.may(row.with(WindowRows.NONE), windows.of(row), "").extract();
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                row -> "422 " + WindowRows.MISSED.get(row.what()));
    }

    @Test
    void what_is_made_is_found_where_the_answer_says() {
        String id = windows.night();
        var made = List.of("updates", "impacts", "extensions", "holds", "overrides", "hand-overs");
        every(
                WindowRows.all().stream().filter(row -> made.contains(row.what())),
                row -> found(windows.may(row, id, "").statusCode(201)),
                row -> row.what() + "/1 1");
        var body = windows.plan(windows.now().plus(Duration.ofDays(40)));
        String plan = windows.planned(body);
        WindowRow move =
                WindowRows.all().stream()
                        .filter(r -> r.what().equals("moves"))
                        .findFirst()
                        .orElseThrow();
        assertThat(found(windows.may(move, plan, "").statusCode(201))).isEqualTo("moves/1 1");
    }

    /** What an auditor finds there. */
    private String found(ValidatableResponse made) {
        String location = made.extract().header("Location");
        int ordinal = windows.otto.get(location).statusCode(200).extract().path("ordinal");
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
                WindowRows.all().stream().filter(row -> alone.containsKey(row.what())),
                row ->
                        said(
                                ask(
                                        person(Objects.requireNonNull(alone.get(row.what()))),
                                        row,
                                        windows.of(row),
                                        "")),
                _ -> "409 same-person");
        windows.jan
                .send(
                        Map.of("role", "DRIVER", "reason", "Asleep"),
                        WINDOW + "/take-over",
                        windows.id(Where.NIGHT))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        windows.ida
                .send(
                        Map.of("role", "DRIVER", "to", JAN),
                        WINDOW + "/hand-overs",
                        windows.id(Where.NIGHT))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        windows.ida
                .send(Map.of("driver", IDA, "buddy", IDA), WINDOW + "/crew", windows.id(Where.PLAN))
                .statusCode(409)
                .body("code", equalTo("same-person"));
    }
}
