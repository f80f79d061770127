package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Due;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that a round of the {@link Writer} becomes: one statement for each table. */
final class WriterRows {

    private static final String INSERT =
            "insert into log (position, source, epoch, stream, sequence, id, type, key,"
                    + " occurred_at, recorded_at, heard_at, source_position, stream_ordinal, actor,"
                    + " correlation_id, causation_id, traceparent, data) select * from unnest("
                    + " $1::bigint[], $2::text[], $3::int[], $4::text[], $5::bigint[], $6::uuid[],"
                    + " $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[],"
                    + " $11::timestamptz[], $12::bigint[], $13::bigint[], $14::text[], $15::uuid[],"
                    + " $16::uuid[], $17::text[], $18::bytea[])";

    private WriterRows() {}

    /** Writes all rows of a round that was judged. */
    static Uni<Void> store(SqlConnection connection, WriterRound round) {
        return insertRows(connection, round)
                .chain(() -> upsertHeads(connection, round))
                .chain(() -> insertKeys(connection, round))
                .chain(() -> dropTimers(connection, round))
                .chain(() -> planTimers(connection, round));
    }

    private static Uni<Void> insertRows(SqlConnection connection, WriterRound round) {
        List<LogEvent> rows = round.rows;
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = Tuple.tuple();
        tuple.addValue(rows.stream().map(LogEvent::position).toArray(Long[]::new));
        tuple.addValue(rows.stream().map(LogEvent::source).toArray(String[]::new));
        tuple.addValue(rows.stream().map(LogEvent::epoch).toArray(Integer[]::new));
        tuple.addValue(rows.stream().map(LogEvent::stream).toArray(String[]::new));
        tuple.addValue(rows.stream().map(LogEvent::sequence).toArray(Long[]::new));
        tuple.addValue(rows.stream().map(LogEvent::id).toArray(UUID[]::new));
        tuple.addValue(rows.stream().map(LogEvent::type).toArray(String[]::new));
        tuple.addValue(rows.stream().map(LogEvent::key).toArray(String[]::new));
        tuple.addValue(times(rows.stream().map(LogEvent::occurredAt).toList()));
        tuple.addValue(times(rows.stream().map(LogEvent::recordedAt).toList()));
        var heardAt = new ArrayList<@Nullable Instant>();
        rows.forEach(row -> heardAt.add(row.heardAt()));
        tuple.addValue(times(heardAt));
        tuple.addValue(rows.stream().map(LogEvent::sourcePosition).toArray(Long[]::new));
        tuple.addValue(rows.stream().map(LogEvent::streamOrdinal).toArray(Long[]::new));
        tuple.addValue(rows.stream().map(row -> row.actor().toString()).toArray(String[]::new));
        tuple.addValue(rows.stream().map(LogEvent::correlationId).toArray(UUID[]::new));
        tuple.addValue(rows.stream().map(LogEvent::causationId).toArray(UUID[]::new));
        tuple.addValue(rows.stream().map(LogEvent::traceparent).toArray(String[]::new));
        tuple.addValue(rows.stream().map(row -> Buffer.buffer(row.data())).toArray(Buffer[]::new));
        return connection.preparedQuery(INSERT).execute(tuple).replaceWithVoid();
    }

    private static Uni<Void> upsertHeads(SqlConnection connection, WriterRound round) {
        var changed =
                round.heads.entrySet().stream().filter(head -> head.getValue().changed()).toList();
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "insert into head (stream, sequence, command_sequence, ordinal) select *"
                                + " from unnest($1::text[], $2::bigint[], $3::bigint[],"
                                + " $4::bigint[]) on conflict (stream) do update set sequence ="
                                + " excluded.sequence, command_sequence = excluded.command_sequence")
                .execute(
                        Tuple.of(
                                changed.stream().map(Map.Entry::getKey).toArray(String[]::new),
                                changed.stream()
                                        .map(head -> head.getValue().sequence())
                                        .toArray(Long[]::new),
                                changed.stream()
                                        .map(head -> head.getValue().commandSequence())
                                        .toArray(Long[]::new),
                                changed.stream()
                                        .map(head -> head.getValue().ordinal())
                                        .toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> insertKeys(SqlConnection connection, WriterRound round) {
        var keyed = round.admitted.stream().filter(done -> done.append().key() != null).toList();
        if (keyed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var keys = keyed.stream().map(done -> done.append().key()).toList();
        Tuple tuple = Tuple.tuple();
        tuple.addValue(keys.stream().map(Append.Key::owner).toArray(String[]::new));
        tuple.addValue(keys.stream().map(Append.Key::key).toArray(String[]::new));
        tuple.addValue(
                keys.stream()
                        .map(key -> Buffer.buffer(key.requestSha256()))
                        .toArray(Buffer[]::new));
        tuple.addValue(keys.stream().map(Append.Key::status).toArray(Integer[]::new));
        tuple.addValue(keyed.stream().map(done -> done.append().stream()).toArray(String[]::new));
        tuple.addValue(keyed.stream().map(WriterRound.Admitted::first).toArray(Long[]::new));
        tuple.addValue(keyed.stream().map(WriterRound.Admitted::last).toArray(Long[]::new));
        return connection
                .preparedQuery(
                        "insert into idempotency (owner, key, request_sha256, status, stream,"
                                + " from_sequence, to_sequence, at) select *, clock_timestamp()"
                                + " from unnest($1::text[], $2::text[], $3::bytea[], $4::int[],"
                                + " $5::text[], $6::bigint[], $7::bigint[])")
                .execute(tuple)
                .replaceWithVoid();
    }

    private static Uni<Void> dropTimers(SqlConnection connection, WriterRound round) {
        var streams = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var done : round.admitted) {
            for (String name : done.append().dropped()) {
                streams.add(done.append().stream());
                names.add(name);
            }
        }
        if (streams.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "delete from due using unnest($1::text[], $2::text[]) as gone (stream,"
                                + " name) where due.stream = gone.stream and due.name = gone.name")
                .execute(Tuple.of(streams.toArray(String[]::new), names.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> planTimers(SqlConnection connection, WriterRound round) {
        var streams = new ArrayList<String>();
        var dues = new ArrayList<Due>();
        var plannedBy = new ArrayList<Long>();
        for (var done : round.admitted) {
            for (Due due : done.append().planned()) {
                streams.add(done.append().stream());
                dues.add(due);
                plannedBy.add(done.last());
            }
        }
        if (streams.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(
                        "insert into due (stream, name, due_at, planned_by_sequence) select * from"
                                + " unnest($1::text[], $2::text[], $3::timestamptz[],"
                                + " $4::bigint[])")
                .execute(
                        Tuple.of(
                                streams.toArray(String[]::new),
                                dues.stream().map(Due::name).toArray(String[]::new),
                                times(dues.stream().map(Due::at).toList()),
                                plannedBy.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime[] times(List<? extends @Nullable Instant> instants) {
        return instants.stream()
                .map(instant -> instant == null ? null : Rows.utc(instant))
                .toArray(OffsetDateTime[]::new);
    }
}
