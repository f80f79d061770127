package dev.interlude.testkit;

import dev.interlude.local.House;
import dev.interlude.local.LocalBroker;
import dev.interlude.local.LocalPostgres;
import dev.interlude.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Database and broker of this process, below the module's {@code target}, thrown away at its end.
 */
final class EmbeddedServers {

    private EmbeddedServers() {}

    static Servers start() {
        Path dir = makeDir();
        List<Integer> ports = Ports.free(3);
        String password = UUID.randomUUID().toString();
        var postgres =
                LocalPostgres.start(
                        new LocalPostgres.Settings(
                                dir.resolve("postgres"), dir, ports.get(0), password));
        var broker =
                LocalBroker.start(
                        House.here(),
                        new LocalBroker.Settings(
                                dir.resolve("broker"), dir, ports.get(1), ports.get(2)));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            broker.child().kill();
                            postgres.close();
                            delete(dir);
                        }));
        return new Servers(
                "localhost:" + postgres.port(), LocalPostgres.ADMIN, password, broker.bootstrap());
    }

    private static Path makeDir() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "infra");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path dir) {
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(EmbeddedServers::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // what is left is below target and goes with the next clean
        }
    }
}
