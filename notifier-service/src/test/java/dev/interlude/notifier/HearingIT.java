package dev.interlude.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the network may do to events: twice, unknown, broken. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class HearingIT {

    private static List<String> kinds(Planner planner, UUID after) {
        return given().header("Interlude-After", after)
                .auth()
                .oauth2(Tokens.otto())
                .get("/api/v1/notices?windowId=" + planner.window)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("notices.notice.kind", String.class);
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        var planner = new Planner();
        planner.plan();
        planner.announce();
        var started = planner.next("WindowStarted");
        planner.send(started, "{}");
        planner.send(started, "{}");
        UUID last = planner.extend();
        assertThat(kinds(planner, last)).containsExactly("ANNOUNCED", "STARTED", "EXTENDED");
    }

    @Test
    void an_unknown_type_is_passed_over() {
        var planner = new Planner();
        planner.plan();
        planner.announce();
        planner.say("WindowPainted", "{'colour':'blue'}");
        assertThat(kinds(planner, planner.start())).containsExactly("ANNOUNCED", "STARTED");
    }

    @Test
    void a_broken_event_holds_up_its_own_window_only() {
        var broken = new Planner();
        broken.plan();
        UUID announced = broken.announce();
        broken.say("WindowExtended", "{'newEnd':'half past nine'}");
        broken.complete();
        var well = new Planner();
        well.plan();
        assertThat(kinds(well, well.announce())).containsExactly("ANNOUNCED");
        assertThat(kinds(broken, announced)).containsExactly("ANNOUNCED");
    }
}
