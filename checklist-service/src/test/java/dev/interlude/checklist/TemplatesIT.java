package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class TemplatesIT {

    private static final String FIRST =
            """
            # Small move
            ## Prepare
            - [ ] Look {#look 10m}
            ## Carry out
            - [ ] Move {#move 20m no-rollback:x}
            """;
    private static final String SECOND = FIRST.replace("20m", "40m");

    private final String slug = "t-" + UUID.randomUUID();

    private static Response post(String token, String path, Map<String, ?> body) {
        return new Window().post(token, path, body);
    }

    @Test
    void the_ready_templates_are_there() {
        await().untilAsserted(() ->
                new Window()
                        .get(Tokens.ben(), "/api/v1/templates?limit=200")
                        .then()
                        .statusCode(200)
                        .body(
                                "items.id",
                                hasItems(
                                        "broker-migration",
                                        "certificate-rotation",
                                        "kubernetes-node-upgrade",
                                        "major-database-upgrade")));
        var window = new Window();
        post(
                        Tokens.ana(),
                        "/api/v1/checklists",
                        Map.of("windowId", window.id, "templateId", "broker-migration"))
                .then()
                .statusCode(201)
                .body("title", is("Move the message broker to a new cluster"))
                .body("origin.version", is(1))
                .body("origin.changes", nullValue());
    }

    @Test
    void a_new_checklist_says_what_changed_since_the_last_run_and_why() {
        post(Tokens.ben(), "/api/v1/templates", Map.of("id", slug, "markdown", FIRST))
                .then()
                .statusCode(403);
        post(Tokens.ana(), "/api/v1/templates", Map.of("id", slug, "markdown", FIRST))
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("version", is(1));
        post(Tokens.ana(), "/api/v1/templates", Map.of("id", slug, "markdown", FIRST))
                .then()
                .statusCode(409);
        var run = new Window().announced();
        run.post(Tokens.ana(), "/api/v1/checklists", Map.of("windowId", run.id, "templateId", slug))
                .then()
                .statusCode(201);
        run.done("look");
        var rehearsal =
                new Window()
                        .say(
                                "WindowPlanned",
                                Map.of(
                                        "start",
                                        run.start,
                                        "end",
                                        run.end,
                                        "team",
                                        Acts.TEAM,
                                        "kind",
                                        "REHEARSAL"))
                        .say(
                                "CrewAssigned",
                                Map.of("driver", Tokens.idOf("ana"), "buddy", Tokens.idOf("ben")));
        rehearsal
                .post(
                        Tokens.ana(),
                        "/api/v1/checklists",
                        Map.of("windowId", rehearsal.id, "templateId", slug))
                .then()
                .statusCode(201);
        rehearsal.done("look");
        String proposals = "/api/v1/templates/" + slug + "/proposals";
        post(
                        Tokens.ben(),
                        proposals,
                        Map.of(
                                "text",
                                "it took 40 minutes",
                                "markdown",
                                SECOND,
                                "windowId",
                                run.id))
                .then()
                .statusCode(200)
                .body("proposals[0].state", is("OPEN"));
        post(Tokens.ana(), proposals + "/1/acceptance", Map.of())
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("versions[1].note", is("it took 40 minutes"));
        new Window()
                .get(Tokens.otto(), "/api/v1/templates/" + slug + "?diff=1")
                .then()
                .statusCode(200)
                .body("diff[0].stepId", is("move"))
                .body("diff[0].why", is("it took 40 minutes"));
        // the run is known a moment after it happened
        await().untilAsserted(() -> {
            var next = new Window();
            post(
                            Tokens.ana(),
                            "/api/v1/checklists",
                            Map.of("windowId", next.id, "templateId", slug))
                    .then()
                    .statusCode(201)
                    .body("origin.version", is(2))
                    .body("origin.lastRun", is(run.id))
                    .body("origin.changes[0].stepId", is("move"))
                    .body("origin.changes[0].why", is("it took 40 minutes"));
        });
        List<Published.Event> said = Published.in("template-" + slug);
        assertThat(said)
                .hasSize(4)
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }

    @Test
    void a_lesson_of_a_postmortem_is_a_proposal_that_a_person_accepts() {
        post(Tokens.ana(), "/api/v1/templates", Map.of("id", slug, "markdown", FIRST))
                .then()
                .statusCode(201);
        var run = new Window();
        post(Tokens.ana(), "/api/v1/checklists", Map.of("windowId", run.id, "templateId", slug))
                .then()
                .statusCode(201);
        try (Heard postmortem = Heard.from("postmortem")) {
            String stream = "postmortem-" + run.id;
            postmortem.publish(
                    stream, "PostmortemDue", Map.of("windowId", run.id, "reasons", List.of()));
            Map<String, Object> lesson =
                    Map.of("windowId", run.id, "ordinal", 1, "text", "It takes 40 minutes");
            UUID heard = postmortem.publish(stream, "LessonProposed", lesson);
            given().auth()
                    .oauth2(Tokens.ana())
                    .header("Interlude-After", heard)
                    .get("/api/v1/templates/" + slug)
                    .then()
                    .statusCode(200)
                    .body("version", is(1))
                    .body("proposals.size()", is(1))
                    .body("proposals[0].state", is("OPEN"))
                    .body("proposals[0].text", is("It takes 40 minutes"))
                    .body("proposals[0].windowId", is(run.id))
                    .body("proposals[0].lesson", is(1));
            UUID lost =
                    postmortem.publish(
                            stream,
                            "LessonProposed",
                            Map.of(
                                    "windowId",
                                    run.id,
                                    "ordinal",
                                    2,
                                    "templateId",
                                    "no-such",
                                    "text",
                                    "Nobody will hear of it"));
            given().auth()
                    .oauth2(Tokens.ana())
                    .header("Interlude-After", lost)
                    .get("/api/v1/templates/" + slug)
                    .then()
                    .statusCode(200)
                    .body("proposals.size()", is(1));
        }
        post(
                        Tokens.ana(),
                        "/api/v1/templates/" + slug + "/proposals/1/acceptance",
                        Map.of("markdown", SECOND))
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("versions[1].note", is("It takes 40 minutes"))
                .body("versions[1].fromWindow", is(run.id));
        assertThat(Published.in("template-" + slug))
                .hasSize(4)
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }

    @Test
    void a_run_becomes_a_template_and_another_checklist() {
        var run = new Window().drafted(SECOND).announced();
        run.done("look");
        post(
                        Tokens.ana(),
                        "/api/v1/templates/from-checklist",
                        Map.of("windowId", run.id, "id", slug, "note", "as it went"))
                .then()
                .statusCode(200)
                .body("versions[0].fromWindow", is(run.id))
                .body("steps[1].expectedDuration", is("PT40M"));
        var copy = new Window();
        post(Tokens.ana(), "/api/v1/checklists", Map.of("windowId", copy.id, "copyOf", run.id))
                .then()
                .statusCode(201)
                .body("title", is("Small move"))
                .body("origin.copyOf", is(run.id))
                .body("steps[0].state", is("Ready"));
        post(
                        Tokens.ana(),
                        "/api/v1/checklists",
                        Map.of("windowId", UUID.randomUUID(), "templateId", "no-such"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/templateId"));
        new Window().get(Tokens.ana(), "/api/v1/templates/no-such").then().statusCode(404);
        new Window()
                .as(Tokens.ana())
                .accept("text/markdown")
                .get("/api/v1/templates/" + slug)
                .then()
                .statusCode(200)
                .contentType("text/markdown");
    }

    @Test
    void a_template_is_a_text_and_comes_back_as_one() {
        String text = "# Small\n\n## Prepare\n- [ ] Look {#look 10m @driver}\n";
        markdown("/api/v1/templates?id=" + slug + "&team=" + Acts.TEAM, text)
                .then()
                .statusCode(201)
                .body("version", is(1))
                .body("title", is("Small"))
                .body("team", is(Acts.TEAM));
        String next = text + "- [ ] Twice {#twice 10m @driver}\n";
        String versions = "/api/v1/templates/" + slug + "/versions";
        markdown(versions, next).then().statusCode(422).body("errors[0].pointer", is("note"));
        markdown(versions + "?note=to%20be%20sure", next)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("versions[1].note", is("to be sure"));
        assertThat(
                        new Window()
                                .as(Tokens.ana())
                                .accept("text/markdown")
                                .get("/api/v1/templates/" + slug)
                                .asString())
                .isEqualTo(next);
        markdown("/api/v1/templates", text)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("id"));
        markdown(versions + "?note=x", "- [ ] a {soon}")
                .then()
                .statusCode(422)
                .body("errors[0].line", is(1));
    }

    private static Response markdown(String path, String text) {
        return new Window()
                .as(Tokens.ana())
                .urlEncodingEnabled(false)
                .contentType("text/markdown")
                .body(text)
                .post(path);
    }
}
