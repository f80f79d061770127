package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner's jar as a process of its own, against this service. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class RealRunnersIT {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "automate-a-step.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");

    @TempDir Path root;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void scripts() throws IOException {
        Files.createDirectories(root.resolve("scripts"));
        Files.setPosixFilePermissions(
                root.resolve("scripts"), PosixFilePermissions.fromString("rwxr-xr-x"));
        script("once.sh", "echo \"$INTERLUDE_RUN_ID\" >> \"$1\"");
        script("slow.sh", "echo begun >> \"$1\"; sleep 300");
        script("brief.sh", "echo begun >> \"$1\"; sleep 5; echo ended");
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(root.resolve("scripts").resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void end() throws InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "deploy", "runner", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("runner-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Process runner(String name, int port, String token) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString());
        Map<String, String> environment = builder.environment();
        environment.put("INTERLUDE_RUNNER_SERVICE", "http://localhost:" + port);
        environment.put("INTERLUDE_RUNNER_TOKEN", token);
        environment.put("INTERLUDE_RUNNER_SCRIPTS", root.resolve("scripts").toString());
        environment.put("INTERLUDE_RUNNER_STATE", root.resolve(name).toString());
        environment.put("INTERLUDE_RUNNER_GRACE", "PT0.5S");
        environment.put("INTERLUDE_RUNNER_DRAIN", "PT0.1S");
        environment.put("INTERLUDE_RUNNER_PARALLEL", "4");
        builder.redirectErrorStream(true);
        File said = root.resolve(name + ".log").toFile();
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static String token() {
        return registered().path("token");
    }

    private static Response registered() {
        return given().auth()
                .oauth2(Tokens.root())
                .contentType("application/json")
                .body(Map.of("name", "host", "team", "platform"))
                .post("/api/v1/runners")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private Window window(String script, Path trace) {
        String markdown =
                "# T\n## Prepare\n- [ ] Go {#go mode:solo script:"
                        + script
                        + " arg:\""
                        + trace
                        + "\"}";
        return new Window().announced().drafted(markdown);
    }

    private static String state(Window window) {
        return window.get(Tokens.ana(), window.path("")).path("steps[0].state");
    }

    private static String outcome(Window window) {
        return window.get(Tokens.ana(), window.path("/steps/go/script-run")).path("run.outcome");
    }

    @Test
    void of_a_hundred_requests_two_runners_execute_each_once() throws Exception {
        Path trace = root.resolve("trace");
        var text = new StringBuilder("# Many\n## Prepare\n");
        for (int i = 0; i < 100; i++) {
            text.append(
                    "- [ ] S {#s%d after: mode:solo script:once.sh arg:\"%s\"}\n"
                            .formatted(i, trace));
        }
        Window window = new Window().announced().drafted(text.toString());
        for (String name : List.of("one", "two")) {
            Response made = registered();
            runner(name, RestAssured.port, made.path("token"));
            await().until(() ->
                    window.get(Tokens.ana(), "/api/v1/runners/" + made.path("id"))
                            .<Boolean>path("online"));
        }
        for (int i = 0; i < 100; i++) {
            window.act(Tokens.ana(), "s" + i + "/script-run").then().statusCode(200);
        }
        await().until(() ->
                window.get(Tokens.ana(), window.path("")).<List<String>>path("steps.state").stream()
                        .allMatch("Done"::equals));
        assertThat(Files.readAllLines(trace)).hasSize(100).doesNotHaveDuplicates();
        long ran =
                Stream.of("one.log", "two.log")
                        .map(root::resolve)
                        .filter(log -> {
                            try {
                                return Files.readString(log).contains("once.sh\n");
                            } catch (IOException e) {
                                return false;
                            }
                        })
                        .count();
        assertThat(ran).as("both had work").isEqualTo(2);
    }

    @Test
    void a_killed_runner_frees_the_step_and_its_script_is_not_run_again() throws Exception {
        Path trace = root.resolve("trace");
        String token = token();
        Process runner = runner("one", RestAssured.port, token);
        Window window = window("slow.sh", trace);
        window.act(Tokens.ana(), "go/script-run").then().statusCode(200);
        await().until(() -> Files.exists(trace));
        runner.destroyForcibly().waitFor();
        await().until(() -> state(window).equals("Failed"));
        assertThat(outcome(window)).isEqualTo("LOST");
        runner("one", RestAssured.port, token);
        await().until(() ->
                window.get(Tokens.ana(), window.path("/steps/go/script-run"))
                        .<Boolean>path("run.reportedLate"));
        assertThat(Files.readAllLines(trace)).hasSize(1);
        assertThat(state(window)).isEqualTo("Failed");
    }

    @Test
    void a_short_cut_of_the_network_loses_nothing_and_a_long_one_the_run() throws Exception {
        Path trace = root.resolve("trace");
        try (var wire = new Wire(RestAssured.port)) {
            runner("one", wire.port(), token());
            Window brief = window("brief.sh", trace);
            brief.act(Tokens.ana(), "go/script-run").then().statusCode(200);
            await().until(() -> Files.exists(trace));
            wire.cut();
            await().during(Duration.ofMillis(1_200)).until(() -> state(brief).equals("Running"));
            wire.mend();
            await().until(() -> state(brief).equals("Done"));
            assertThat(
                            brief.get(Tokens.ana(), brief.path("/steps/go/script-run"))
                                    .<String>path("output"))
                    .isEqualTo("ended\n");
            Path other = root.resolve("other");
            Window slow = window("slow.sh", other);
            slow.act(Tokens.ana(), "go/script-run").then().statusCode(200);
            await().until(() -> Files.exists(other));
            wire.cut();
            await().until(() -> state(slow).equals("Failed"));
            assertThat(outcome(slow)).isEqualTo("LOST");
            wire.mend();
            // it is told to end it, does, and what it says of it changes nothing
            await().until(() ->
                    slow.get(Tokens.ana(), slow.path("/steps/go/script-run"))
                            .<Boolean>path("run.reportedLate"));
            assertThat(Files.readAllLines(trace)).hasSize(1);
            assertThat(Files.readAllLines(other)).hasSize(1);
        }
    }

    @Test
    void the_lines_of_the_how_to_work_as_they_stand_there() throws Exception {
        Window window = new Window().announced();
        Files.copy(jar(), root.resolve("runner.jar"));
        String script =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .collect(Collectors.joining("\n"))
                        .replace(". data/tokens.env\n", "")
                        .replace("http://localhost:8080", "http://localhost:" + RestAssured.port)
                        .replace("curl -sS", "curl -sS --fail-with-body -w '\\n'")
                        .replace("java -jar", System.getProperty("java.home") + "/bin/java -jar")
                        .replace("M-142", window.id);
        var bash = new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", script);
        bash.directory(root.toFile());
        Map<String, String> tokens = new HashMap<>();
        tokens.put("ROOT", Tokens.root());
        tokens.put("ANA", Tokens.ana());
        tokens.put("BEN", Tokens.ben());
        bash.environment().putAll(tokens);
        window.get(Tokens.ana(), "/api/v1/me").then().statusCode(200);
        bash.redirectErrorStream(true);
        Process run = bash.start();
        processes.add(run);
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("draining builds.* for step drain", "\"state\":\"Done\"")
                .contains("\"verified\":true");
    }
}
