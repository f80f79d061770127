package dev.interlude.faults.rig;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Follows a log as anybody would: asks for what comes after the last position it has seen, again
 * and again, and never looks back.
 */
public final class Reader implements AutoCloseable {

    private static final long REST_NANOS = 1_000_000;

    private final Queue<Long> followed = new ConcurrentLinkedQueue<>();
    private final Tables tables;
    private final String table;
    private final Thread thread;
    private volatile long last;
    private volatile boolean ended;

    private Reader(Tables tables, String table) {
        this.tables = tables;
        this.table = table;
        this.thread = Thread.ofPlatform().name("reader").start(this::follow);
    }

    /** Starts at the beginning of a table with a column {@code position}. */
    public static Reader of(Tables tables, String table) {
        return new Reader(tables, table);
    }

    /** The last position it has seen. */
    public long last() {
        return last;
    }

    /** All positions in the order it saw them. */
    public List<Long> followed() {
        return List.copyOf(followed);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (Connection connection = tables.connect()) {
            while (!ended) {
                for (long position : Logs.after(connection, table, last)) {
                    followed.add(position);
                    last = position;
                }
                Patience.pause(REST_NANOS);
            }
        } catch (SQLException e) {
            throw new Tables.Unavailable(e);
        }
    }
}
