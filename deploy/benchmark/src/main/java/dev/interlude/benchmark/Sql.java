package dev.interlude.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of the superuser on the stand's databases. */
final class Sql {

    private Sql() {}

    static void run(Stand stand, String database, String... statements) {
        try (Connection connection = stand.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new BenchmarkFailed("the database refuses: " + e.getMessage(), e);
        }
    }

    /** The first column of the first row; null, or no row, becomes an empty text. */
    static String text(Stand stand, String database, String query) {
        try (Connection connection = stand.connect(database)) {
            return text(connection, query);
        } catch (SQLException e) {
            throw new BenchmarkFailed("the database refuses: " + e.getMessage(), e);
        }
    }

    /** The same on a connection that stays: to open one costs both sides ten milliseconds. */
    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    static long number(Stand stand, String database, String query) {
        return Long.parseLong(text(stand, database, query));
    }
}
