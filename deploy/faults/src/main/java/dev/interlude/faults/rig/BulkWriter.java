package dev.interlude.faults.rig;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Appends many events at once, as one more replica of the planner would: under the log's lock, with
 * positions behind the last one, heads beside them, all in one transaction.
 */
public final class BulkWriter {

    private static final long LOG_LOCK = 0x1e7e4c0de0001L;

    private static final String EVENTS =
            "insert into log (position, source, epoch, stream, sequence, id, type, key,"
                    + " occurred_at, recorded_at, actor, correlation_id, data)"
                    + " select last.position + n, 'planner', (select epoch from store),"
                    + " 'component-' || ?, n, uuidv7(), case when n = 1 then"
                    + " 'dev.interlude.planner.ComponentAdded.v1' else"
                    + " 'dev.interlude.planner.ComponentRevised.v1' end, ?, last.now, last.now,"
                    + " 'machine:bulk', uuidv7(), convert_to(json_build_object('componentId',"
                    + " cast(? as text), 'name', 'Bulk ' || n, 'dependsOn', json_build_array())"
                    + "::text, 'UTF8')"
                    + " from (select max(position) as position, greatest(interlude_now(),"
                    + " max(recorded_at)) as now from (select position, coalesce(heard_at,"
                    + " recorded_at) as recorded_at from log order by position desc limit 1) t)"
                    + " last, generate_series(1, ?) n";
    private static final String HEAD =
            "insert into head (stream, sequence, command_sequence) values ('component-' || ?, ?, ?)";

    private final Tables tables;

    public BulkWriter(Tables tables) {
        this.tables = tables;
    }

    /** Makes so many components, each with so many events. */
    public void append(int streams, int eventsEach) {
        try (Connection connection = tables.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < streams; i++) {
                append(connection, "bulk-" + UUID.randomUUID(), eventsEach);
            }
        } catch (SQLException e) {
            throw new Tables.Unavailable(e);
        }
    }

    private static void append(Connection connection, String component, int events)
            throws SQLException {
        try (var lock = connection.createStatement();
                PreparedStatement rows = connection.prepareStatement(EVENTS);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            lock.execute("select pg_advisory_xact_lock(" + LOG_LOCK + ")");
            rows.setString(1, component);
            rows.setString(2, component);
            rows.setString(3, component);
            rows.setInt(4, events);
            rows.executeUpdate();
            head.setString(1, component);
            head.setInt(2, events);
            head.setInt(3, events);
            head.executeUpdate();
        }
        connection.commit();
    }
}
