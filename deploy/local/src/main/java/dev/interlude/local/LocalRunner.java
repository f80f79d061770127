package dev.interlude.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A runner on this machine, registered by root for the team of everybody here. Its folder lies with
 * the data: the scripts that it may run, its token, and what must outlive it.
 */
final class LocalRunner {

    private static final List<String> JVM =
            List.of("-Xmx48m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String MAIN = "dev.interlude.runner.Main";
    private static final String REGISTRATION = "{\"name\":\"local\",\"team\":\"platform\"}";

    private final House house;
    private final DataFolder data;
    private final URI frontDoor;

    LocalRunner(House house, DataFolder data, URI frontDoor) {
        this.house = house;
        this.data = data;
        this.frontDoor = frontDoor;
    }

    /**
     * Starts it.
     *
     * @param scripts all it may run, by name
     */
    Child start(Map<String, String> scripts) {
        try {
            Path home = owned(data.dir().resolve("runner"));
            Path folder = owned(home.resolve("scripts"));
            for (var script : scripts.entrySet()) {
                Path file = Files.writeString(folder.resolve(script.getKey()), script.getValue());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
            Path token = home.resolve("token");
            if (!Files.exists(token)) {
                Files.writeString(token, register());
                Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
            }
            return Child.start(
                    "runner",
                    House.java(JVM, house.runnerJar().toString(), MAIN),
                    Map.of(
                            "INTERLUDE_RUNNER_SERVICE", frontDoor.toString(),
                            "INTERLUDE_RUNNER_TOKEN_FILE", token.toString(),
                            "INTERLUDE_RUNNER_SCRIPTS", folder.toString(),
                            "INTERLUDE_RUNNER_STATE", home.resolve("state").toString(),
                            // it is in the way of nobody when everything stops
                            "INTERLUDE_RUNNER_DRAIN", "PT1S",
                            "INTERLUDE_RUNNER_GRACE", "PT1S",
                            "NO_PROXY", "localhost"),
                    new Child.Traces(data.logs().resolve("runner.log"), data.pidFile("runner")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path owned(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private String register() throws IOException {
        String root = DataFolder.tokens(data.dir()).read().get("root");
        var request =
                HttpRequest.newBuilder(frontDoor.resolve("/api/v1/runners"))
                        .header("Authorization", "Bearer " + root)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REGISTRATION));
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new LocalFailure("the runner could not be registered: " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).path("token").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted while registering the runner");
        }
    }
}
