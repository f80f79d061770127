package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlude.local.Ports;
import dev.interlude.story.Stage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Launcher> started = new ArrayList<>();
    private final int base = freePorts();

    private static int freePorts() {
        return IntStream.iterate(21000, b -> b < 29000, b -> b + 10)
                .filter(b -> IntStream.range(b, b + 8).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private Launcher up() throws Exception {
        Launcher launcher =
                Launcher.start(
                        folder, "up", "--data", "data", "--port-base", Integer.toString(base));
        started.add(launcher);
        return launcher;
    }

    @AfterEach
    void stopEverything() {
        started.forEach(Launcher::kill);
    }

    private int components(String method, String body) throws Exception {
        String root = Stage.tokens(folder.resolve("data")).get("root");
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + base + "/api/v1/components"))
                        .header("Authorization", "Bearer " + root)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private int component(String id) throws Exception {
        String root = Stage.tokens(folder.resolve("data")).get("root");
        URI address = URI.create("http://localhost:" + base + "/api/v1/components/" + id);
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + root);
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static void gone(List<ProcessHandle> processes) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_run_that_was_killed_leaves_no_process_and_goes_on_with_its_data() throws Exception {
        Launcher first = up().ready();
        assertThat(components("POST", "{\"id\":\"builds\",\"name\":\"Builds\"}"))
                .isBetween(200, 201);

        Launcher second = up();
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.output()).contains("is in use by another run");

        List<ProcessHandle> all = new ArrayList<>(first.everything());
        assertThat(all).hasSizeGreaterThan(5);
        all.add(database());
        first.kill();
        gone(all);

        Launcher third = up().ready();
        assertThat(component("builds")).isEqualTo(200);
        database().destroyForcibly();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> third.output().contains("database has ended"));
        List<ProcessHandle> rest = third.everything();
        third.interrupt();
        third.ended();
        gone(rest);
        assertThat(third.output())
                .containsSubsequence("services    stopped", "broker      stopped");

        Launcher fourth = up().ready();
        assertThat(component("builds")).isEqualTo(200);
        rest = new ArrayList<>(fourth.everything());
        rest.add(database());
        fourth.interrupt();
        fourth.ended();
        assertThat(fourth.output())
                .containsSubsequence(
                        "services    stopped", "broker      stopped", "database    stopped");
        gone(rest);
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var holder = new ServerSocket(base + 1, 1, InetAddress.getLoopbackAddress())) {
            Launcher launcher = up();
            assertThat(launcher.ended()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains("port " + holder.getLocalPort() + " (planner) is taken, by java")
                    .contains("--port-base")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_story_is_not_played_on_real_data() throws Exception {
        Files.createDirectories(folder.resolve("data/postgres"));
        Launcher launcher = Launcher.start(folder, "demo", "--data", "data");
        started.add(launcher);
        assertThat(launcher.ended()).isEqualTo(1);
        assertThat(launcher.output())
                .contains("was not made by demo")
                .contains("--data")
                .doesNotContain("Exception");
    }

    private ProcessHandle database() throws Exception {
        String pid = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
