package dev.interlude.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlude.eventlog.Log;
import dev.interlude.local.LocalToken;
import dev.interlude.local.People;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The lines of the how-tos work as they stand there, one after the other, with the tokens of a
 * local run: only the address, the people, the component and the clock are those of this test.
 */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class HowTosIT {

    private static final Path PAGES = Path.of("..", "docs", "how-to");
    private static final String HERE = "-how-to";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\n(.*?)^```");

    /** Dates count from the log's clock, which tests move, and not from the machine's. */
    private static final String CLOCK =
            """
            export TZ=UTC
            date() {
              local all=()
              for one in "$@"; do
                case "$one" in
                  [+-]*' '*:*) all+=("$one $TODAY") ;;
                  [+-]*' '*) all+=("$one $NOW") ;;
                  *) all+=("$one") ;;
                esac
              done
              command date "${all[@]}"
            }
            """;

    @Inject Log log;

    @BeforeEach
    void catalogue() {
        Rest root = Rest.as(Tokens.root());
        for (String id : new String[] {"how-to-builds", "how-to-api"}) {
            root.send(Map.of("id", id, "name", id), "/api/v1/components");
        }
    }

    @Test
    void plan_a_window() throws Exception {
        assertThat(run("plan-a-window.md", Map.of("\"builds\"", "\"how-to-first\"")))
                .contains("\"state\":\"Announced\"", "\"ordinal\":1", "\"state\":\"Cancelled\"")
                .contains("WindowMoved.v1", "TextCorrected.v1");
    }

    @Test
    void notice_policy() throws Exception {
        String said =
                run(
                        "notice-policy.md",
                        Map.of("platform", "how-to-team", "\"weekends\"", "\"how-to-weekends\""));
        assertThat(said)
                .contains("PolicyChanged.v1", "PolicyLooseningProposed.v1", "\"CONFIRMED\"")
                .contains("FreezeDeclared.v1");
    }

    @Test
    void recurring_windows() throws Exception {
        assertThat(
                        run(
                                "recurring-windows.md",
                                Map.of("=api:", "=how-to-api:", ",api:", ",how-to-api:")))
                .contains("reasonsFor", "LoadProfileSet.v1", "SeriesPlanned.v1", "localStart")
                .contains("OccurrenceSkipped.v1");
    }

    @Test
    void an_emergency_at_night() throws Exception {
        assertThat(run("an-emergency-at-night.md", Map.of()))
                .contains("\"state\":\"InProgress\"", "RoleTakenOver.v1", "GateOverridden.v1")
                .contains("BreakGlassCountersigned.v1", "HoldReleased.v1", "RollbackBegan.v1")
                .contains("\"state\":\"Completed\"", "\"lane\":\"dba\"");
    }

    @Test
    void follow_a_provider() throws Exception {
        assertThat(run("follow-a-provider.md", Map.of()))
                .contains("ProviderNoticeReceived.v1", "WindowConfirmed.v1", "WindowStarted.v1")
                .contains("\"state\":\"Completed\"", "\"maintenanceId\":\"WorkOrder-31415\"");
    }

    @Test
    void subscribe_to_the_calendar() throws Exception {
        assertThat(run("subscribe-to-the-calendar.md", Map.of()))
                .contains("BEGIN:VCALENDAR", "TokenIssued.v1", "TokenRevoked.v1");
    }

    @Test
    void use_api_tokens() throws Exception {
        assertThat(run("use-api-tokens.md", Map.of()))
                .contains("ApiTokenIssued.v1", "ApiTokenRevoked.v1", "\"kind\":\"machine\"")
                .contains("\"roles\":[\"operator\"]", "\"kind\":\"ELSEWHERE\"");
    }

    /** Runs all blocks of a page in a row; what they said. */
    private String run(String page, Map<String, String> changed) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "it is written for bash");
        // others may run the same pages at the same time
        Path notes = Files.createTempDirectory("how-to");
        String script = script(page, changed).replace("/tmp/", notes + "/");
        var bash = new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", script);
        People.all()
                .forEach((name, person) ->
                        bash.environment()
                                .put(name.toUpperCase(Locale.ROOT), Tokens.signed(here(person))));
        bash.environment().put("ANA_2", Tokens.signed(here(People.of("ana"))));
        Instant now = log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
        bash.environment().put("NOW", now.toString().replace('T', ' ').replace("Z", ""));
        bash.environment().put("TODAY", now.toString().substring(0, 10));
        Process run = bash.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said;
    }

    /** Nobody whom other tests have drive at the same time. */
    private static LocalToken here(LocalToken person) {
        return new LocalToken(
                person.issuer(),
                person.subject() + HERE,
                person.name(),
                person.kind(),
                person.groups(),
                person.issuedAt(),
                person.lifetime());
    }

    private static String script(String page, Map<String, String> changed) throws Exception {
        String lines =
                BLOCK.matcher(Files.readString(PAGES.resolve(page)))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .collect(Collectors.joining("\n"));
        for (var change : changed.entrySet()) {
            lines = lines.replace(change.getKey(), change.getValue());
        }
        for (String name : People.all().keySet()) {
            lines = lines.replace("\"" + name + "\"", "\"" + name + HERE + "\"");
        }
        return CLOCK
                + lines.replace(". data/tokens.env\n", "")
                        .replaceAll(
                                "(http://)?localhost:8080", "http://localhost:" + RestAssured.port)
                        .replaceAll("curl -sS?", "curl -sS --fail-with-body -w '\\\\n'")
                        .replace("\"builds\"", "\"how-to-builds\"")
                        .replace("=builds:", "=how-to-builds:")
                        .replace("/builds/", "/how-to-builds/");
    }
}
