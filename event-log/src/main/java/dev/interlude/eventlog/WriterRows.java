package dev.interlude.eventlog;

import dev.interlude.eventlog.WriterRound.Admitted;
import dev.interlude.eventlog.WriterRound.Head;
import dev.interlude.eventlog.decider.Due;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a round of the {@link Writer} becomes, in one statement: all of them or none. The
 * commit is sent behind it without waiting, which is safe for that reason alone: there is nothing
 * of the round that could fail by itself.
 */
final class WriterRows {

    private static final String STORE =
            """
            with logged as (
                insert into log (position, source, epoch, stream, sequence, id, type, key,
                    occurred_at, recorded_at, heard_at, source_position, stream_ordinal, actor,
                    correlation_id, causation_id, traceparent, data)
                select * from unnest($1::bigint[], $2::text[], $3::int[], $4::text[],
                    $5::bigint[], $6::uuid[], $7::text[], $8::text[], $9::timestamptz[],
                    $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::bigint[],
                    $14::text[], $15::uuid[], $16::uuid[], $17::text[], $18::bytea[])),
            led as (
                insert into head (stream, sequence, command_sequence, ordinal)
                select * from unnest($19::text[], $20::bigint[], $21::bigint[], $22::bigint[])
                on conflict (stream) do update set sequence = excluded.sequence,
                    command_sequence = excluded.command_sequence),
            keyed as (
                insert into idempotency (owner, key, request_sha256, status, stream,
                    from_sequence, to_sequence, at)
                select *, clock_timestamp() from unnest($23::text[], $24::text[], $25::bytea[],
                    $26::int[], $27::text[], $28::bigint[], $29::bigint[])),
            dropped as (
                delete from due using unnest($30::text[], $31::text[]) as gone (stream, name)
                where due.stream = gone.stream and due.name = gone.name)
            insert into due (stream, name, due_at, planned_by_sequence)
            select * from unnest($32::text[], $33::text[], $34::timestamptz[], $35::bigint[])
            """;

    private WriterRows() {}

    /** Writes all rows of a round that was judged, and commits. */
    static Uni<Void> commit(SqlConnection connection, WriterRound round) {
        Tuple tuple = Tuple.tuple();
        addRows(tuple, round.rows);
        addHeads(tuple, round);
        addKeys(tuple, round.admitted.stream().filter(done -> done.append().key() != null));
        addDropped(tuple, round.admitted);
        addPlanned(tuple, round.admitted);
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(STORE).execute(tuple),
                        connection.query("commit").execute())
                .discardItems();
    }

    private static void addRows(Tuple tuple, List<LogEvent> rows) {
        add(tuple, rows, LogEvent::position, Long[]::new);
        add(tuple, rows, LogEvent::source, String[]::new);
        add(tuple, rows, LogEvent::epoch, Integer[]::new);
        add(tuple, rows, LogEvent::stream, String[]::new);
        add(tuple, rows, LogEvent::sequence, Long[]::new);
        add(tuple, rows, LogEvent::id, UUID[]::new);
        add(tuple, rows, LogEvent::type, String[]::new);
        add(tuple, rows, LogEvent::key, String[]::new);
        add(tuple, rows, row -> utc(row.occurredAt()), OffsetDateTime[]::new);
        add(tuple, rows, row -> utc(row.recordedAt()), OffsetDateTime[]::new);
        add(tuple, rows, row -> utc(row.heardAt()), OffsetDateTime[]::new);
        add(tuple, rows, LogEvent::sourcePosition, Long[]::new);
        add(tuple, rows, LogEvent::streamOrdinal, Long[]::new);
        add(tuple, rows, row -> row.actor().toString(), String[]::new);
        add(tuple, rows, LogEvent::correlationId, UUID[]::new);
        add(tuple, rows, LogEvent::causationId, UUID[]::new);
        add(tuple, rows, LogEvent::traceparent, String[]::new);
        add(tuple, rows, row -> Buffer.buffer(row.data()), Buffer[]::new);
    }

    private static void addHeads(Tuple tuple, WriterRound round) {
        Collection<Head> heads = round.heads.values();
        tuple.addValue(round.heads.keySet().toArray(String[]::new));
        add(tuple, heads, Head::sequence, Long[]::new);
        add(tuple, heads, Head::commandSequence, Long[]::new);
        add(tuple, heads, Head::ordinal, Long[]::new);
    }

    private static void addKeys(Tuple tuple, java.util.stream.Stream<Admitted> some) {
        List<Admitted> keyed = some.toList();
        List<Append.Key> keys =
                keyed.stream().map(done -> Objects.requireNonNull(done.append().key())).toList();
        add(tuple, keys, Append.Key::owner, String[]::new);
        add(tuple, keys, Append.Key::key, String[]::new);
        add(tuple, keys, key -> Buffer.buffer(key.requestSha256()), Buffer[]::new);
        add(tuple, keys, Append.Key::status, Integer[]::new);
        add(tuple, keyed, done -> done.append().stream(), String[]::new);
        add(tuple, keyed, Admitted::first, Long[]::new);
        add(tuple, keyed, Admitted::last, Long[]::new);
    }

    private static void addDropped(Tuple tuple, List<Admitted> admitted) {
        var streams = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (Admitted done : admitted) {
            for (String name : done.append().dropped()) {
                streams.add(done.append().stream());
                names.add(name);
            }
        }
        add(tuple, streams, stream -> stream, String[]::new);
        add(tuple, names, name -> name, String[]::new);
    }

    private static void addPlanned(Tuple tuple, List<Admitted> admitted) {
        record Planned(Due due, Admitted by) {}
        var planned = new ArrayList<Planned>();
        for (Admitted done : admitted) {
            done.append().planned().forEach(due -> planned.add(new Planned(due, done)));
        }
        add(tuple, planned, row -> row.by().append().stream(), String[]::new);
        add(tuple, planned, row -> row.due().name(), String[]::new);
        add(tuple, planned, row -> utc(row.due().at()), OffsetDateTime[]::new);
        add(tuple, planned, row -> row.by().last(), Long[]::new);
    }

    /** One column of some rows, as an array. */
    private static <R, T> void add(
            Tuple tuple,
            Collection<R> rows,
            Function<R, @Nullable T> column,
            IntFunction<@Nullable T[]> array) {
        tuple.addValue(rows.stream().map(column).toArray(array));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : Rows.utc(instant);
    }
}
