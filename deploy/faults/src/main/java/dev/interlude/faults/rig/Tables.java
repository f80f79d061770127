package dev.interlude.faults.rig;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of one database, seen by its superuser. */
public record Tables(String url, String user, String password) {

    /** Reads one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What the database would not do. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** All rows of a query. */
    public <T> List<T> read(String query, Reader<T> reader, Object... values) {
        try (Connection connection = connect()) {
            return read(connection, query, reader, values);
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    /** The same on a connection that is there. */
    public static <T> List<T> read(
            Connection connection, String query, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            fill(statement, values);
            var rows = new ArrayList<T>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            return rows;
        }
    }

    /** The only number that a query answers. */
    public long number(String query, Object... values) {
        return read(query, row -> row.getLong(1), values).getFirst();
    }

    public void execute(String statement, Object... values) {
        try (Connection connection = connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            fill(prepared, values);
            prepared.execute();
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
