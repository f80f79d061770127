package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of the log's table and their way into {@link LogEvent}. */
final class Rows {

    static final String COLUMNS =
            "position, source, epoch, stream, sequence, id, type, key, occurred_at, recorded_at,"
                    + " heard_at, source_position, stream_ordinal, actor, correlation_id, causation_id,"
                    + " traceparent, data";

    /** True of rows that are not part of a future that their source lost. */
    static final String LIVE =
            "not (exists (select from restored) and exists (select from restored r where r.source ="
                    + " log.source and r.epoch > log.epoch and r.last_position <"
                    + " log.source_position))";

    private Rows() {}

    static List<LogEvent> events(RowSet<Row> rows) {
        var events = new ArrayList<LogEvent>(rows.size());
        for (Row row : rows) {
            events.add(event(row));
        }
        return events;
    }

    static LogEvent event(Row row) {
        Buffer data = Buffer.newInstance(row.getDelegate().getBuffer(17));
        return new LogEvent(
                row.getLong(0),
                row.getString(1),
                row.getInteger(2),
                row.getString(3),
                row.getLong(4),
                row.getUUID(5),
                row.getString(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getOffsetDateTime(9).toInstant(),
                instant(row.getOffsetDateTime(10)),
                row.getLong(11),
                row.getLong(12),
                Actor.parse(row.getString(13)),
                row.getUUID(14),
                row.getUUID(15),
                row.getString(16),
                data.getBytes());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** An instant as the database keeps it: microseconds. */
    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
