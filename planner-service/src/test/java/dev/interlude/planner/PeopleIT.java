package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people settle among themselves, over HTTP, also in the same millisecond. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class PeopleIT {

    private static final int RACES = Integer.getInteger("people.races", 40);

    @Inject Log log;

    private Heard checklist;
    private People people;

    @BeforeEach
    void people() {
        checklist = Heard.from("checklist");
        people = People.with(checklist);
        people.catalogue();
    }

    @AfterEach
    void silence() {
        checklist.close();
    }

    private Instant inFourDays() {
        Instant now = log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
        return Apart.next(now.plus(Duration.ofDays(4)));
    }

    private List<LogEvent> events(String id) {
        return log.byKey(id, 0, 5_000).await().atMost(Patience.MOST).stream()
                .filter(LogEvent::own)
                .toList();
    }

    private List<String> names(String id) {
        return events(id).stream().map(LogEvent::name).toList();
    }

    private void everyEventIsValid(String id) {
        assertThat(events(id))
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.data()));
    }

    @Test
    void a_night_on_which_the_work_is_rolled_back() {
        String id = people.started(inFourDays());
        people.ana()
                .send(Map.of("role", "DRIVER", "to", "dan"), WINDOW + "/hand-overs", id)
                .statusCode(201)
                .header("Location", endsWith("/hand-overs/1"));
        people.dan().get(WINDOW + "/hand-overs/1", id).body("status", equalTo("OFFERED"));
        people.ben()
                .post(WINDOW + "/hand-overs/1/acceptance", id)
                .statusCode(403)
                .body("code", equalTo("not-crew"));
        people.dan()
                .post(WINDOW + "/hand-overs/1/acceptance", id)
                .statusCode(200)
                .body("crew.driver.person", equalTo(Tokens.idOf("dan")))
                .body("crew.driver.accepted", equalTo(true));
        people.ana()
                .send(Map.of("reason", "x"), WINDOW + "/holds", id)
                .statusCode(403)
                .body("code", equalTo("not-crew"));
        people.ana()
                .send(
                        Map.of("role", "DRIVER", "reason", "Dan does not answer"),
                        WINDOW + "/take-over",
                        id)
                .statusCode(200)
                .body("crew.driver.person", equalTo(Tokens.idOf("ana")))
                .body("crew.gaps[0].absent", equalTo(Tokens.idOf("dan")));

        people.ben()
                .send(Map.of("reason", "smoke"), WINDOW + "/holds", id)
                .statusCode(201)
                .header("Location", endsWith("/holds/1"))
                .body("flags", contains("held"))
                .body("holds[0].by", equalTo(Tokens.idOf("ben")));
        people.ben().post(WINDOW + "/holds/1/release", id).statusCode(200);
        people.ben()
                .post(WINDOW + "/holds/1/release", id)
                .statusCode(409)
                .body("code", equalTo("same-person"));
        people.carla().post(WINDOW + "/holds/1/release", id).statusCode(200);
        people.carla()
                .get(WINDOW + "/holds/1", id)
                .body("releasedBy", contains(Tokens.idOf("ben"), Tokens.idOf("carla")));

        var past = people.says(id, Map.of("carryOutStarted", true, "pastPointOfNoReturn", true));
        people.ben()
                .with("Interlude-After", past.toString())
                .send(Map.of("reason", "hangs"), WINDOW + "/rollback", id)
                .statusCode(409)
                .body("code", equalTo("gate-closed"))
                .body("gates", contains("rollback"));
        people.ben()
                .send(
                        Map.of("gates", List.of("rollback"), "reason", "the copy is whole"),
                        WINDOW + "/overrides",
                        id)
                .statusCode(201)
                .header("Location", endsWith("/overrides/1"));
        people.ben()
                .post(WINDOW + "/overrides/1/approval", id)
                .statusCode(409)
                .body("code", equalTo("same-person"));
        people.ana().post(WINDOW + "/overrides/1/approval", id).statusCode(200);
        people.ana()
                .get(WINDOW + "/gates", id)
                .statusCode(200)
                .body("rollback[0].passed", equalTo(true))
                .body("rollback[0].passedBy.by", equalTo("OVERRIDE"))
                .body("complete[0].passed", equalTo(false))
                .body("resume[0].passed", equalTo(true))
                .body("start.gate", hasItem("approval"));
        people.ben()
                .send(Map.of("reason", "hangs"), WINDOW + "/rollback", id)
                .statusCode(200)
                .body("state", equalTo("InProgress"));
        people.ben()
                .post(WINDOW + "/rollback/confirmation", id)
                .statusCode(409)
                .body("code", equalTo("same-person"));
        people.ana()
                .send(Map.of("publicText", "We go back."), WINDOW + "/rollback/confirmation", id)
                .statusCode(200)
                .body("state", equalTo("RollingBack"));
        people.ana()
                .post(WINDOW + "/resumption", id)
                .statusCode(409)
                .body("gates", contains("resume"));

        var undone =
                people.says(
                        id,
                        Map.of(
                                "carryOutStarted", true,
                                "pastPointOfNoReturn", true,
                                "rolledBack", true,
                                "rollbackVerified", true));
        // recorded because of the checklist, and verified because of that: two reactions
        people.ana().with("Interlude-After", undone.toString()).get(WINDOW, id).statusCode(200);
        people.ana()
                .await(
                        People.WINDOWS + "/" + id,
                        window -> window.body("state", equalTo("Verifying")));
        people.ana()
                .send(Map.of("outcome", "SUCCEEDED"), WINDOW + "/completion", id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outcome"));
        people.ana()
                .send(Map.of("outcome", "ROLLED_BACK"), WINDOW + "/completion", id)
                .statusCode(200)
                .body("state", equalTo("Completed"))
                .body("completion.outcome", equalTo("ROLLED_BACK"));
        everyEventIsValid(id);
    }

    @Test
    void a_night_on_which_nobody_else_answers() {
        Instant start = inFourDays();
        String id = people.planned(start);
        people.ana().post(WINDOW + "/crew/acceptance", id).statusCode(200);
        people.ana().post(WINDOW + "/announcement", id).statusCode(200);
        var ready = people.says(id, Map.of());
        Clocks.forwardTo(start);
        people.ana()
                .with("Interlude-After", ready.toString())
                .post(WINDOW + "/start", id)
                .statusCode(409)
                .body("gates", contains("crew"));
        people.machine()
                .send(Map.of("gates", List.of("crew"), "reason", "x"), WINDOW + "/break-glass", id)
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        people.ana()
                .send(
                        Map.of(
                                "gates", List.of("crew"),
                                "confirmations", List.of("hold-release"),
                                "reason", "The disk fills up and nobody answers"),
                        WINDOW + "/break-glass",
                        id)
                .statusCode(200);
        people.ana()
                .post(WINDOW + "/start", id)
                .statusCode(200)
                .body("events[0].data.exceptions[0].by", equalTo("BREAK_GLASS"));
        people.ana().send(Map.of("reason", "look"), WINDOW + "/holds", id).statusCode(201);
        people.ana().post(WINDOW + "/holds/1/release", id).statusCode(200);
        people.ana()
                .post(WINDOW + "/break-glass/countersignature", id)
                .statusCode(409)
                .body("code", equalTo("same-person"));
        // three working days end within six days, and an hour where the clocks are put back
        Clocks.forwardBy(Duration.ofDays(7));
        assertThat(names(id)).contains("CountersignatureOverdue");
        people.ben().post(WINDOW + "/break-glass/countersignature", id).statusCode(200);
        assertThat(names(id)).contains("BreakGlassCountersigned");
        everyEventIsValid(id);
    }

    @Test
    void an_approval_is_for_what_was_approved() {
        String id = people.planned(inFourDays());
        people.ana()
                .post(WINDOW + "/approval", id)
                .statusCode(409)
                .body("code", equalTo("same-person"));
        people.machine().post(WINDOW + "/approval", id).statusCode(403);
        people.ben().post(WINDOW + "/approval", id).statusCode(200);
        String seen = people.ana().get(WINDOW, id).extract().header("ETag");
        people.ana()
                .with("If-Match", seen)
                .patch(
                        Map.of("components", List.of(Map.of("id", "api", "impact", "DEGRADED"))),
                        WINDOW,
                        id)
                .statusCode(200)
                .body("events.type", hasItem("dev.interlude.planner.ApprovalVoided.v1"));
        everyEventIsValid(id);
    }

    private static Rest careful(String subject, String... roles) {
        var groups = new ArrayList<>(List.of(roles));
        groups.add("team:careful");
        return Rest.as(
                Tokens.signed(LocalToken.person(subject, roles).in(groups.toArray(String[]::new))));
    }

    @Test
    void where_the_policy_wants_it_nothing_starts_without_an_approval() {
        people.root()
                .send(
                        Map.of(
                                "scope", "careful",
                                "minimum",
                                        Map.of(
                                                "PUBLIC",
                                                Map.of("OUTAGE", "PT72H", "DEGRADED", "PT24H")),
                                "mode", "REFUSE",
                                "delayTolerance", "PT1H",
                                "approvalFrom", "OUTAGE",
                                "reason", "An outage is looked at twice"),
                        "/api/v1/policies/notice")
                .statusCode(201);
        Instant start = inFourDays();
        String id = people.planned(start, careful("pia", "planner", "operator"), "careful");
        Rest pia = careful("pia", "planner", "operator");
        Rest quin = careful("quin", "operator");
        pia.send(Map.of("driver", "pia", "buddy", "quin"), WINDOW + "/crew", id).statusCode(200);
        pia.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        quin.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        pia.post(WINDOW + "/announcement", id).statusCode(200);
        var ready = people.says(id, Map.of());
        Clocks.forwardTo(start);
        pia.with("Interlude-After", ready.toString())
                .post(WINDOW + "/start", id)
                .statusCode(409)
                .body("gates", contains("approval"))
                .body("missing[0].role", equalTo("operator"));
        quin.post(WINDOW + "/approval", id)
                .statusCode(200)
                .body("approval.by", equalTo(Tokens.idOf("quin")))
                .body("approval.planHash", equalTo("h"));
        var changed = people.says(id, Map.of("planHash", "another"));
        pia.with("Interlude-After", changed.toString())
                .post(WINDOW + "/start", id)
                .statusCode(409)
                .body("gates", contains("approval"));
        quin.post(WINDOW + "/approval", id).statusCode(200);
        pia.post(WINDOW + "/start", id).statusCode(200);
        everyEventIsValid(id);
    }

    @Test
    void the_crew_is_two_people_at_every_instant() {
        Instant start = inFourDays();
        String id = people.planned(start);
        var shift =
                Map.of(
                        "role", "DRIVER",
                        "person", "ben",
                        "from", start.plusSeconds(3600).toString());
        people.ana()
                .send(
                        Map.of("driver", "ana", "buddy", "ben", "shifts", List.of(shift)),
                        WINDOW + "/crew",
                        id)
                .statusCode(409)
                .body("code", equalTo("same-person"))
                .body("at", equalTo(start.plusSeconds(3600).toString()));
        var expert = Map.of("lane", "dba", "person", "dan");
        people.ana()
                .send(
                        Map.of("driver", "ana", "buddy", "ben", "experts", List.of(expert)),
                        WINDOW + "/crew",
                        id)
                .statusCode(200)
                .body("events[0].data.experts[0].lane", equalTo("dba"));
        people.dan()
                .post(WINDOW + "/crew/acceptance", id)
                .statusCode(200)
                .body("events[0].data.roles", contains("EXPERT"));
        everyEventIsValid(id);
    }

    @Test
    void what_is_not_acceptable_is_named() {
        String id = people.planned(inFourDays());
        people.ana().send(Map.of(), WINDOW + "/holds", id).statusCode(422);
        people.ana()
                .send(Map.of("gates", List.of("x"), "reason", "y"), WINDOW + "/overrides", id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/gates/0"));
        people.ana()
                .send(Map.of("gates", "x", "reason", "y"), WINDOW + "/overrides", id)
                .statusCode(422);
        people.ana()
                .send(Map.of("reason", "y", "more", 1), WINDOW + "/break-glass", id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/more"));
        people.ana()
                .send(Map.of("role", "COOK", "to", "ben"), WINDOW + "/hand-overs", id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"));
        people.ana()
                .send(Map.of("role", "DRIVER", "reason", "x"), WINDOW + "/take-over", id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        people.ana().send("{", WINDOW + "/rollback", id).statusCode(400);
        people.ana().post(WINDOW + "/rollback", id).statusCode(422);
        for (String nothing : List.of("holds/1", "overrides/x", "hand-overs/0")) {
            people.ana().get(WINDOW + "/" + nothing, id).statusCode(404);
        }
        people.ana().post(WINDOW + "/holds/7/release", id).statusCode(404);
        people.ana().post(WINDOW + "/overrides/7/approval", id).statusCode(404);
        people.ana().post(WINDOW + "/hand-overs/7/acceptance", id).statusCode(404);
        people.ana().post(WINDOW + "/holds", "M-999999").statusCode(422);
        people.ana().post(WINDOW + "/approval", "M-999999").statusCode(404);
    }

    /** Asks all at once and answers with the status of each, in the order of the callers. */
    @SafeVarargs
    private static List<Integer> race(Supplier<ValidatableResponse>... callers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (var caller : callers) {
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> caller.get().extract().statusCode(), threads));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    @Test
    void of_two_who_decide_on_an_override_at_once_one_wins() {
        int approved = 0;
        for (int i = 0; i < RACES; i++) {
            String id = people.planned(inFourDays());
            people.ana()
                    .send(
                            Map.of("gates", List.of("crew"), "reason", "why"),
                            WINDOW + "/overrides",
                            id)
                    .statusCode(201);
            Supplier<ValidatableResponse> approves =
                    () -> people.ben().post(WINDOW + "/overrides/1/approval", id);
            Supplier<ValidatableResponse> rejects =
                    () -> people.dan().post(WINDOW + "/overrides/1/rejection", id);
            // who asks first has a start, so they take turns at it
            var statuses = i % 2 == 0 ? race(approves, rejects) : race(rejects, approves);
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            var decided = names(id).stream().filter(DECIDED::contains).toList();
            assertThat(decided).hasSize(1);
            approved += decided.contains("GateOverridden") ? 1 : 0;
        }
        assertThat(approved).as("approvals among the winners").isBetween(1, RACES - 1);
    }

    private static final List<String> DECIDED = List.of("GateOverridden", "OverrideRejected");

    @Test
    void of_three_who_release_a_hold_at_once_the_second_releases_it() {
        String id = people.started(inFourDays());
        for (int i = 1; i <= RACES; i++) {
            String release = WINDOW + "/holds/" + i + "/release";
            people.ben().send(Map.of("reason", "smoke"), WINDOW + "/holds", id).statusCode(201);
            var statuses =
                    race(
                            () -> people.ana().post(release, id),
                            () -> people.ben().post(release, id),
                            () -> people.carla().post(release, id));
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 409);
            people.ana()
                    .get(WINDOW + "/holds/" + i, id)
                    .body("releasedBy", hasSize(2))
                    .body("releasedBy.unique()", hasSize(2));
        }
        assertThat(names(id).stream().filter("HoldReleased"::equals)).hasSize(RACES);
    }

    @Test
    void of_two_who_decide_on_a_rollback_at_once_one_wins() {
        Instant start = inFourDays();
        for (int i = 0; i < RACES / 4; i++) {
            String id = people.started(i == 0 ? start : inFourDays());
            people.ben().send(Map.of("reason", "hangs"), WINDOW + "/rollback", id).statusCode(200);
            var statuses =
                    race(
                            () -> people.ana().post(WINDOW + "/rollback/confirmation", id),
                            () -> people.carla().post(WINDOW + "/rollback/rejection", id));
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            boolean confirmed = statuses.getFirst() == 200;
            people.ana()
                    .get(WINDOW, id)
                    .body("state", equalTo(confirmed ? "RollingBack" : "InProgress"));
            assertThat(names(id).stream().filter(ROLLBACK::contains)).hasSize(1);
        }
    }

    private static final List<String> ROLLBACK = List.of("RollbackBegan", "RollbackRejected");
}
