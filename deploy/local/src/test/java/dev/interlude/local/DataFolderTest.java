package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path dir;

    @Test
    void a_folder_has_one_run_at_a_time() {
        try (DataFolder first = DataFolder.take(dir.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.take(first.dir()))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("in use by another run")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.take(dir.resolve("data")).close();
    }

    @Test
    void keys_and_tokens_are_made_once_and_are_for_nobody_else() throws IOException {
        Map<String, String> tokens;
        try (DataFolder data = DataFolder.take(dir)) {
            DataFolder.tokens(dir).ensure(data.secrets().signingKey());
            tokens = DataFolder.tokens(dir).read();
            assertThat(tokens)
                    .containsOnlyKeys(
                            "ana", "ben", "carla", "otto", "root", "dan", "ruth", "ana_2");
            assertThat(Files.getPosixFilePermissions(dir.resolve("tokens.env")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(dir.resolve("secrets")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        try (DataFolder data = DataFolder.take(dir)) {
            DataFolder.tokens(dir).ensure(data.secrets().signingKey());
            assertThat(DataFolder.tokens(dir).read()).isEqualTo(tokens);
            assertThat(data.secrets().peopleKey()).isEqualTo(data.secrets().peopleKey());
        }
    }

    @Test
    void parts_that_start_side_by_side_share_one_key() {
        try (DataFolder data = DataFolder.take(dir)) {
            List<String> keys =
                    IntStream.range(0, 64)
                            .parallel()
                            .mapToObj(_ -> data.secrets().peopleKey())
                            .distinct()
                            .toList();
            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_holder() throws IOException {
        try (var holder =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            PortPlan ports = PortPlan.from(holder.getLocalPort() - 1);
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("port " + holder.getLocalPort() + " (planner) is taken")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void ports_are_remembered() {
        Path file = dir.resolve("run/ports");
        PortPlan.usual().save(file);
        assertThat(PortPlan.load(file)).isEqualTo(PortPlan.usual());
    }
}
