package dev.interlude.planner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** API tokens over HTTP, from their making to what they open and their end. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class ApiTokensIT {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String WINDOWS = "/api/v1/windows";
    private static final String ME = "/api/v1/me";
    private static final String TEAM = "pier";

    private final Rest ana = Rest.as(member("ana", "planner", "operator"));
    private final Rest ben = Rest.as(member("ben", "operator"));
    private final Rest root = Rest.as(Tokens.root());
    private final Rest otto = Rest.as(Tokens.otto());

    @Inject Log log;

    private static String member(String person, String... roles) {
        String[] groups = java.util.Arrays.copyOf(roles, roles.length + 1);
        groups[roles.length] = "team:" + TEAM;
        return Tokens.signed(LocalToken.person(person).in(groups));
    }

    private static Map<String, Object> person(Object... more) {
        return body("kind", "PERSON", "label", "Laptop", more);
    }

    private static Map<String, Object> machine(Object... more) {
        var body = body("kind", "MACHINE", "label", "Pipeline", more);
        body.putIfAbsent("machine", "pipeline");
        body.putIfAbsent("roles", List.of("planner", "operator"));
        body.putIfAbsent("teams", List.of(TEAM));
        return body;
    }

    private static Map<String, Object> body(
            String k1, Object v1, String k2, Object v2, Object... more) {
        var body = new HashMap<String, Object>(Map.of(k1, v1, k2, v2));
        for (int i = 0; i < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1]);
        }
        return body;
    }

    private static ValidatableResponse made(Rest by, Map<String, Object> body) {
        return by.send(body, TOKENS).statusCode(201);
    }

    private static ValidatableResponse taken(Rest by, String id) {
        return given().auth().oauth2(by.token()).delete(TOKENS + "/" + id).then();
    }

    private static String jti(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        try {
            return LogJson.mapper().readTree(claims).get("jti").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Used a moment before, so that the signature is not looked at again. */
    private static void isRefusedSoon(Rest by) {
        Awaitility.await().atMost(Patience.MOST).untilAsserted(() -> by.get(ME).statusCode(401));
        by.get(ME)
                .body("code", equalTo("token-revoked"))
                .body("type", equalTo("/problems/token-revoked"))
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""));
        by.get(WINDOWS).statusCode(401).body("code", equalTo("token-revoked"));
    }

    @Test
    void ana_with_an_API_token_is_still_ana() {
        var made =
                made(ana, person("roles", List.of("operator", "planner"), "validFor", "P30D"))
                        .header("Location", containsString(TOKENS + "/"))
                        .header("Cache-Control", "no-store")
                        .body("kind", equalTo("PERSON"))
                        .body("state", equalTo("ACTIVE"))
                        .body("roles", contains("operator", "planner"))
                        .body("teams", contains(TEAM))
                        .body("scope", nullValue());
        String token = made.extract().path("token");
        assertThat(jti(token)).isEqualTo(made.extract().path("id"));
        var byToken = Rest.as(token);
        String id = ana.get(ME).extract().path("id");
        byToken.get(ME)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("kind", equalTo("person"))
                .body("roles", contains("operator", "planner"))
                .body("teams", contains(TEAM));
        made.body("person", equalTo(id)).body("issuedBy", equalTo(id));

        // what asks for two asks for two people
        root.send(Map.of("id", "pier", "name", "Pier"), "/api/v1/components");
        Instant start =
                log.now()
                        .await()
                        .atMost(Patience.MOST)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofDays(5));
        var plan = new HashMap<String, Object>();
        plan.put("title", "Mend the pier");
        plan.put("publicText", "No boats.");
        plan.put("zone", "UTC");
        plan.put("start", start.toString());
        plan.put("end", start.plus(Duration.ofHours(1)).toString());
        plan.put("team", TEAM);
        plan.put("components", List.of(Map.of("id", "pier", "impact", "OUTAGE")));
        String window = byToken.send(plan, WINDOWS).statusCode(201).extract().path("id");
        String overrides = WINDOWS + "/" + window + "/overrides";
        ana.send(Map.of("gates", List.of("crew"), "reason", "Alone"), overrides).statusCode(201);
        byToken.post(overrides + "/1/approval")
                .statusCode(409)
                .body("code", equalTo("same-person"));

        // and a machine is nobody of the two
        var machine = Rest.as(made(root, machine()).extract().path("token"));
        machine.post(overrides + "/1/approval").statusCode(403);
        ben.post(overrides + "/1/approval").statusCode(200);
    }

    @Test
    void no_token_is_wider_than_who_asks_for_it_and_none_makes_another() {
        ana.send(person("roles", List.of("admin")), TOKENS)
                .statusCode(403)
                .body("code", equalTo("role-missing"))
                .body("missing", contains("admin"));
        ana.send(person("teams", List.of("shop")), TOKENS)
                .statusCode(403)
                .body("missing", contains("team:shop"));
        ana.send(machine(), TOKENS).statusCode(403).body("code", equalTo("role-missing"));

        var less = Rest.as(made(ana, person("roles", List.of("operator"))).extract().path("token"));
        less.get(ME).body("roles", contains("operator"));
        for (var body : List.of(person(), machine(), Map.of("label", "Phone"))) {
            less.send(body, TOKENS).statusCode(403).body("code", equalTo("sign-in-needed"));
        }
        var machine =
                Rest.as(made(root, machine("roles", List.of("admin"))).extract().path("token"));
        machine.send(machine(), TOKENS).statusCode(403).body("code", equalTo("sign-in-needed"));
        Rest.as(Tokens.machine("ci", "admin")).send(machine(), TOKENS).statusCode(403);
    }

    @Test
    void a_machine_keeps_its_name_over_its_tokens() {
        var first = made(root, machine()).body("kind", equalTo("MACHINE"));
        var second = made(root, machine("label", "Next year's"));
        String id = first.extract().path("machineId");
        assertThat(id).startsWith("m-").isEqualTo(second.extract().path("machineId"));
        Rest.as(second.extract().path("token"))
                .get(ME)
                .body("id", equalTo(id))
                .body("kind", equalTo("machine"))
                .body("roles", contains("operator", "planner"));
        assertThat(made(root, machine("machine", "other")).extract().<String>path("machineId"))
                .isNotEqualTo(id);
    }

    @Test
    void what_was_taken_back_opens_nothing_though_it_was_good_a_moment_ago() {
        var made = made(ana, person());
        String id = made.extract().path("id");
        var phone = Rest.as(made.extract().path("token"));
        phone.get(ME).statusCode(200);
        taken(ben, id).statusCode(404);
        ben.get(TOKENS + "/" + id).statusCode(404);
        taken(ana, id)
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body("events[0].type", equalTo("dev.interlude.planner.ApiTokenRevoked.v1"));
        isRefusedSoon(phone);
        ana.get(ME).statusCode(200);
        taken(ana, id).statusCode(200).body("events.size()", equalTo(0));
        ana.get(TOKENS + "/" + id).statusCode(200).body("state", equalTo("REVOKED"));

        // an admin takes back that of others
        var other = made(ana, person());
        var desk = Rest.as(other.extract().path("token"));
        taken(root, other.extract().path("id")).statusCode(200);
        isRefusedSoon(desk);

        events(id).forEach(event -> Contracts.validateShape(event.type(), event.data()));
    }

    @Test
    void an_admin_takes_back_what_somebody_signs_in_with() {
        String lost = member("carla", "liaison");
        var laptop = Rest.as(lost);
        laptop.get(ME).statusCode(200);
        var body = Map.of("tokenId", jti(lost), "expiresAt", Instant.now().plusSeconds(3600));
        String path = TOKENS + "/revocations";
        ana.send(body, path).statusCode(403).body("code", equalTo("role-missing"));
        root.send(Map.of(), path).statusCode(422).body("errors[0].pointer", equalTo("/tokenId"));
        root.send(body, path)
                .statusCode(200)
                .body("kind", equalTo("ELSEWHERE"))
                .body("state", equalTo("REVOKED"));
        isRefusedSoon(laptop);
        Rest.as(member("carla", "liaison")).get(ME).statusCode(200);
        root.get(TOKENS + "/" + jti(lost)).statusCode(200).body("kind", equalTo("ELSEWHERE"));
        events(jti(lost)).forEach(event -> Contracts.validateShape(event.type(), event.data()));
    }

    @Test
    void a_token_is_shown_once_and_stands_nowhere() {
        String key = UUID.randomUUID().toString();
        var once = ana.with("Idempotency-Key", key);
        var made = made(once, person());
        String id = made.extract().path("id");
        String signature = made.extract().<String>path("token").split("\\.", -1)[2];
        made(once, person())
                .body("id", equalTo(id))
                .body("token", nullValue())
                .body("label", equalTo("Laptop"));
        once.send(person("label", "Other"), TOKENS)
                .statusCode(422)
                .body("code", equalTo("key-reused"));
        assertThat(events(id))
                .singleElement()
                .satisfies(event ->
                        assertThat(new String(event.data(), StandardCharsets.UTF_8))
                                .doesNotContain(signature));
        ana.get(TOKENS + "/" + id).body(not(containsString(signature)));
        String after = made.extract().header("Interlude-Event");
        ana.with("Interlude-After", after)
                .get(TOKENS)
                .body("items.id", hasItem(id))
                .body(not(containsString(signature)));
        ben.with("Interlude-After", after).get(TOKENS).body("items.id", not(hasItem(id)));
        ben.get(TOKENS + "?everyone=true").statusCode(403);
        for (Rest all : List.of(root, otto)) {
            all.get(TOKENS + "?everyone=true").body("items.id", hasItem(id));
        }

        String tried =
                ana.send(person(), TOKENS + "?dryRun=true")
                        .statusCode(200)
                        .body("dryRun", equalTo(true))
                        .body("token", nullValue())
                        .extract()
                        .path("id");
        ana.get(TOKENS + "/" + tried).statusCode(404);
    }

    @Test
    void what_is_no_token_request_is_refused_with_its_place() {
        refused(ana, person("scope", "CALENDAR"), "/scope");
        refused(ana, person("team", TEAM), "/team");
        refused(ana, person("machine", "x"), "/machine");
        refused(ana, person("validFor", "P367D"), "/validFor");
        refused(ana, person("validFor", "PT59S"), "/validFor");
        refused(ana, person("roles", List.of("emperor")), "/roles/0");
        refused(ana, person("kind", "ELSEWHERE"), "/kind");
        refused(ana, person("kind", "ROBOT"), "/kind");
        refused(ana, body("label", "Phone", "roles", List.of("planner")), "/roles");
        refused(root, body("kind", "MACHINE", "label", "x"), "/machine");
        refused(root, body("kind", "MACHINE", "label", "x", "machine", "x"), "/roles");
        refused(root, machine("machine", "No Slug"), "/machine");
        given().contentType("application/json")
                .body(person())
                .post(TOKENS)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    private static void refused(Rest by, Map<String, Object> body, String pointer) {
        by.send(body, TOKENS).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private List<LogEvent> events(String tokenId) {
        return log.own("apitoken-" + tokenId, 0).await().atMost(Patience.MOST);
    }
}
