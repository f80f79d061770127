package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.PUMP;
import static dev.interlude.planner.RowWindows.RUN;
import static dev.interlude.planner.RowWindows.TEAM;
import static dev.interlude.planner.RowWindows.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.local.LocalToken;
import dev.interlude.planner.WindowRow.Where;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Operations;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the reviewed interface: none is forgotten by the tables or by its errors. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class OperationsIT {

    private static final int TOO_LARGE = 256 * 1024 + 1;

    /** What all services have from the kit, whose own tests show it. */
    private static final List<String> OF_THE_KIT =
            List.of("/api/v1/me", "/api/v1/parked", "/api/v1/projections");

    /** What is asked of tokens has tests of its own. */
    private static final String TOKENS = "/api/v1/tokens";

    private static final String CALENDAR_FILE = "/api/v1/calendar.ics";

    private final Rest everybody =
            Rest.as(
                    Tokens.signed(
                            LocalToken.person("all-" + RUN)
                                    .in(
                                            "planner",
                                            "operator",
                                            "liaison",
                                            "admin",
                                            "auditor",
                                            "team:" + TEAM)));

    private RowWindows windows;
    private RowThings things;

    @BeforeEach
    void made() {
        windows = RowWindows.made();
        things = RowThings.made();
    }

    private String path(Operations operation) {
        String path = operation.path().replace("{localStart}", things.local());
        String id =
                path.contains("/series/")
                        ? things.series()
                        : path.contains("/components/")
                                ? PUMP
                                : path.contains("/windows/") ? windows.id(Where.NIGHT) : "none";
        return path.replace("{id}", id)
                .replace("{n}", "1")
                .replace("{scope}", TEAM)
                .replaceAll("\\{[a-z]+}", "none");
    }

    private void every(
            Predicate<Operations> which, Function<Operations, String> told, String expected) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        Operations.all().stream()
                .filter(which)
                .forEach(operation -> {
                    found.add(operation.name() + ": " + told.apply(operation));
                    wanted.add(operation.name() + ": " + expected);
                });
        assertThat(found).hasSizeGreaterThan(10).containsExactlyElementsOf(wanted);
    }

    private Rest seen() {
        return everybody.with("If-Match", "\"1\"");
    }

    @Test
    void every_operation_has_its_row() {
        List<String> shown =
                Stream.of(
                                WindowRows.all().stream().map(WindowRow::operation),
                                CommandRows.all().stream().map(CommandRow::operation),
                                Stream.of(ProviderNoticesIT.OPERATION),
                                ReadRows.all().stream().map(ReadRow::operation))
                        .flatMap(all -> all)
                        .toList();
        List<String> reviewed =
                Operations.all().stream()
                        .filter(o -> OF_THE_KIT.stream().noneMatch(o.path()::startsWith))
                        .filter(o -> !o.path().startsWith(TOKENS))
                        .map(Operations::name)
                        .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(reviewed);
    }

    @Test
    void nobody_without_a_token_is_let_in() {
        every(
                _ -> true,
                operation ->
                        said(
                                RestAssured.given()
                                        .header("Authorization", "Bearer x")
                                        .request(operation.method(), path(operation))
                                        .then()),
                "401 unauthenticated");
    }

    @Test
    void what_nobody_can_make_is_not_acceptable() {
        every(
                _ -> true,
                operation -> said(asked(everybody.with("Accept", "application/pdf"), operation)),
                "406 not-acceptable");
    }

    /** With a body of a type that it takes. */
    private ValidatableResponse asked(Rest who, Operations operation) {
        @Nullable String type = operation.takes().stream().findFirst().orElse(null);
        return type == null || operation.takesJson()
                ? who.ask(operation.method(), body(operation), path(operation))
                : who.raw(operation.method(), type, "x", path(operation));
    }

    private @Nullable Object body(Operations operation) {
        return CommandRows.all().stream()
                .filter(row -> row.operation().equals(operation.name()))
                .findFirst()
                .map(CommandRow::body)
                .orElse(null);
    }

    @Test
    void a_body_that_can_not_be_read_is_refused() {
        every(
                Operations::takesJson,
                o -> said(seen().raw(o.method(), "application/json", "{", path(o))),
                "400 unreadable");
        every(
                Operations::takesJson,
                o -> said(seen().raw(o.method(), "text/plain", "{}", path(o))),
                "415 unsupported-media-type");
        every(
                Operations::takesJson,
                o -> {
                    var answer = seen().ask(o.method(), Map.of("colour", "red"), path(o)).extract();
                    return answer.statusCode() + " " + answer.path("errors.pointer");
                },
                "422 [/colour]");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() {
        every(
                operation -> !operation.method().equals("GET") && !imports(operation),
                operation -> large(operation, TOO_LARGE),
                "413 too-large");
        Operations catalogue =
                Operations.all().stream().filter(OperationsIT::imports).findFirst().orElseThrow();
        assertThat(large(catalogue, 10 * 1024 * 1024 + 1)).isEqualTo("413 too-large");
        String whole = "{\"components\":[]" + " ".repeat(TOO_LARGE) + "}";
        everybody
                .raw("POST", "application/json", whole, catalogue.path() + "?dryRun=true")
                .statusCode(200);
    }

    private static boolean imports(Operations operation) {
        return operation.path().endsWith("/components/import");
    }

    private String large(Operations operation, int bytes) {
        try (var client = HttpClient.newHttpClient()) {
            String type = operation.takes().stream().findFirst().orElse("application/json");
            var request =
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + at(operation)))
                            .header("Authorization", "Bearer " + everybody.token())
                            .header("Content-Type", type)
                            .expectContinue(true)
                            .method(operation.method(), BodyPublishers.ofByteArray(new byte[bytes]))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            String code = io.restassured.path.json.JsonPath.from(answer.body()).get("code");
            return answer.statusCode() + " " + code;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private String at(Operations operation) {
        return ":" + RestAssured.port + path(operation);
    }

    @Test
    void every_view_is_shown_to_an_auditor_and_says_what_it_can_not() {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        for (ReadRow row : ReadRows.all()) {
            if (!row.operation().endsWith(CALENDAR_FILE)) {
                found.add(row.operation() + " " + said(windows.otto.get(ReadRows.at(row.path()))));
                wanted.add(row.operation() + " 200 ");
            }
            if (row.gone() != null) {
                String gone = ReadRows.at(Objects.requireNonNull(row.gone()));
                found.add(row.operation() + " " + said(windows.otto.get(gone)));
                wanted.add(row.operation() + " 404 not-found");
            }
            for (String wrong : row.wrong()) {
                var answer = windows.otto.get(ReadRows.at(row.path(wrong))).extract();
                found.add(row.path(wrong) + " " + pointers(answer.path("errors.pointer")));
                wanted.add(row.path(wrong) + " [" + wrong.substring(0, wrong.indexOf('=')) + "]");
            }
        }
        assertThat(found).hasSizeGreaterThan(50).containsExactlyElementsOf(wanted);
    }

    private static String pointers(@Nullable Object found) {
        return found instanceof Collection<?> some ? some.toString() : String.valueOf(found);
    }
}
