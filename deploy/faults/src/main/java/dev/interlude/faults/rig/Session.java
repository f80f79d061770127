package dev.interlude.faults.rig;

import java.util.List;

/**
 * A process of the database server.
 *
 * @param type {@code client backend}, {@code walwriter}, …
 * @param user empty for those that serve nobody
 * @param openSeconds for how long a transaction is open, 0 when none is
 */
public record Session(long pid, String type, String user, double openSeconds) {

    /** Those that work on what clients store: sessions of services, and the writers. */
    public static List<Session> all(Tables tables) {
        return tables.read(
                "select pid, backend_type, coalesce(usename, ''),"
                        + " coalesce(extract(epoch from clock_timestamp() - xact_start), 0)"
                        + " from pg_stat_activity where usename like '%\\_service' or backend_type"
                        + " in ('walwriter', 'checkpointer', 'background writer') order by pid",
                row ->
                        new Session(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getDouble(4)));
    }

    public boolean servesClients() {
        return !user.isEmpty();
    }
}
