package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checklist's service is killed by -9 while a runner is at a script that was asked of it. */
class ScriptsUnderKillsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Path RUNNER = Path.of("..", "runner", "target");

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private String lastEvent;

    @Test
    void the_end_of_a_script_is_told_once_the_service_is_back_and_it_ran_once() throws Exception {
        Path trace = folder.resolve("trace");
        Path go = folder.resolve("go");
        script("until-told.sh", "echo $$ >> \"$1\"\nuntil [ -e \"$2\" ]; do sleep 0.1; done");
        try (Night night = Night.in(folder.resolve("house"))) {
            String window = planned(night);
            String steps = "/api/v1/checklists/" + window;
            say(
                    night,
                    "ana",
                    "/api/v1/checklists?windowId=" + window,
                    "text/markdown",
                    "# T\n## Prepare\n- [ ] Wait {#wait 5m mode:solo script:until-told.sh arg:\"%s\" arg:\"%s\"}\n"
                            .formatted(trace, go));
            Process runner = runner(night, token(night));
            try {
                say(night, "ana", steps + "/steps/wait/script-run", "application/json", "{}");
                await().atMost(SOON).until(() -> Files.exists(trace));
                night.run().killService("checklist");
                Files.createFile(go);
                night.run().startService("checklist");
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(state(night, steps)).as("the step").isEqualTo("Done"));
                JsonNode run = read(night, steps + "/steps/wait/script-run").path("run");
                assertThat(run.path("outcome").asText()).isEqualTo("SUCCEEDED");
                assertThat(Files.readAllLines(trace)).as("runs of the script").hasSize(1);
                assertThat(night.records())
                        .filteredOn(record -> record.subject().equals("checklist-" + window))
                        .filteredOn(record -> record.name().equals("ScriptFinished"))
                        .hasSize(1);
            } finally {
                runner.destroy();
                runner.waitFor();
            }
        }
    }

    private String planned(Night night) throws Exception {
        say(
                night,
                "root",
                "/api/v1/components",
                "application/json",
                "{\"id\":\"builds\",\"name\":\"Builds\",\"team\":\"platform\"}");
        Instant start = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        String body =
                """
                {"title":"T","publicText":"We move.","zone":"Europe/Berlin","start":"%s","end":"%s",
                 "components":[{"id":"builds","impact":"DEGRADED"}],
                 "crew":{"driver":"ana","buddy":"ben"}}\
                """
                        .formatted(start, start.plus(2, ChronoUnit.HOURS));
        JsonNode window = say(night, "ana", "/api/v1/windows", "application/json", body);
        String id = window.path("id").asText();
        for (String who : List.of("ana", "ben")) {
            say(night, who, "/api/v1/windows/" + id + "/crew/acceptance", "application/json", "{}");
        }
        return id;
    }

    private String token(Night night) throws Exception {
        return say(
                        night,
                        "root",
                        "/api/v1/runners",
                        "application/json",
                        "{\"name\":\"host\",\"team\":\"platform\"}")
                .path("token")
                .asText();
    }

    private String state(Night night, String checklist) throws Exception {
        return read(night, checklist).path("steps").path(0).path("state").asText();
    }

    private JsonNode read(Night night, String path) throws Exception {
        return ask(night, "ana", path);
    }

    private JsonNode ask(Night night, String who, String path) throws Exception {
        return answer(request(night, who, path).build());
    }

    private JsonNode say(Night night, String who, String path, String type, String body)
            throws Exception {
        return answer(
                request(night, who, path)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** After all that earlier commands caused. */
    private HttpRequest.Builder request(Night night, String who, String path) {
        var request =
                HttpRequest.newBuilder(night.stage().frontDoor().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + night.stage().tokens().get(who));
        return lastEvent == null ? request : request.header("Interlude-After", lastEvent);
    }

    private JsonNode answer(HttpRequest request) throws Exception {
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(request.uri() + ": " + answer.body())
                .isBetween(200, 299);
        lastEvent = answer.headers().firstValue("Interlude-Event").orElse(lastEvent);
        return Schemas.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void script(String name, String body) throws IOException {
        var mine = PosixFilePermissions.fromString("rwxr-xr-x");
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.setPosixFilePermissions(scripts, mine);
        Path file = Files.writeString(scripts.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, mine);
    }

    private Process runner(Night night, String token) throws IOException {
        Path jar;
        try (Stream<Path> files = Files.list(RUNNER)) {
            jar =
                    files.filter(file -> file.getFileName().toString().matches("runner-.*\\.jar"))
                            .findFirst()
                            .orElseThrow();
        }
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString());
        builder.environment().put("INTERLUDE_RUNNER_SERVICE", night.stage().frontDoor().toString());
        builder.environment().put("INTERLUDE_RUNNER_TOKEN", token);
        builder.environment().put("INTERLUDE_RUNNER_SCRIPTS", folder.resolve("scripts").toString());
        builder.environment().put("INTERLUDE_RUNNER_STATE", folder.resolve("state").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("runner.log").toFile())
                .start();
    }
}
