package dev.interlude.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this process, durable (fsync and synchronous commit on), on the loopback
 * only, with passwords. It ends with this process, however that ends.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The superuser. */
    public static final String ADMIN = "postgres";

    private final EmbeddedPostgres server;
    private final Settings settings;
    private final ProcessHandle process;
    private final Process watcher;

    private LocalPostgres(EmbeddedPostgres server, Settings settings, ProcessHandle process)
            throws IOException {
        this.server = server;
        this.settings = settings;
        this.process = process;
        this.watcher = watch(process);
    }

    /**
     * What it needs.
     *
     * @param dir its data directory, kept
     * @param logs where {@code postgres.log} goes
     * @param port on the loopback
     * @param password of the superuser
     */
    public record Settings(Path dir, Path logs, int port, String password) {}

    /** Starts it and waits until it answers. The port must be free. */
    public static LocalPostgres start(Settings settings) {
        stopLeftover(settings.dir());
        if (!Ports.isFree(settings.port())) {
            throw new LocalFailure("port " + settings.port() + " for PostgreSQL is taken");
        }
        try {
            Files.createDirectories(settings.logs());
            EmbeddedPostgres server = builder(settings).start();
            ProcessHandle process =
                    new LeftoverPostgres(settings.dir())
                            .running()
                            .orElseThrow(() -> new IllegalStateException("it has ended"));
            var local = new LocalPostgres(server, settings, process);
            local.requirePasswords();
            return local;
        } catch (IOException | IllegalStateException e) {
            throw new LocalFailure(
                    "PostgreSQL did not start, see " + settings.logs().resolve("postgres.log"), e);
        }
    }

    /** Ends a server that a killed parent has left on this directory; true when there was one. */
    public static boolean stopLeftover(Path dir) {
        return new LeftoverPostgres(dir).stop();
    }

    public int port() {
        return settings.port();
    }

    /** The way in for making databases. */
    public Databases databases() {
        return new Databases("localhost:" + port(), ADMIN, settings.password());
    }

    /** The server's process; it may have ended. */
    public ProcessHandle process() {
        return process;
    }

    /**
     * Ends it as a crash would: SIGKILL. Returns when its last process has gone, since a server
     * must not be started beside them.
     */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroyForcibly();
        all.forEach(one -> PidFile.ended(one, Duration.ofSeconds(30)));
        close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            watcher.destroyForcibly();
        }
        // the library finds the server by a file, which may have been removed with all others
        if (process.isAlive()) {
            LeftoverPostgres.stop(process);
        }
        stopLeftover(settings.dir());
    }

    // no shutdown hook of the library: it would stop the database before its clients
    private static EmbeddedPostgres.Builder builder(Settings settings) {
        var out =
                ProcessBuilder.Redirect.appendTo(settings.logs().resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.dir())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Cache.dir().resolve("postgres").toFile())
                .setPort(settings.port())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", settings.password())
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(out)
                .setErrorRedirector(out)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''");
    }

    /** Stops the server when this process has gone: its pipe ends then. */
    private static Process watch(ProcessHandle process) throws IOException {
        return new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "trap '' INT HUP TERM; read -r _; kill -INT " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void requirePasswords() throws IOException {
        Path rules = settings.dir().resolve("pg_hba.conf");
        String wanted = "host all all localhost scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (Connection admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute(
                    "ALTER ROLE postgres PASSWORD " + Databases.literal(settings.password()));
            Files.writeString(rules, wanted, StandardOpenOption.TRUNCATE_EXISTING);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new LocalFailure("PostgreSQL would not take a password", e);
        }
    }
}
