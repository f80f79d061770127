package dev.interlude.faults.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlude.faults.history.WindowFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads windows from the planner's database: their events, and the list made from them. */
public final class WindowTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WindowTables() {}

    /** Events of windows; progress updates are left out, since the fold has no use for them. */
    public static List<WindowFold.Event> events(Tables tables) {
        return tables.read(
                "select key, split_part(type, '.', 4), coalesce(stream_ordinal, 0), recorded_at,"
                        + " convert_from(data, 'UTF8') from log where source = 'planner' and stream"
                        + " like 'window-%' and type not like '%.ProgressPosted.v1' order by"
                        + " position",
                row ->
                        new WindowFold.Event(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                instant(row, 4),
                                tree(row.getString(5))));
    }

    /** The rows of the list of windows. */
    public static List<WindowFold.Row> list(Tables tables) {
        return tables.read(
                "select id, number, title, state, starts_at, ends_at from window_row",
                row ->
                        new WindowFold.Row(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                instant(row, 5),
                                instant(row, 6)));
    }

    /** What time it is for the planner. */
    public static Instant now(Tables tables) {
        return tables.read("select interlude_now()", row -> instant(row, 1)).getFirst();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON in the log: " + json, e);
        }
    }
}
