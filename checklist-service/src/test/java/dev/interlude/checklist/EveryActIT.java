package dev.interlude.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every act that people do is done once, as its row says, and answers with what became of it. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class EveryActIT {

    private static final String PLAN =
            """
            # Acts
            ## Prepare
            - [ ] Look {#look}
            - [ ] Extra {#extra after:}
            - [ ] Scripted {#scripted after: script:drain.sh}
            ## Carry out
            - [ ] Careful {#careful mode:read-do no-rollback:x}
            """;
    private static final String CHECKLISTS = "/api/v1/checklists";
    private static final String ONE = CHECKLISTS + "/{windowId}";
    private static final String STEP = ONE + "/steps/{stepId}";
    private static final String TEMPLATES = "/api/v1/templates";
    private static final Map<String, ?> WHY = Map.of("reason", "it must be");

    private final String ana = Tokens.ana();
    private final String ben = Tokens.ben();
    private final String template = "acts-" + UUID.randomUUID();
    private final Set<String> done = new TreeSet<>();
    private String step = "";
    private Window window;

    @BeforeEach
    void known() {
        window = new Window();
    }

    private Response act(String who, String operation, @Nullable Object body) {
        RequestSpecification call = window.as(who);
        return told(
                operation,
                (body == null ? call : call.contentType("application/json").body(body))
                        .request(method(operation), path(operation)));
    }

    /** With the version that was seen. */
    private void matching(String operation, Object body) {
        String seen = window.get(ana, window.path("")).header("ETag");
        told(
                operation,
                window.as(ana)
                        .header("If-Match", seen)
                        .contentType("application/json")
                        .body(body)
                        .request(method(operation), path(operation)));
    }

    private Response told(String operation, Response answer) {
        assertThat(answer.statusCode()).as(operation + " " + answer.asString()).isIn(200, 201);
        if (!operation.startsWith("GET")) {
            assertThat(answer.header("ETag")).as(operation).isNotNull();
            assertThat(answer.header("Interlude-Event")).as(operation).isNotNull();
            assertThat(answer.<List<?>>path("events")).as(operation).isNotEmpty();
        }
        done.add(operation);
        return answer;
    }

    private static String method(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    private String path(String operation) {
        return operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{windowId}", window.id)
                .replace("{stepId}", step)
                .replace("{id}", template);
    }

    private void at(String which, String state) {
        Response seen = act(ben, "GET " + ONE, null);
        assertThat(seen.<String>path("steps.find { it.id == '" + which + "' }.state"))
                .isEqualTo(state);
    }

    private static Set<String> rows(String beginning, String... apart) {
        Set<String> all = new TreeSet<>();
        Row.all().stream()
                .filter(row -> row.path().startsWith(beginning))
                .map(Row::operation)
                .forEach(all::add);
        all.removeAll(Set.of(apart));
        return all;
    }

    @Test
    void a_night_in_which_everything_is_done() {
        window.announced();
        act(ana, "POST " + CHECKLISTS, Map.of("windowId", window.id, "markdown", PLAN));
        writtenAndReviewed();
        doneAndLookedAt();
        writtenDown();
        agreedOn();
        scripted();
        window.started();
        step = "careful";
        act(ben, "POST " + STEP + "/clearance", Map.of("go", false, "reason", "not yet"));
        at(step, "AwaitingClearance");
        act(ben, "POST " + STEP + "/clearance", Map.of("go", true));
        at(step, "Ready");
        act(ana, "GET " + ONE + "/forecast", null);
        act(ana, "GET " + ONE + "/rollback-plan", null);
        // what is followed as it happens has a test of its own
        assertThat(done).isEqualTo(rows(CHECKLISTS, "GET " + ONE + "/stream"));
        assertThat(Published.in("checklist-" + window.id))
                .isNotEmpty()
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }

    private void writtenAndReviewed() {
        act(ana, "POST " + ONE + "/steps", Map.of("title", "More"));
        step = "more";
        matching("PATCH " + STEP, Map.of("title", "No more"));
        act(ana, "DELETE " + STEP, null);
        matching(
                "POST " + ONE + "/steps/order",
                Map.of("stepIds", List.of("look", "scripted", "extra", "careful")));
        step = "look";
        Map<String, ?> doubts = Map.of("stepId", "look", "concern", "at what?");
        act(ben, "POST " + ONE + "/review", Map.of("except", List.of(doubts)));
        String answer = ONE + "/concerns/{n}/answer";
        done.add("POST " + answer);
        window.post(ana, path("POST " + answer).replace("{n}", "1"), Map.of("answer", "the queue"))
                .then()
                .statusCode(200);
        act(ben, "POST " + STEP + "/review", Map.of("concern", "and then?"));
    }

    private void doneAndLookedAt() {
        act(ana, "POST " + STEP + "/start", Map.of());
        act(ana, "DELETE " + STEP + "/start", null);
        at(step, "Ready");
        act(ana, "POST " + STEP + "/start", null);
        act(ana, "POST " + STEP + "/failure", Map.of("reason", "time-out"));
        at(step, "Failed");
        act(ana, "POST " + STEP + "/retry", null);
        act(ana, "POST " + STEP + "/completion", null);
        act(ben, "POST " + STEP + "/rejection", WHY);
        at(step, "Failed");
        act(ana, "POST " + STEP + "/start", null);
        act(ana, "POST " + STEP + "/completion", Map.of("evidence", "log 17"));
        act(ben, "POST " + STEP + "/confirmation", null);
        at(step, "Done");
    }

    private void writtenDown() {
        act(ana, "POST " + STEP + "/notes", Map.of("text", "dark in here"));
        act(ben, "POST " + STEP + "/side-effects", Map.of("text", "a hum"));
        act(ana, "POST " + STEP + "/evidence", Map.of("link", "https://example.org/d/1"));
        Response kept =
                window.as(ana)
                        .contentType("text/plain")
                        .body("all quiet".getBytes(StandardCharsets.UTF_8))
                        .post(path("POST " + STEP + "/evidence"));
        List<String> links = kept.path("steps.find { it.id == 'look' }.attachments.link");
        assertThat(window.get(ben, links.getLast()).asString()).isEqualTo("all quiet");
        done.add("GET " + ONE + "/evidence/{id}");
    }

    private void agreedOn() {
        step = "extra";
        act(ana, "POST " + STEP + "/skip", WHY);
        act(ben, "POST " + STEP + "/skip/rejection", Map.of());
        at(step, "Ready");
        act(ana, "POST " + STEP + "/skip", WHY);
        act(ben, "POST " + STEP + "/skip/confirmation", null);
        at(step, "Skipped");
        act(ben, "POST " + STEP + "/reopening", WHY);
        act(ana, "POST " + STEP + "/reopening/rejection", Map.of("reason", "no need"));
        at(step, "Skipped");
        act(ben, "POST " + STEP + "/reopening", WHY);
        act(ana, "POST " + STEP + "/reopening/confirmation", null);
        at(step, "Ready");
        act(ana, "POST " + STEP + "/completion", Map.of());
        act(ben, "POST " + ONE + "/confirmations", Map.of("stepIds", List.of("extra")));
        at(step, "Done");
    }

    private void scripted() {
        step = "scripted";
        act(ana, "POST " + STEP + "/script-run", null);
        act(ben, "GET " + STEP + "/script-run", null);
        act(ben, "DELETE " + STEP + "/script-run", Map.of("reason", "by hand"));
        act(ana, "POST " + STEP + "/completion", null);
        act(ben, "POST " + STEP + "/confirmation", null);
        at(step, "Done");
    }

    @Test
    void a_template_is_made_changed_and_asked_for() {
        Map<String, ?> first = Map.of("id", template, "title", "Acts", "markdown", PLAN);
        act(ana, "POST " + TEMPLATES, first);
        act(
                ana,
                "POST " + TEMPLATES + "/{id}/versions",
                Map.of("title", "Acts of a night", "markdown", PLAN, "note", "a better name"));
        for (String text : List.of("look twice", "do not look")) {
            act(ben, "POST " + TEMPLATES + "/{id}/proposals", Map.of("text", text));
        }
        String proposals = TEMPLATES + "/{id}/proposals/{n}";
        window.post(
                        ana,
                        path("POST " + proposals + "/acceptance").replace("{n}", "1"),
                        Map.of("markdown", PLAN.replace("{#look}", "{#look 20m}")))
                .then()
                .statusCode(200);
        done.add("POST " + proposals + "/acceptance");
        Response declined =
                window.post(
                        ana,
                        path("POST " + proposals + "/rejection").replace("{n}", "2"),
                        Map.of("reason", "we do"));
        assertThat(declined.<List<String>>path("proposals.state"))
                .containsExactly("ACCEPTED", "DECLINED");
        done.add("POST " + proposals + "/rejection");
        window.drafted(PLAN);
        act(
                ana,
                "POST " + TEMPLATES + "/from-checklist",
                Map.of("windowId", window.id, "id", template, "note", "as it went"));
        Response seen = act(ben, "GET " + TEMPLATES + "/{id}", null);
        assertThat(seen.<Integer>path("version")).isEqualTo(4);
        act(ben, "GET " + TEMPLATES, null);
        assertThat(done).isEqualTo(rows(TEMPLATES));
        assertThat(Published.in("template-" + template))
                .isNotEmpty()
                .allSatisfy(event -> Contracts.validateShape(event.type(), event.bytes()));
    }
}
