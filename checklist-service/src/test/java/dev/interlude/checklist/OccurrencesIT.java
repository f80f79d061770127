package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static org.hamcrest.Matchers.is;

import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Windows that a series opened begin with the checklist of its template. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class OccurrencesIT {

    private static final String TEMPLATE = "certificate-rotation";

    private static Window planned(boolean occurrence, String template) {
        var window = new Window();
        Map<String, Object> plan = new HashMap<>();
        plan.put("start", window.start);
        plan.put("end", window.end);
        plan.put("team", Acts.TEAM);
        plan.put("templateId", template);
        if (occurrence) {
            plan.put(
                    "series",
                    Map.of("seriesId", UUID.randomUUID(), "localStart", "2027-01-12T22:00:00"));
        }
        return window.say("WindowPlanned", plan);
    }

    @Test
    void an_occurrence_has_its_checklist_and_what_people_plan_has_not() {
        var ready = new Window();
        await().until(() ->
                ready.get(Tokens.ben(), "/api/v1/templates/" + TEMPLATE).statusCode() == 200);
        var byHand = planned(false, TEMPLATE);
        var without = planned(true, "no-such-template");
        var occurrence = planned(true, TEMPLATE);
        await().untilAsserted(() ->
                occurrence
                        .get(Tokens.ben(), "/api/v1/checklists/" + occurrence.id)
                        .then()
                        .statusCode(200)
                        .body("origin.templateId", is(TEMPLATE))
                        .body("origin.version", is(1)));
        // those before it in the log have been passed by then
        for (Window none : new Window[] {byHand, without}) {
            none.get(Tokens.ben(), "/api/v1/checklists/" + none.id).then().statusCode(404);
        }
    }
}
