package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static dev.interlude.planner.People.WINDOWS;
import static dev.interlude.planner.RowWindows.JAN;
import static dev.interlude.planner.RowWindows.KIM;
import static dev.interlude.planner.RowWindows.PUMP;
import static dev.interlude.planner.RowWindows.RUN;
import static dev.interlude.planner.RowWindows.crew;
import static dev.interlude.planner.RowWindows.person;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised for later waits, and a driver is in one place. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class BookedAtOnceIT {

    @ConfigProperty(name = "interlude.db.url")
    String database;

    private RowWindows windows;

    @BeforeEach
    void windows() {
        windows = RowWindows.made();
    }

    @Test
    void what_was_promised_for_later_does_not_begin_now() {
        var body = windows.plan(windows.now().plus(Duration.ofDays(50)));
        body.put("crew", crew());
        String id = windows.planned(body);
        windows.ida.post(WINDOW + "/announcement", id).statusCode(200);
        ready(List.of(id), windows.ida, windows.jan);
        windows.ida
                .post(WINDOW + "/start", id)
                .statusCode(409)
                .body("code", equalTo("too-early"))
                .body("start", equalTo(body.get("start")));
        Instant at = windows.now().plus(Duration.ofDays(50)).plus(Duration.ofHours(1));
        windows.jan
                .send(
                        Map.of("role", "BUDDY", "to", KIM, "at", at.toString()),
                        WINDOW + "/hand-overs",
                        id)
                .statusCode(201);
        windows.kim
                .post(WINDOW + "/hand-overs/1/acceptance", id)
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
        var body = windows.plan(start);
        body.put("components", List.of(Map.of("id", PUMP, "impact", "NO_IMPACT")));
        body.put("crew", Map.of("driver", driver, "buddy", buddy));
        return windows.planned(body);
    }

    /**
     * The rows that tell who is booked are held back, as they are for a moment after each append.
     */
    @Test
    void of_two_windows_of_one_driver_announced_at_once_the_second_does_not_start()
            throws Exception {
        String driver = "driver-" + RUN;
        Instant start = windows.now().plus(Duration.ofDays(60));
        String one = booked(driver, JAN, start);
        String other = booked(driver, KIM, start.plusSeconds(1800));
        try (var _ = HeldStore.by(database, "lock table schedule_row in exclusive mode")) {
            for (String id : List.of(one, other)) {
                windows.ida.post(WINDOW + "/announcement", id).statusCode(200);
            }
        }
        bothAreToldAndOneStarts(driver, one, other);
    }

    private void bothAreToldAndOneStarts(String driver, String one, String other) {
        for (String id : List.of(one, other)) {
            windows.ida.await(
                    WINDOWS + "/" + id + "/warnings",
                    warnings -> warnings.body("items.code", hasItem("double-booking")));
        }
        Rest drives = person(driver);
        ready(List.of(one), drives, windows.jan);
        ready(List.of(other), drives, windows.kim);
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
        windows.ida.get(WINDOW, other).body("state", equalTo("Announced"));
    }
}
