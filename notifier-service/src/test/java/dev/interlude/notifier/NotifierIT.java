package dev.interlude.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class NotifierIT {

    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/history",
                    "/feed.atom",
                    "/feed.rss",
                    "/feed.json",
                    "/calendar.ics",
                    "/api/v2/summary.json",
                    "/api/v2/components.json",
                    "/api/v2/scheduled-maintenances.json");

    @TestHTTPResource("/")
    URI home = URI.create("");

    private static Response get(String path, UUID after) {
        return given().header("Interlude-After", after).get(path);
    }

    private static String seen(String path, UUID after) {
        return get(path, after).then().statusCode(200).extract().asString();
    }

    @Test
    void a_window_is_invisible_until_it_is_announced_then_it_is_everywhere() {
        var planner = new Planner();
        UUID planned = planner.plan();
        for (String path : PUBLIC) {
            assertThat(seen(path, planned)).as(path).doesNotContain(planner.title);
        }
        get(planner.path(), planned).then().statusCode(404);

        UUID announced = planner.announce();
        for (String path : PUBLIC) {
            if (!path.equals("/history") && !path.contains("components")) {
                assertThat(seen(path, announced)).as(path).contains(planner.title);
            }
        }
        assertThat(seen(planner.path(), announced)).contains(planner.title);
        assertThat(seen("/maintenance/" + planner.window, announced)).contains(planner.title);
    }

    @Test
    void an_extension_reaches_every_channel_with_both_ends() {
        var planner = new Planner();
        planner.plan();
        planner.announce();
        planner.start();
        UUID extended = planner.extend();

        assertThat(seen("/", extended)).contains("under way").contains("→");
        assertThat(seen(planner.path(), extended)).contains("It takes longer.");
        assertThat(seen("/feed.atom", extended))
                .contains("Extended: " + planner.title)
                .contains("urn:uuid:" + extended);

        VEvent entry = entry(planner, extended);
        assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo(planner.newEnd);
        assertThat(entry.getSequence().getValue()).isEqualTo(1);

        var active = get("/api/v2/scheduled-maintenances/active.json", extended).jsonPath();
        String found = "scheduled_maintenances.find { it.id == '" + planner.window + "' }";
        assertThat(active.getString(found + ".scheduled_until"))
                .isEqualTo(planner.newEnd.toString());
        assertThat(active.getString(found + ".incident_updates[0].body"))
                .contains("New end:")
                .contains("before:");

        UUID completed = planner.complete();
        assertThat(entry(planner, completed).getDateEnd().getValue().toInstant())
                .isEqualTo(planner.end.plusSeconds(60));
        assertThat(seen("/history", completed)).contains(planner.title);
    }

    private static VEvent entry(Planner planner, UUID after) {
        return Biweekly.parse(seen(planner.path() + ".ics", after)).first().getEvents().getFirst();
    }

    @Test
    void nothing_internal_leaves_the_house() {
        var planner = new Planner();
        planner.plan();
        planner.announce();
        planner.start();
        planner.say("ProgressPosted", "{'internalText':{'en':'canary-7d1f'}}");
        planner.extend();
        UUID last = planner.complete();
        for (String path : PUBLIC) {
            assertThat(seen(path, last)).as(path).doesNotContain(Sample.CANARY);
        }
        assertThat(seen(planner.path(), last)).doesNotContain(Sample.CANARY);
        assertThat(published(last)).contains(planner.window).doesNotContain(Sample.CANARY);
    }

    private static String published(UUID after) {
        return given().header("Interlude-After", after)
                .auth()
                .oauth2(Tokens.service("postmortem"))
                .get("/api/v1/published?after=0&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void staff_read_the_exact_texts_with_their_placeholders() {
        var planner = new Planner();
        planner.plan();
        UUID announced = planner.announce();
        given().header("Interlude-After", announced)
                .auth()
                .oauth2(Tokens.carla())
                .queryParam("windowId", "M-" + planner.number)
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("notices.size()", org.hamcrest.Matchers.is(1))
                .body("notices[0].notice.noticeId", org.hamcrest.Matchers.is(announced.toString()))
                .body(
                        "notices[0].notice.text.en",
                        org.hamcrest.Matchers.is("From {{start}} to {{end}}."));
        given().get("/api/v1/notices?windowId=" + planner.window).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.carla())
                .get("/api/v1/notices")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void a_stale_reminder_is_dropped_on_record_and_a_true_one_is_told() {
        var planner = new Planner();
        planner.plan();
        planner.announce();
        UUID stale = planner.remind(planner.start.minusSeconds(3_600));
        assertThat(seen(planner.path(), stale)).doesNotContain("Reminder");
        assertThat(published(stale)).contains("NoticeDropped").contains(stale.toString());
        UUID due = planner.remind(planner.start);
        assertThat(seen(planner.path(), due)).contains("Reminder");
    }

    @Test
    void a_browser_that_has_it_gets_304_and_one_that_takes_gzip_gets_gzip() throws Exception {
        var planner = new Planner();
        planner.plan();
        seen(planner.path(), planner.announce());
        var plain = raw(planner.path(), "Accept-Encoding", "identity");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
        assertThat(plain.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(raw(planner.path(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(raw(planner.path(), "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(raw(planner.path(), "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

        var packed = raw(planner.path(), "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(tag));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        var refused = raw(planner.path(), "Accept-Encoding", "gzip;q=0");
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();

        seen(planner.path(), planner.start());
        assertThat(raw(planner.path(), "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    /** Without a client that unpacks and caches by itself. */
    private HttpResponse<byte[]> raw(String path, String header, String value) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(home.resolve(path)).header(header, value).build(),
                        BodyHandlers.ofByteArray());
    }

    @Test
    void pages_allow_nothing_from_elsewhere_and_find_their_files_here() {
        var page = given().get("/");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=utf-8");
        for (String file :
                new String[] {
                    dev.interlude.web.Assets.css(),
                    dev.interlude.web.Assets.live(),
                    dev.interlude.web.Assets.icon()
                }) {
            assertThat(page.asString()).contains(file);
            given().get(file).then().statusCode(200);
        }
    }

    @Test
    void what_does_not_exist_is_a_problem_and_never_an_error() {
        for (String path :
                new String[] {
                    "/maintenance/M-0", "/maintenance/%00", "/maintenance/x.ics", "/nothing"
                }) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(404);
        }
        given().get("/feed.atom?component=%3Cx%3E%26").then().statusCode(200);
        given().get("/calendar.ics?component=none").then().statusCode(200);
    }
}
