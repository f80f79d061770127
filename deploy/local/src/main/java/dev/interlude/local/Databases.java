package dev.interlude.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes databases with two roles each: the migrator owns the schema, the service role owns nothing.
 *
 * @param hostAndPort of the server
 * @param admin a role that may make roles and databases
 * @param password of that role
 */
public record Databases(String hostAndPort, String admin, String password) {

    /** A role and its password. */
    public record Login(String user, String password) {}

    /**
     * One database.
     *
     * @param hostAndPort of the server
     * @param name of the database
     * @param migrator its owner
     * @param service the role that the service works with
     */
    public record Database(String hostAndPort, String name, Login migrator, Login service) {

        /** {@code INTERLUDE_DB_URL}: host, port and name. */
        public String url() {
            return hostAndPort + "/" + name;
        }
    }

    /** Makes what is missing of it; the same call again changes nothing. */
    public Database ensure(String name, String migratorPassword, String servicePassword) {
        var database =
                new Database(
                        hostAndPort,
                        name,
                        new Login(name + "_migrator", migratorPassword),
                        new Login(name + "_service", servicePassword));
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            ensureRole(statement, database.migrator());
            ensureRole(statement, database.service());
            if (!exists(statement, "pg_database WHERE datname = " + literal(name))) {
                statement.execute(
                        "CREATE DATABASE " + name + " OWNER " + database.migrator().user());
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute(
                    "GRANT CONNECT ON DATABASE " + name + " TO " + database.service().user());
            return database;
        } catch (SQLException e) {
            throw new LocalFailure("database " + name + " could not be made: " + e.getMessage(), e);
        }
    }

    /** Removes a database and its roles, cutting whoever is connected. */
    public void drop(Database database) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS " + database.service().user());
            statement.execute("DROP ROLE IF EXISTS " + database.migrator().user());
        } catch (SQLException e) {
            throw new LocalFailure("database " + database.name() + " could not be dropped", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + hostAndPort + "/postgres", admin, password);
    }

    private static void ensureRole(Statement statement, Login login) throws SQLException {
        if (!exists(statement, "pg_roles WHERE rolname = " + literal(login.user()))) {
            statement.execute("CREATE ROLE " + login.user() + " LOGIN");
        }
        statement.execute("ALTER ROLE " + login.user() + " PASSWORD " + literal(login.password()));
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + what)) {
            return found.next();
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
