package dev.interlude.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Operations;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the reviewed interface: none is forgotten by the tables or by its errors. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class OperationsIT {

    private static final int USUAL = 256 * 1024;
    private static final int FILE = 10 * 1024 * 1024;

    /** What all services have from the kit, whose own tests show it. */
    private static final List<String> OF_THE_KIT =
            List.of("/api/v1/me", "/api/v1/parked", "/api/v1/projections");

    private static final String PLAN =
            """
            # Rows
            ## Prepare
            - [ ] Look {#look}
            - [ ] Done {#done mode:solo after:}
            """;

    private Window window;
    private String template = "";
    private String runner = "";
    private String runnerToken = "";

    @BeforeEach
    void made() {
        window = new Window().announced().drafted(PLAN);
        template = "rows-" + UUID.randomUUID();
        window.post(
                        Tokens.ana(),
                        "/api/v1/templates",
                        Map.of("id", template, "title", "Rows", "markdown", PLAN))
                .then()
                .statusCode(201);
        window.post(
                        Tokens.ana(),
                        "/api/v1/templates/" + template + "/proposals",
                        Map.of("text", "more of it"))
                .then()
                .statusCode(200);
        Response made =
                window.post(
                        Tokens.root(),
                        "/api/v1/runners",
                        Map.of("name", "rows", "team", "platform"));
        made.then().statusCode(201);
        runner = made.path("id");
        runnerToken = made.path("token");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.root())
                .header("Interlude-After", made.header("Interlude-Event"))
                .get("/api/v1/runners/" + runner)
                .then()
                .statusCode(200);
    }

    private static List<Operations> operations() {
        return Operations.all().stream()
                .filter(o -> OF_THE_KIT.stream().noneMatch(o.path()::startsWith))
                .toList();
    }

    private static Row row(Operations operation) {
        return Row.all().stream()
                .filter(row -> row.operation().equals(operation.name()))
                .findFirst()
                .orElseThrow();
    }

    private static void every(
            Predicate<Row> which, Function<Row, String> told, Function<Row, String> expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        Row.all().stream()
                .filter(which)
                .forEach(row -> {
                    found.add(row.operation() + ": " + told.apply(row));
                    wanted.add(row.operation() + ": " + expected.apply(row));
                });
        assertThat(found).hasSizeGreaterThan(1).containsExactlyElementsOf(wanted);
    }

    private static void everyOperation(
            Predicate<Operations> which, Function<Operations, String> told, String expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        operations().stream()
                .filter(which)
                .forEach(operation -> {
                    found.add(operation.name() + ": " + told.apply(operation));
                    wanted.add(operation.name() + ": " + expected);
                });
        assertThat(found).hasSizeGreaterThan(10).containsExactlyElementsOf(wanted);
    }

    /** With this for every parameter that names nothing that is there. */
    private String path(Row row, Function<String, String> named) {
        String path = row.path();
        for (String parameter : List.of("windowId", "stepId", "runId", "n", "id")) {
            String known =
                    switch (parameter) {
                        case "windowId" -> window.id;
                        case "stepId" -> "look";
                        case "n" -> "1";
                        case "id" -> path.contains("/templates/") ? template : runner;
                        default -> new UUID(0, 7).toString();
                    };
            String written = named.apply(parameter);
            path = path.replace("{" + parameter + "}", written.isEmpty() ? known : written);
        }
        return path;
    }

    private String path(Row row) {
        return path(row, _ -> "");
    }

    private String token(Row row) {
        return switch (row.by()) {
            case "BEN" -> Tokens.ben();
            case "ROOT" -> Tokens.root();
            case "RUNNER" -> runnerToken;
            default -> Tokens.ana();
        };
    }

    private RequestSpecification as(Row row) {
        return window.as(token(row));
    }

    private Response ask(RequestSpecification call, Row row, String path) {
        if (row.path().endsWith("/output")) {
            return call.contentType("application/octet-stream")
                    .body(new byte[] {1})
                    .urlEncodingEnabled(false)
                    .request(row.method(), path);
        }
        Map<String, ?> body = row.body(window.id);
        return (body == null ? call : call.contentType("application/json").body(body))
                .urlEncodingEnabled(false)
                .request(row.method(), path);
    }

    private static String said(Response answer) {
        String type = answer.contentType();
        String code = type.contains("problem+json") ? answer.path("code") : "";
        return answer.statusCode() + " " + code;
    }

    @Test
    void every_operation_has_its_row() {
        assertThat(Row.all().stream().map(Row::operation))
                .containsExactlyInAnyOrderElementsOf(
                        operations().stream().map(Operations::name).toList());
    }

    @Test
    void nobody_without_a_token_is_let_in() {
        every(
                _ -> true,
                row -> said(ask(window.as("x"), row, path(row))),
                _ -> "401 unauthenticated");
    }

    @Test
    void who_has_no_role_is_told_nothing() {
        String eve = Tokens.person("eve");
        every(
                _ -> true,
                row -> said(ask(window.as(eve).header("If-Match", "\"1\""), row, path(row))),
                _ -> "403 role-missing");
    }

    @Test
    void who_has_a_role_and_may_not_is_told_what_is_missing() {
        // of the team and no crew; of another team where the role is all that counts
        String otto = Tokens.otto();
        String other = Tokens.signed(LocalToken.person("zoe").in("operator", "team:other"));
        every(
                row -> row.forbidden() != null,
                row -> {
                    String who = "not-crew".equals(row.forbidden()) ? other : otto;
                    RequestSpecification call = window.as(who);
                    return said(
                            ask(
                                    row.matching() ? call.header("If-Match", etag()) : call,
                                    row,
                                    path(row)));
                },
                row -> "403 " + row.forbidden());
    }

    private String etag() {
        return window.get(Tokens.otto(), window.path("")).header("ETag");
    }

    @Test
    void what_nobody_can_make_is_not_acceptable() {
        every(
                // a file is whatever it is
                row -> !row.path().contains("/evidence/"),
                row -> said(ask(as(row).accept("application/x-none"), row, path(row))),
                _ -> "406 not-acceptable");
    }

    @Test
    void a_body_that_can_not_be_read_is_refused() {
        everyOperation(
                Operations::takesJson,
                o -> said(raw(o, "application/json", "{")),
                "400 unreadable");
        everyOperation(
                Operations::takesJson,
                o -> said(raw(o, "application/xml", "<a/>")),
                "415 unsupported-media-type");
        everyOperation(
                Operations::takesJson,
                o -> {
                    Response answer = raw(o, "application/json", "{\"colour\": \"red\"}");
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                "422 [/colour]");
    }

    private Response raw(Operations operation, String type, @Nullable String body) {
        Row row = row(operation);
        RequestSpecification call = as(row).header("If-Match", "\"1\"").contentType(type);
        return (body == null ? call : call.body(body)).request(operation.method(), path(row));
    }

    @Test
    void a_body_that_is_not_there_is_no_fault_of_ours() {
        operations().stream()
                .filter(o -> !o.takes().isEmpty())
                .forEach(o -> {
                    for (String type : o.takes()) {
                        assertThat(raw(o, type, null).statusCode())
                                .as(o.name() + " " + type)
                                .isBetween(200, 499);
                    }
                });
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() {
        everyOperation(
                o -> !o.method().equals("GET") && !isFile(o),
                o -> large(o, USUAL + 1),
                "413 too-large");
        operations().stream()
                .filter(OperationsIT::isFile)
                .forEach(o -> assertThat(large(o, FILE + 1)).startsWith("413"));
    }

    private static boolean isFile(Operations operation) {
        return operation.path().endsWith("/evidence");
    }

    private String large(Operations operation, int bytes) {
        Row row = row(operation);
        try (var client = HttpClient.newHttpClient()) {
            String type = operation.takes().stream().findFirst().orElse("application/json");
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + path(row)))
                            .header("Authorization", "Bearer " + token(row))
                            .header("Content-Type", type)
                            .expectContinue(true)
                            .method(operation.method(), BodyPublishers.ofByteArray(new byte[bytes]))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            String code = answer.body().isEmpty() ? "" : JsonPath.from(answer.body()).get("code");
            return answer.statusCode() + " " + code;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        String nowhere = UUID.randomUUID().toString();
        Map<String, String> absent =
                Map.of("windowId", nowhere, "stepId", "nothing", "id", nowhere, "n", "99");
        for (String parameter : absent.keySet()) {
            every(
                    row -> row.path().contains("{" + parameter + "}"),
                    row -> {
                        String path = path(row, p -> p.equals(parameter) ? nowhere(absent, p) : "");
                        RequestSpecification call = as(row);
                        return said(
                                ask(
                                        row.matching() && parameter.equals("stepId")
                                                ? call.header("If-Match", etag())
                                                : row.matching()
                                                        ? call.header("If-Match", "\"0\"")
                                                        : call,
                                        row,
                                        path));
                    },
                    _ -> "404 not-found");
        }
        every(
                row -> row.path().contains("{runId}"),
                row -> said(ask(as(row), row, path(row) + "?offset=0")),
                _ -> "404 not-found");
    }

    private static String nowhere(Map<String, String> absent, String parameter) {
        return absent.getOrDefault(parameter, "");
    }

    @Test
    void whatever_stands_in_a_path_is_answered() {
        for (String odd : List.of("%00", "..%2F..", "x".repeat(1_000), "%F0%9F%A6%84", "a%20'--")) {
            Row.all().stream()
                    .filter(row -> row.path().contains("{"))
                    .forEach(row -> {
                        String path = path(row, _ -> odd);
                        RequestSpecification call = as(row).header("If-Match", "\"1\"");
                        assertThat(ask(call, row, path).statusCode())
                                .as(row.operation() + " of " + odd)
                                .isBetween(400, 499);
                    });
        }
    }

    @Test
    void whoever_has_seen_an_older_version_is_told_the_newer_events() {
        every(
                Row::ofSomething,
                row -> {
                    String seen = row.path().contains("/runners/") ? "\"0\"" : "\"1\"";
                    Response answer = ask(as(row).header("If-Match", seen), row, path(row));
                    return said(answer) + " " + (answer.<List<?>>path("since").size() > 0);
                },
                _ -> "412 version-differs true");
        every(
                Row::matching,
                row -> said(ask(as(row), row, path(row))),
                _ -> "428 if-match-required");
    }

    @Test
    void a_dry_run_stores_nothing() {
        String checklist = etag();
        String ofTemplate = "/api/v1/templates/" + template;
        String before = window.get(Tokens.otto(), ofTemplate).header("ETag");
        Row.all().stream()
                .filter(Row::ofSomething)
                .forEach(row -> {
                    RequestSpecification call = as(row);
                    Response answer =
                            ask(
                                    row.matching() ? call.header("If-Match", checklist) : call,
                                    row,
                                    path(row) + "?dryRun=true");
                    assertThat(answer.statusCode())
                            .as(row.operation() + " " + answer.asString())
                            .isIn(200, 409, 404, 422);
                });
        assertThat(etag()).isEqualTo(checklist);
        assertThat(window.get(Tokens.otto(), ofTemplate).header("ETag")).isEqualTo(before);
        window.get(Tokens.otto(), "/api/v1/runners/" + runner).then().statusCode(200);
        assertThat(window.get(Tokens.otto(), "/api/v1/runners/" + runner).asString())
                .doesNotContain("revokedAt");
    }

    @Test
    void a_view_says_what_it_is_asked_wrongly() {
        Row.all().stream()
                .filter(row -> !row.wrong().isEmpty())
                .forEach(row -> {
                    for (String query : row.wrong()) {
                        Response answer = ask(as(row), row, path(row) + "?" + query);
                        assertThat(said(answer)).as(query).isEqualTo("422 invalid");
                        assertThat(answer.<String>path("errors[0].pointer"))
                                .isEqualTo(query.substring(0, query.indexOf('=')));
                    }
                });
    }

    @Test
    void lists_come_page_by_page() {
        var played = window.as(runnerToken).contentType("application/json");
        played.body(
                        Map.of(
                                "claim",
                                UUID.randomUUID().toString(),
                                "scripts",
                                List.of("page-1.sh", "page-2.sh"),
                                "patience",
                                "PT0S"))
                .post("/api/v1/runners/claims")
                .then()
                .statusCode(204);
        for (String list : List.of("/api/v1/runners", "/api/v1/scripts", "/api/v1/templates")) {
            String of = list + "?team=platform&limit=200";
            List<Map<String, ?>> all = items(of);
            assertThat(all).as(list).isNotEmpty();
            var found = new ArrayList<Map<String, ?>>();
            String next = list + "?team=platform&limit=1";
            while (next != null && found.size() <= all.size()) {
                Response page = window.as(Tokens.otto()).urlEncodingEnabled(false).get(next);
                found.addAll(page.<List<Map<String, ?>>>path("items"));
                String link = page.header("Link");
                next = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(found).as(list).hasSameSizeAs(all);
        }
        assertThat(items("/api/v1/templates?team=nobody&limit=200"))
                .noneSatisfy(t -> assertThat(t.get("team")).isEqualTo("platform"));
    }

    private List<Map<String, ?>> items(String list) {
        return window.get(Tokens.otto(), list).then().statusCode(200).extract().path("items");
    }
}
