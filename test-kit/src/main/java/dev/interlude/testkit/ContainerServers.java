package dev.interlude.testkit;

import java.util.Properties;
import java.util.UUID;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Database and broker in containers, for those who have an engine. Other images than the official
 * ones are named by {@code -Dinfra.postgres.image} and {@code -Dinfra.kafka.image}; they must work
 * as those do.
 */
final class ContainerServers {

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "apache/kafka";

    private ContainerServers() {}

    static Servers start(Properties given) {
        String password = UUID.randomUUID().toString();
        // the default command of such a container turns fsync off, on which no service starts
        var postgres =
                new PostgreSQLContainer(image(given, "infra.postgres.image", POSTGRES, "18"))
                        .withUsername("postgres")
                        .withPassword(password)
                        .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=150");
        var kafka = new KafkaContainer(image(given, "infra.kafka.image", KAFKA, "4.1.1"));
        // where the engine's own reaper is switched off, this process has to end them
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            kafka.stop();
                            postgres.stop();
                        }));
        postgres.start();
        kafka.start();
        return new Servers(
                postgres.getHost() + ":" + postgres.getMappedPort(5432),
                "postgres",
                password,
                kafka.getBootstrapServers());
    }

    private static DockerImageName image(
            Properties given, String key, String official, String version) {
        return DockerImageName.parse(given.getProperty(key, official + ":" + version))
                .asCompatibleSubstituteFor(official);
    }
}
