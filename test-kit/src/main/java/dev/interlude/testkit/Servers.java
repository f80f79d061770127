package dev.interlude.testkit;

import dev.interlude.local.Databases;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database server and the broker that tests use. External ones are named by {@code
 * -Dinfra.file=<properties>} or by the same keys as system properties: {@code infra.jdbc}
 * (host:port), {@code infra.jdbc.user}, {@code infra.jdbc.password}, {@code infra.kafka}
 * (host:port). Containers are those of {@link ContainerServers}.
 *
 * @param jdbc host and port of PostgreSQL
 * @param user a role that may make roles and databases
 * @param password of that role
 * @param kafka bootstrap servers
 */
public record Servers(String jdbc, String user, String password, String kafka) {

    private static final String STARTED = "testkit.started.";

    /** Those that {@code -Dinfra} asks for; what is started is started once in a process. */
    public static Servers get() {
        String infra = System.getProperty("infra", "auto");
        Properties given = given();
        return switch (infra) {
            case "embedded" -> once(EmbeddedServers::start);
            case "containers" -> once(() -> ContainerServers.start(given));
            case "external" -> external(given);
            case "auto" ->
                    given.containsKey("infra.jdbc")
                            ? external(given)
                            : once(EmbeddedServers::start);
            default ->
                    throw new IllegalArgumentException(
                            "-Dinfra is auto, embedded, external or containers, not " + infra);
        };
    }

    /** The way in for making databases. */
    public Databases databases() {
        return new Databases(jdbc, user, password);
    }

    private static Servers external(Properties given) {
        return new Servers(
                required(given, "infra.jdbc"),
                given.getProperty("infra.jdbc.user", "postgres"),
                given.getProperty("infra.jdbc.password", ""),
                required(given, "infra.kafka"));
    }

    // known to every class loader of the process, as tests of several profiles have several
    private static Servers once(Supplier<Servers> start) {
        synchronized (STARTED.intern()) {
            String jdbc = System.getProperty(STARTED + "jdbc");
            if (jdbc != null) {
                return new Servers(
                        jdbc,
                        System.getProperty(STARTED + "user", ""),
                        System.getProperty(STARTED + "password", ""),
                        System.getProperty(STARTED + "kafka", ""));
            }
            Servers started = start.get();
            System.setProperty(STARTED + "jdbc", started.jdbc());
            System.setProperty(STARTED + "user", started.user());
            System.setProperty(STARTED + "password", started.password());
            System.setProperty(STARTED + "kafka", started.kafka());
            return started;
        }
    }

    private static Properties given() {
        var given = new Properties();
        String file = System.getProperty("infra.file");
        if (file != null) {
            try (Reader in = Files.newBufferedReader(Path.of(file))) {
                given.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("-Dinfra.file can't be read", e);
            }
        }
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("infra.")) {
                given.setProperty(name, System.getProperty(name));
            }
        }
        return given;
    }

    private static String required(Properties given, String key) {
        @Nullable String value = given.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("-Dinfra=external needs -D" + key);
        }
        return value;
    }
}
