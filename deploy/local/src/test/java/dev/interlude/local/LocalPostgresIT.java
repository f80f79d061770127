package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir Path dir;

    private LocalPostgres.Settings settings(int port) {
        return new LocalPostgres.Settings(dir.resolve("pg"), dir.resolve("logs"), port, "se'cret");
    }

    private static Connection connect(Databases.Database database, Databases.Login login)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.url(), login.user(), login.password());
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void it_is_durable_and_asks_for_passwords() throws SQLException {
        int port = Ports.free(1).getFirst();
        try (var postgres = LocalPostgres.start(settings(port))) {
            Databases.Database planner = postgres.databases().ensure("planner", "m", "s");
            try (Connection connection = connect(planner, planner.migrator());
                    Statement statement = connection.createStatement()) {
                assertThat(show(statement, "server_version")).startsWith("18.");
                assertThat(show(statement, "fsync")).isEqualTo("on");
                assertThat(show(statement, "synchronous_commit")).isEqualTo("on");
                assertThat(show(statement, "server_encoding")).isEqualTo("UTF8");
            }
            assertThatThrownBy(
                            () -> connect(planner, new Databases.Login("planner_service", "wrong")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void the_service_role_owns_nothing() throws SQLException {
        int port = Ports.free(1).getFirst();
        try (var postgres = LocalPostgres.start(settings(port))) {
            Databases.Database planner = postgres.databases().ensure("planner", "m", "s");
            Databases.Database other = postgres.databases().ensure("checklist", "m2", "s2");
            try (Connection connection = connect(planner, planner.service());
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("CREATE TABLE t (a int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> connect(other, planner.service()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void data_is_kept_after_the_server_was_killed() throws SQLException {
        int port = Ports.free(1).getFirst();
        Databases.Database planner;
        try (var postgres = LocalPostgres.start(settings(port))) {
            planner = postgres.databases().ensure("planner", "m", "s");
            try (Connection connection = connect(planner, planner.migrator());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t AS SELECT 42 AS a");
            }
            postgres.process().destroyForcibly();
            postgres.process().onExit().join();
        }
        try (var postgres = LocalPostgres.start(settings(port))) {
            postgres.databases().ensure("planner", "m", "s");
            try (Connection connection = connect(planner, planner.migrator());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT a FROM t")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void it_ends_although_its_folder_was_removed() throws IOException {
        var postgres = LocalPostgres.start(settings(Ports.free(1).getFirst()));
        try (Stream<Path> files = Files.walk(dir.resolve("pg"))) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        postgres.close();
        assertThat(postgres.process().isAlive()).isFalse();
    }

    @Test
    void a_server_of_somebody_else_on_the_port_is_not_adopted() {
        int port = Ports.free(1).getFirst();
        try (var first = LocalPostgres.start(settings(port))) {
            assertThat(first.port()).isEqualTo(port);
            var other =
                    new LocalPostgres.Settings(
                            dir.resolve("other"), dir.resolve("logs"), port, "x");
            assertThatThrownBy(() -> LocalPostgres.start(other))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("port " + port);
        }
    }
}
