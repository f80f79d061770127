package dev.interlude.benchmark;

import dev.interlude.local.Databases.Database;
import dev.interlude.local.House;
import dev.interlude.local.LocalBroker;
import dev.interlude.local.LocalPostgres;
import dev.interlude.local.LocalTopics;
import dev.interlude.local.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The database server and the broker that everything is measured on, in a folder of their own. */
final class Stand implements AutoCloseable {

    private final House house = House.here();
    private final Path dir;
    private final String password = UUID.randomUUID().toString();
    private final LocalPostgres postgres;
    private final LocalBroker broker;
    private final int brokerPort;

    /** Starts it in a folder that goes when it is closed, and describes it. */
    static Stand start(Report report) {
        Path target = House.here().root().resolve("deploy/benchmark/target");
        try {
            Files.createDirectories(target);
            Path dir = Files.createTempDirectory(target, "stand");
            report.line("Disk: %s".formatted(Machine.fsyncRate(dir)));
            var stand = new Stand(dir);
            report.line(
                    "PostgreSQL: %s".formatted(Sql.text(stand, "postgres", "select version()")));
            report.line(
                    "Its settings: %s"
                            .formatted(
                                    Sql.text(
                                            stand,
                                            "postgres",
                                            "select string_agg(name || '=' || setting, ' ') from pg_settings where"
                                                    + " name in ('fsync', 'synchronous_commit', 'shared_buffers',"
                                                    + " 'full_page_writes', 'max_wal_size', 'wal_sync_method')")));
            return stand;
        } catch (IOException e) {
            throw new BenchmarkFailed("no folder for it: " + e.getMessage(), e);
        }
    }

    private Stand(Path dir) {
        this.dir = dir;
        List<Integer> ports = Ports.free(3);
        this.brokerPort = ports.get(1);
        this.postgres =
                LocalPostgres.start(
                        new LocalPostgres.Settings(
                                dir.resolve("postgres"), logs(), ports.get(0), password));
        try {
            this.broker =
                    LocalBroker.start(
                            house,
                            new LocalBroker.Settings(
                                    dir.resolve("broker"), logs(), brokerPort, ports.get(2)));
            LocalTopics.ensure(broker.bootstrap(), "interlude.");
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    House house() {
        return house;
    }

    Path dir() {
        return dir;
    }

    Path logs() {
        return dir.resolve("logs");
    }

    int brokerPort() {
        return brokerPort;
    }

    int postgresPort() {
        return postgres.port();
    }

    /** Of the superuser. */
    String password() {
        return password;
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Makes a database with its two roles. */
    Database database(String name) {
        return postgres.databases()
                .ensure(name, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postgres.port() + "/" + database,
                LocalPostgres.ADMIN,
                password);
    }

    ProcessHandle postgresProcess() {
        return postgres.process();
    }

    long brokerPid() {
        return broker.child().pid();
    }

    @Override
    public void close() {
        broker.close();
        postgres.close();
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new BenchmarkFailed(dir + " could not be removed: " + e.getMessage(), e);
        }
    }
}
