package dev.interlude.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "infra",
        hidden = true,
        description = "One database server and one broker for tests, until standard input ends.",
        mixinStandardHelpOptions = true)
final class Infra implements Callable<Integer> {

    @Option(names = "--file", required = true, description = "where to write how to reach them")
    private Path file = Path.of("infra.properties");

    @Option(names = "--dir", required = true, description = "where they keep what they keep")
    private Path dir = Path.of("infra");

    @Override
    public Integer call() throws IOException {
        List<Integer> ports = Ports.free(3);
        String password = UUID.randomUUID().toString();
        Path logs = Files.createDirectories(dir.resolve("logs"));
        try (var postgres =
                        LocalPostgres.start(
                                new LocalPostgres.Settings(
                                        dir.resolve("postgres"), logs, ports.get(0), password));
                var broker =
                        LocalBroker.start(
                                House.here(),
                                new LocalBroker.Settings(
                                        dir.resolve("broker"), logs, ports.get(1), ports.get(2)))) {
            var coordinates = new Properties();
            coordinates.setProperty("infra.jdbc", "localhost:" + postgres.port());
            coordinates.setProperty("infra.jdbc.user", LocalPostgres.ADMIN);
            coordinates.setProperty("infra.jdbc.password", password);
            coordinates.setProperty("infra.kafka", broker.bootstrap());
            Settings.save(file, coordinates, "for tests");
            while (System.in.read() >= 0) {
                // only the end counts: it comes when the parent has gone, however
            }
        }
        return 0;
    }
}
