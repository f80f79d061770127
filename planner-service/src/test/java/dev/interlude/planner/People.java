package dev.interlude.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Clocks;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The crew of a night over HTTP, and windows in the states that they need. */
record People(Rest ana, Rest ben, Rest carla, Rest dan, Rest machine, Rest root, Heard checklist) {

    static final String WINDOWS = "/api/v1/windows";
    static final String WINDOW = "/api/v1/windows/{id}";

    static People with(Heard checklist) {
        return new People(
                Rest.as(Tokens.ana()),
                Rest.as(Tokens.ben()),
                Rest.as(Tokens.carla()),
                Rest.as(Tokens.person("dan", "operator")),
                Rest.as(Tokens.machine("ci", "planner", "operator")),
                Rest.as(Tokens.root()),
                checklist);
    }

    void catalogue() {
        for (String id : List.of("api", "builds")) {
            var body = Map.of("id", id, "name", id, "team", "platform");
            int status = root.send(body, "/api/v1/components").extract().statusCode();
            assertThat(status).isIn(201, 409);
        }
    }

    /** Planned by Ana, who drives; Ben checks, Carla speaks with customers. */
    String planned(Instant start) {
        return planned(start, ana, "platform");
    }

    String planned(Instant start, Rest planner, String team) {
        var body = new HashMap<String, Object>();
        body.put("title", "Move RabbitMQ");
        body.put("publicText", "Builds stop at {{start}}.");
        body.put("zone", "Europe/Berlin");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("components", List.of(Map.of("id", "builds", "impact", "OUTAGE")));
        body.put("team", team);
        body.put("crew", Map.of("driver", "ana", "buddy", "ben", "liaison", "carla"));
        return planner.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    void accepted(String id) {
        for (Rest person : List.of(ana, ben, carla)) {
            person.post(WINDOW + "/crew/acceptance", id).statusCode(200);
        }
    }

    /** At work from that start on. */
    String started(Instant start) {
        String id = planned(start);
        accepted(id);
        ana.post(WINDOW + "/announcement", id).statusCode(200);
        UUID last = says(id, Map.of());
        Clocks.forwardTo(start);
        ana.with("Interlude-After", last.toString()).post(WINDOW + "/start", id).statusCode(200);
        return id;
    }

    /** The checklist says that all is prepared, and this besides. */
    UUID says(String id, Map<String, Object> besides) {
        var data = new HashMap<String, Object>();
        data.put("windowId", id);
        data.put("planHash", "h");
        data.put("openConcerns", 0);
        for (String yes : List.of("reviewed", "rollbacksNamed", "prepared")) {
            data.put(yes, true);
        }
        for (String no :
                List.of(
                        "carryOutStarted",
                        "pastPointOfNoReturn",
                        "carriedOut",
                        "verified",
                        "rolledBack",
                        "rollbackVerified")) {
            data.put(no, false);
        }
        data.put("open", List.of());
        data.putAll(besides);
        return checklist.publish("checklist-" + id, "ReadinessChanged", data);
    }
}
