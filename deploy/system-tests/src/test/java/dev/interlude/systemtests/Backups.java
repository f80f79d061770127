package dev.interlude.systemtests;

import dev.interlude.local.LocalPostgres;
import dev.interlude.local.LocalRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Takes copies of services' databases, and puts them back as an operator would. */
final class Backups {

    private final LocalRun run;
    private final Path script;

    Backups(LocalRun run, Path script) {
        this.run = run;
        this.script = script;
    }

    /** A copy as of now; the service is down for it. */
    void take(String service) {
        run.killService(service);
        sql("create database %1$s_backup template %1$s".formatted(service));
        run.startService(service);
    }

    /** The service goes on with the copy. */
    void restore(String service) {
        run.killService(service);
        sql("drop database %s with (force)".formatted(service));
        sql("create database %1$s template %1$s_backup owner %1$s_migrator".formatted(service));
        say(service);
        run.startService(service);
    }

    private void say(String service) {
        var command =
                new ProcessBuilder(
                                script.toString(),
                                "restored",
                                service,
                                "--db",
                                "localhost:%d/%s".formatted(run.ports().database(), service))
                        .inheritIO();
        command.environment().put("INTERLUDE_NO_BUILD", "1");
        command.environment().put("INTERLUDE_DB_MIGRATOR_USER", service + "_migrator");
        command.environment()
                .put("INTERLUDE_DB_MIGRATOR_PASSWORD", password(service + "-migrator"));
        try {
            Process said = command.start();
            if (!said.waitFor(60, TimeUnit.SECONDS) || said.exitValue() != 0) {
                throw new AssertionError("nobody said that " + service + " was restored");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String password(String role) {
        return run.data().secrets().password(role);
    }

    private void sql(String statement) {
        String url = "jdbc:postgresql://localhost:" + run.ports().database() + "/postgres";
        try (Connection connection =
                        DriverManager.getConnection(
                                url, LocalPostgres.ADMIN, password(LocalPostgres.ADMIN));
                Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }
}
