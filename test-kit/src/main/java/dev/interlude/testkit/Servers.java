package dev.interlude.testkit;

import dev.interlude.local.Databases;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database server and the broker that tests use. External ones are named by {@code
 * -Dinfra.file=<properties>} or by the same keys as system properties: {@code infra.jdbc}
 * (host:port), {@code infra.jdbc.user}, {@code infra.jdbc.password}, {@code infra.kafka}
 * (host:port).
 *
 * @param jdbc host and port of PostgreSQL
 * @param user a role that may make roles and databases
 * @param password of that role
 * @param kafka bootstrap servers
 */
public record Servers(String jdbc, String user, String password, String kafka) {

    private static final String EMBEDDED = "testkit.embedded.";

    /** Those that {@code -Dinfra} asks for; embedded ones are started once in a process. */
    public static Servers get() {
        String infra = System.getProperty("infra", "auto");
        Properties given = given();
        return switch (infra) {
            case "embedded" -> embedded();
            case "external" -> external(given);
            case "auto" -> given.containsKey("infra.jdbc") ? external(given) : embedded();
            default ->
                    throw new IllegalArgumentException(
                            "-Dinfra is auto, embedded or external, not " + infra);
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
    private static Servers embedded() {
        synchronized (EMBEDDED.intern()) {
            String jdbc = System.getProperty(EMBEDDED + "jdbc");
            if (jdbc != null) {
                return new Servers(
                        jdbc,
                        System.getProperty(EMBEDDED + "user", ""),
                        System.getProperty(EMBEDDED + "password", ""),
                        System.getProperty(EMBEDDED + "kafka", ""));
            }
            Servers started = EmbeddedServers.start();
            System.setProperty(EMBEDDED + "jdbc", started.jdbc());
            System.setProperty(EMBEDDED + "user", started.user());
            System.setProperty(EMBEDDED + "password", started.password());
            System.setProperty(EMBEDDED + "kafka", started.kafka());
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
