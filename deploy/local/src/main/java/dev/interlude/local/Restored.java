package dev.interlude.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restored",
        description = {
            "Says that a service's database came back from a backup, before the service starts on it:",
            "a new epoch begins, and all who heard what the backup has not drop it.",
            "In a local run of its data folder; elsewhere with --db, and the role that owns the schema",
            "in INTERLUDE_DB_MIGRATOR_USER and INTERLUDE_DB_MIGRATOR_PASSWORD."
        },
        mixinStandardHelpOptions = true)
final class Restored implements Callable<Integer> {

    /** PostgreSQL's code for a function that isn't there. */
    private static final String NO_SUCH_FUNCTION = "42883";

    @Option(names = "--data", paramLabel = "<folder>", description = "as given to up or demo")
    private Path data = Path.of("data");

    @Option(
            names = "--db",
            paramLabel = "<host>:<port>/<database>",
            description = "the database of the one service, instead of a data folder's")
    private @Nullable String db;

    @Parameters(paramLabel = "<service>", arity = "1..*", description = "whose database it is")
    private List<String> services = List.of();

    @Override
    public Integer call() {
        services.forEach(Restored::requireKnown);
        String url = db;
        if (url == null) {
            inDataFolder();
        } else if (services.size() > 1) {
            throw new LocalFailure("--db names the database of one service");
        } else {
            Map<String, String> env = System.getenv();
            String user = env.getOrDefault("INTERLUDE_DB_MIGRATOR_USER", "");
            String password = env.getOrDefault("INTERLUDE_DB_MIGRATOR_PASSWORD", "");
            say(services.getFirst(), url, new Databases.Login(user, password));
        }
        return 0;
    }

    private static void requireKnown(String service) {
        if (!PortPlan.SERVICES.contains(service)) {
            throw new LocalFailure(
                    service + " is no service: " + String.join(", ", PortPlan.SERVICES));
        }
    }

    /** Nothing else runs there meanwhile: the folder is taken. */
    private void inDataFolder() {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new LocalFailure("nothing has run in " + data + ": name the folder with --data");
        }
        try (DataFolder folder = DataFolder.take(data);
                LocalPostgres postgres =
                        LocalPostgres.start(
                                new LocalPostgres.Settings(
                                        folder.database(),
                                        folder.logs(),
                                        Ports.free(1).getFirst(),
                                        folder.secrets().password(LocalPostgres.ADMIN)))) {
            for (String service : services) {
                String migrator = service + "_migrator";
                String password = folder.secrets().password(service + "-migrator");
                say(
                        service,
                        "localhost:" + postgres.port() + "/" + service,
                        new Databases.Login(migrator, password));
            }
        }
    }

    private static void say(String service, String url, Databases.Login migrator) {
        try (Connection connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://" + url, migrator.user(), migrator.password())) {
            requireAlone(connection, service);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT * FROM interlude_restored(?)")) {
                statement.setString(1, service);
                try (ResultSet said = statement.executeQuery()) {
                    said.next();
                    System.out.printf(
                            "%s begins epoch %d behind position %d. Start it: it tells the others.%n",
                            service, said.getInt("new_epoch"), said.getLong("last_position"));
                }
            }
        } catch (SQLException e) {
            throw new LocalFailure(
                    NO_SUCH_FUNCTION.equals(e.getSQLState())
                            ? "the database of %s was made by a version that knew no restores"
                                    .formatted(service)
                            : "the database of %s: %s".formatted(service, e.getMessage()),
                    e);
        }
    }

    /** What a running service has in memory is of the future that was lost. */
    private static void requireAlone(Connection connection, String service) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet others =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                        + " current_database() AND pid <> pg_backend_pid()")) {
            others.next();
            if (others.getInt(1) > 0) {
                throw new LocalFailure(
                        "somebody is connected to the database of %s: stop the service first"
                                .formatted(service));
            }
        }
    }
}
