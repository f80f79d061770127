package dev.interlude.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlude.eventlog.Log;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lines of the how-to work as they stand there. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class PlanAWindowIT {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "plan-a-window.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\n(.*?)^```");

    @Inject Log log;

    @Test
    void every_line_of_the_page_is_accepted() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "it is written for bash");
        var bash = new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", script());
        bash.environment().put("ANA", Tokens.ana());
        bash.environment().put("CARLA", Tokens.carla());
        bash.environment().put("ROOT", Tokens.root());
        Process run = bash.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("\"state\":\"Announced\"", "\"ordinal\":1", "\"state\":\"Cancelled\"")
                .contains("WindowMoved.v1", "TextCorrected.v1");
    }

    /** All blocks in a row, with the address, the tokens and the clock of this test. */
    private String script() throws Exception {
        Instant now =
                log.now().await().atMost(Duration.ofSeconds(5)).truncatedTo(ChronoUnit.SECONDS);
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace(". data/tokens.env\n", "")
                .replace("http://localhost:8080", "http://localhost:" + RestAssured.port)
                .replace("curl -sS", "curl -sS --fail-with-body -w '\\n'")
                .replace("\"builds\"", "\"how-to-builds\"")
                .replace(shell("+7 days 02:00"), now.plus(Duration.ofDays(7)).toString())
                .replace(shell("+7 days 04:00"), now.plus(Duration.ofHours(170)).toString())
                .replace(shell("+8 days 02:00"), now.plus(Duration.ofDays(8)).toString());
    }

    private static String shell(String time) {
        return "$(date -u -d '" + time + "' +%Y-%m-%dT%H:%M:%SZ)";
    }
}
