package dev.interlude.faults.rig;

import dev.interlude.faults.history.Copied;
import dev.interlude.faults.history.Restore;
import dev.interlude.faults.history.Stored;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads the log of a service. */
public final class Logs {

    /** How a client marks what it asks for, somewhere in a text. */
    public static final String MARK = "mark-[0-9]+-[0-9]+";

    private static final String COLUMNS =
            "position, source, stream, sequence, id, md5(data),"
                    + " substring(convert_from(data, 'UTF8') from '"
                    + MARK
                    + "'), ";

    /** What no source has lost with its database. */
    private static final String LIVE =
            "not exists (select from restored r where r.source = log.source and r.epoch >"
                    + " log.epoch and r.last_position < log.source_position)";

    private Logs() {}

    /** Everything in the log, in the order of positions. */
    public static List<Stored> all(Tables tables) {
        return tables.read(
                "select " + COLUMNS + LIVE + " from log order by position", Logs::stored);
    }

    /** The ordinary look of a reader: what comes behind the last position it has seen. */
    public static List<Long> after(Connection connection, String table, long position)
            throws SQLException {
        return Tables.read(
                connection,
                "select position from " + table + " where position > ? order by position limit 500",
                row -> row.getLong(1),
                position);
    }

    /** What a service has heard of another, in the order it took it. */
    public static List<Copied> heard(Tables tables, String source) {
        return tables.read(
                "select stream, sequence, id, md5(data), epoch, source_position from log where source"
                        + " = ? and "
                        + LIVE
                        + " order by position",
                row ->
                        new Copied(
                                row.getString(1),
                                row.getLong(2),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getInt(5),
                                row.getLong(6)),
                source);
    }

    /** How many events of a source a log holds that are not lost. */
    public static long live(Tables tables, String source) {
        return tables.number("select count(*) from log where source = ? and " + LIVE, source);
    }

    /** When and to where a source's database came back from a backup, as a service knows it. */
    public static List<Restore> restores(Tables tables, String source) {
        return tables.read(
                "select epoch, last_position from restored where source = ? order by epoch",
                row -> new Restore(row.getInt(1), row.getLong(2)),
                source);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8));
    }
}
