package dev.interlude.planner;

import dev.interlude.testkit.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What others wait for in the database under test, taken until it is closed. */
final class HeldStore implements AutoCloseable {

    private final Connection holder;

    private HeldStore(Connection holder) {
        this.holder = holder;
    }

    /**
     * Takes it.
     *
     * @param database host, port and name
     * @param lock a statement that locks something up to the end of its transaction
     */
    static HeldStore by(String database, String lock) throws SQLException {
        Connection holder = admin(database);
        holder.setAutoCommit(false);
        execute(holder, lock);
        return new HeldStore(holder);
    }

    /** On a connection of its own. */
    static void execute(String database, String sql) throws SQLException {
        try (Connection admin = admin(database)) {
            execute(admin, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection admin(String database) throws SQLException {
        Servers servers = Servers.get();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database, servers.user(), servers.password());
    }

    /** Others go on. */
    void letGo() throws SQLException {
        holder.rollback();
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
