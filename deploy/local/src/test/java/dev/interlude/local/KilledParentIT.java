package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentIT {

    @TempDir Path dir;

    @Test
    void nothing_outlives_a_parent_that_was_killed() throws Exception {
        List<Integer> ports = Ports.free(3);
        Process victim =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-D" + House.HOME_PROPERTY + "=" + House.here().root(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                InfraOfAVictim.class.getName(),
                                dir.toString(),
                                ports.get(0).toString(),
                                ports.get(1).toString(),
                                ports.get(2).toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<ProcessHandle> children =
                Arrays.stream(victim.inputReader(StandardCharsets.UTF_8).readLine().split(" ", -1))
                        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                        .toList();
        assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);
        List<ProcessHandle> all = victim.descendants().toList();

        victim.destroyForcibly().waitFor();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    assertThat(children).noneMatch(ProcessHandle::isAlive);
                    assertThat(all).noneMatch(ProcessHandle::isAlive);
                });
    }
}
