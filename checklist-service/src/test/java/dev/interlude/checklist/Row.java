package dev.interlude.checklist;

import dev.interlude.testkit.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tables know of one operation.
 *
 * @param operation as {@link Operations#name}
 * @param body one that is right; null where there is none
 * @param forbidden the code for who has a role and may not; null where every role may, or no role
 * @param by who may: ANA, BEN, ROOT or RUNNER
 * @param wrong query strings that can't be right
 */
record Row(
        String operation,
        @Nullable Map<String, ?> body,
        @Nullable String forbidden,
        String by,
        List<String> wrong) {

    private static final String LIST = "/api/v1/checklists";
    private static final String ONE = LIST + "/{windowId}";
    private static final String STEP = ONE + "/steps/{stepId}";
    private static final String TEMPLATES = "/api/v1/templates";
    private static final String RUNNERS = "/api/v1/runners";
    private static final String CREW = "not-crew";
    private static final String ROLE = "role-missing";
    private static final String WINDOW = "the window of the rows";
    private static final Map<String, String> WHY = Map.of("reason", "it must be");
    private static final String MARKDOWN = "- [ ] Look\n";

    static List<Row> all() {
        return List.of(
                row("POST " + LIST, Map.of("windowId", WINDOW, "markdown", MARKDOWN), ROLE),
                read("GET " + ONE).wrong("asOf=yesterday", "asOf=-0001-01-01T00:00:00Z"),
                read("GET " + ONE + "/forecast"),
                read("GET " + ONE + "/rollback-plan"),
                read("GET " + ONE + "/stream"),
                read("GET " + ONE + "/evidence/{id}"),
                row("POST " + ONE + "/review", Map.of(), CREW).by("BEN"),
                row("POST " + ONE + "/concerns/{n}/answer", Map.of("answer", "so"), CREW),
                row("POST " + ONE + "/confirmations", Map.of("stepIds", List.of("look")), CREW),
                row("POST " + ONE + "/steps", Map.of("title", "More"), ROLE),
                row("POST " + ONE + "/steps/order", Map.of("stepIds", List.of("look")), ROLE),
                row("PATCH " + STEP, Map.of("title", "Look"), ROLE),
                row("DELETE " + STEP, null, ROLE).wrong("reason=%20", "reason=%00"),
                row("POST " + STEP + "/review", Map.of(), CREW).by("BEN"),
                row("POST " + STEP + "/clearance", Map.of("go", true), CREW),
                row("POST " + STEP + "/start", Map.of(), CREW),
                row("DELETE " + STEP + "/start", null, CREW),
                row("POST " + STEP + "/completion", Map.of(), CREW),
                row("POST " + STEP + "/confirmation", null, CREW),
                row("POST " + STEP + "/rejection", WHY, CREW),
                row("POST " + STEP + "/failure", Map.of(), CREW),
                row("POST " + STEP + "/retry", null, CREW),
                row("POST " + STEP + "/skip", WHY, CREW),
                row("POST " + STEP + "/skip/confirmation", null, CREW),
                row("POST " + STEP + "/skip/rejection", Map.of(), CREW),
                row("POST " + STEP + "/reopening", WHY, CREW),
                row("POST " + STEP + "/reopening/confirmation", null, CREW),
                row("POST " + STEP + "/reopening/rejection", Map.of(), CREW),
                row("POST " + STEP + "/notes", Map.of("text", "dark"), CREW),
                row("POST " + STEP + "/side-effects", Map.of("text", "hum"), CREW),
                row("POST " + STEP + "/evidence", Map.of("link", "https://x.example/"), CREW),
                row("POST " + STEP + "/script-run", null, CREW),
                row("DELETE " + STEP + "/script-run", Map.of(), CREW),
                read("GET " + STEP + "/script-run"),
                row("POST " + TEMPLATES, template("new"), ROLE),
                read("GET " + TEMPLATES).wrong("limit=0", "limit=201", "cursor=%00", "team=A"),
                row("POST " + TEMPLATES + "/from-checklist", fromChecklist(), ROLE),
                read("GET " + TEMPLATES + "/{id}").wrong("version=x", "diff=0"),
                row("POST " + TEMPLATES + "/{id}/versions", version(), ROLE),
                row("POST " + TEMPLATES + "/{id}/proposals", Map.of("text", "less"), ROLE),
                row("POST " + TEMPLATES + "/{id}/proposals/{n}/acceptance", Map.of(), ROLE),
                row("POST " + TEMPLATES + "/{id}/proposals/{n}/rejection", Map.of(), ROLE),
                read("GET /api/v1/scripts").wrong("limit=0", "limit=201"),
                row("POST " + RUNNERS, Map.of("name", "h", "team", "platform"), ROLE).by("ROOT"),
                read("GET " + RUNNERS).wrong("limit=0", "limit=201"),
                read("GET " + RUNNERS + "/{id}"),
                row("DELETE " + RUNNERS + "/{id}", null, ROLE).by("ROOT"),
                row("POST " + RUNNERS + "/claims", claim(), ROLE).by("RUNNER"),
                row("POST " + RUNNERS + "/runs/{runId}/heartbeat", null, ROLE).by("RUNNER"),
                row("POST " + RUNNERS + "/runs/{runId}/output", null, ROLE)
                        .by("RUNNER")
                        .wrong("offset=-1", "offset=70000", "offset=x"),
                row("POST " + RUNNERS + "/runs/{runId}/result", Map.of("ending", "LOST"), ROLE)
                        .by("RUNNER"));
    }

    private static Row row(String operation, @Nullable Map<String, ?> body, String forbidden) {
        return new Row(operation, body, forbidden, "ANA", List.of());
    }

    private static Row read(String operation) {
        return new Row(operation, null, null, "ANA", List.of());
    }

    private Row by(String who) {
        return new Row(operation, body, forbidden, who, wrong);
    }

    private Row wrong(String... queries) {
        return new Row(operation, body, forbidden, by, List.of(queries));
    }

    private static Map<String, ?> template(String id) {
        return Map.of("id", id, "title", "T", "markdown", MARKDOWN);
    }

    private static Map<String, ?> version() {
        return Map.of("title", "T", "markdown", MARKDOWN, "note", "better");
    }

    private static Map<String, ?> fromChecklist() {
        return Map.of("windowId", WINDOW, "id", "from", "note", "as it went");
    }

    private static Map<String, ?> claim() {
        return Map.of("claim", "00000000", "scripts", List.of(), "patience", "PT0S");
    }

    /** The body, about this window. */
    @Nullable Map<String, ?> body(String windowId) {
        if (body == null || !body.containsValue(WINDOW)) {
            return body;
        }
        Map<String, Object> about = new HashMap<>(body);
        about.put("windowId", windowId);
        return about;
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    String path() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    boolean reads() {
        return method().equals("GET");
    }

    /** A command on a stream that is there, so that another version of it can have been seen. */
    boolean ofSomething() {
        return !reads() && path().contains("{") && !by.equals("RUNNER");
    }

    /** The version must be said. */
    boolean matching() {
        return method().equals("PATCH") || path().endsWith("/order");
    }
}
