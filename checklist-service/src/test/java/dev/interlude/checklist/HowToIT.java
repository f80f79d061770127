package dev.interlude.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the how-tos work as they stand there. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class HowToIT {

    private static final Path PAGES = Path.of("..", "docs", "how-to");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");

    @TempDir Path folder;

    @Test
    void a_checklist_is_written() throws Exception {
        Window window = known(new Window().announced());
        String said = run("write-a-checklist.md", window);
        assertThat(said)
                .contains("\"title\":\"Move\"", "\"templateId\":\"broker-migration\"")
                .contains("\"copyOf\":\"" + window.id + "\"", "queue is empty")
                .contains("ChecklistReviewed.v1", "ConcernAnswered.v1");
    }

    @Test
    void it_is_run_as_two() throws Exception {
        Window window =
                known(
                        new Window()
                                .drafted(
                                        """
                                        # Move
                                        - [ ] Stop {10m no-rollback:"starts again"}
                                        - [ ] Drain {10m no-rollback:"starts again"}
                                        - [ ] Cut over {10m no-return no-rollback:"no way back"}
                                        """)
                                .announced()
                                .started());
        Files.write(folder.resolve("queues.png"), HexFormat.of().parseHex("89504e470d0a1a0a00"));
        String said = run("run-it-as-two.md", window);
        assertThat(said)
                .contains("StepStarted.v1", "builds wait", "StepConfirmed.v1")
                .contains("EvidenceAttached.v1", "\"slack\":", "StepCleared.v1");
    }

    /** Everything said of the window has been heard. */
    private static Window known(Window window) {
        assertThat(window.get(Tokens.ana(), window.path("")).statusCode()).isIn(200, 404);
        return window;
    }

    private String run(String page, Window window) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "it is written for bash");
        var bash =
                new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", script(page, window))
                        .directory(folder.toFile());
        bash.environment().put("ANA", Tokens.ana());
        bash.environment().put("BEN", Tokens.ben());
        Process run = bash.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said;
    }

    /** All blocks in a row, with the address, the windows and the tokens of this test. */
    private static String script(String page, Window window) throws IOException {
        return BLOCK.matcher(Files.readString(PAGES.resolve(page)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("localhost:8080", "localhost:" + RestAssured.port)
                .replace("curl -sS", "curl -sS --fail-with-body -w '\\n'")
                .replace("M-142", window.id)
                .replace("M-143", new Window().id)
                .replace("M-144", new Window().id);
    }
}
