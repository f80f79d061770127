package dev.interlude.benchmark;

import dev.interlude.local.Databases.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fills a planner's log in SQL with windows that have some events each, as if they had been planned
 * one after the other: rows, heads and keys, ids in the order of time. Relay and projections are
 * told that they have passed all of it.
 */
final class Windows {

    private static final int AT_ONCE = 250_000;

    private final Stand stand;
    private final Database database;
    private final int eventsEach;

    Windows(Stand stand, Database database, int eventsEach) {
        this.stand = stand;
        this.database = database;
        this.eventsEach = eventsEach;
    }

    /** Only while no service is at work on the database. */
    void fill(int events) {
        try (Connection connection = stand.connect(database.name());
                Statement statement = connection.createStatement()) {
            // of the server, for as long as this takes: else it writes what it has again and again
            statement.execute("alter system set max_wal_size = '16GB'");
            statement.execute("alter system set checkpoint_timeout = '1h'");
            statement.execute("select pg_reload_conf()");
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("set synchronous_commit = off");
            statement.execute(FUNCTIONS);
            long base = first(statement, "select coalesce(max(position), 0) from log");
            Map<String, String> indexes = dropIndexes(statement);
            rows(base, events);
            int windows = (events + eventsEach - 1) / eventsEach;
            statement.execute(of(HEADS, windows));
            statement.execute(of(KEYS, windows));
            for (String index : indexes.values()) {
                statement.execute(index);
            }
            statement.execute("update consumer set position = " + (base + events));
            statement.execute("update relay set position = " + (base + events));
            statement.execute("vacuum analyze");
            statement.execute("alter system reset max_wal_size");
            statement.execute("alter system reset checkpoint_timeout");
            statement.execute("select pg_reload_conf()");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new BenchmarkFailed("the log can't be filled: " + e.getMessage(), e);
        }
    }

    /** The log's rows, by as many sessions as there are processors. */
    private void rows(long base, int events) {
        IntStream.iterate(1, from -> from <= events, from -> from + AT_ONCE)
                .parallel()
                .forEach(from -> {
                    int to = Math.min(events, from + AT_ONCE - 1);
                    Sql.run(
                            stand,
                            database.name(),
                            "set synchronous_commit = off",
                            ROWS.replace("@base", Long.toString(base))
                                    .replace("@each", Integer.toString(eventsEach))
                                    .replace("@from", Integer.toString(from))
                                    .replace("@to", Integer.toString(to)));
                });
    }

    private String of(String sql, int windows) {
        return sql.replace("@each", Integer.toString(eventsEach))
                .replace("@windows", Integer.toString(windows));
    }

    private static long first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Drops what is quicker to make at the end; returns how to make it. */
    private static Map<String, String> dropIndexes(Statement statement) throws SQLException {
        var again = new LinkedHashMap<String, String>();
        var drop = new LinkedHashMap<String, String>();
        try (ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                String table = rows.getString(2);
                boolean constraint = rows.getString(3) != null;
                drop.put(
                        rows.getString(1),
                        constraint
                                ? "alter table " + table + " drop constraint " + rows.getString(1)
                                : "drop index " + rows.getString(1));
                again.put(
                        rows.getString(1),
                        constraint
                                ? "alter table %s add constraint %s %s"
                                        .formatted(table, rows.getString(1), rows.getString(3))
                                : rows.getString(4));
            }
        }
        for (String sql : drop.values()) {
            statement.execute(sql);
        }
        return again;
    }

    private static final String INDEXES =
            """
            select c.relname, t.relname, pg_get_constraintdef(k.oid), pg_get_indexdef(c.oid)
            from pg_index i join pg_class c on c.oid = i.indexrelid
                join pg_class t on t.oid = i.indrelid
                left join pg_constraint k on k.conindid = c.oid and k.contype in ('p', 'u')
            where t.relname in ('log', 'head', 'idempotency') and t.relnamespace = 'public'::regnamespace
            order by k.contype nulls last, c.relname
            """;

    // version 7 (RFC 9562), so that indexes grow at their end as they do in life
    private static final String FUNCTIONS =
            """
            create or replace function bench_id(salt text, n bigint) returns uuid
                language sql immutable as $$
                    select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || salt || '8'
                        || lpad(to_hex(n * 1000003), 15, '0'))::uuid
                $$;
            create or replace function bench_data(window_id uuid, nth int) returns bytea
                language sql stable as $$
                    select convert_to('{"windowId": "' || window_id
                        || '", "title": "Move the queue to the new cluster' || case
                        when nth = 1 then '", "publicText": {"en": "We move our message queue."},'
                            ' "zone": "Europe/Berlin", "start": "2030-01-05T01:00:00Z",'
                            ' "end": "2030-01-05T03:00:00Z", "kind": "NORMAL",'
                            ' "audience": "PUBLIC", "tentative": false, "team": "platform",'
                            ' "references": [], "components": [{"id": "queue", "name": "Queue",'
                            ' "impact": "DEGRADED"}], "reminders": ["P1D", "PT1H"]}'
                        else ', plan ' || nth || '"}' end, 'UTF8')
                $$
            """;

    private static final String ROWS =
            """
            insert into log (position, source, epoch, stream, sequence, id, type, key, occurred_at,
                recorded_at, stream_ordinal, actor, correlation_id, data)
            select @base + n, 'planner', 1, 'window-' || w, nth, bench_id('e00', n),
                case when nth = 1 then 'dev.interlude.planner.WindowPlanned.v1'
                    else 'dev.interlude.planner.WindowRevised.v1' end,
                w::text, at, at, case when nth = 1 then (n - 1) / @each + 1 end,
                'person:p-abcdefghijklmnopqrstuvwxyz', bench_id('c00', n), bench_data(w, nth)
            from (select n, bench_id('a00', (n - 1) / @each * @each + 1) as w, ((n - 1) % @each + 1)::int as nth,
                    timestamptz '2025-01-01' + n * interval '1 millisecond' as at
                from generate_series(@from::bigint, @to::bigint) as n) as rows
            """;

    private static final String HEADS =
            """
            insert into head (stream, sequence, command_sequence, ordinal)
            select 'window-' || bench_id('a00', (w - 1) * @each + 1), @each, @each, w
            from generate_series(1::bigint, @windows::bigint) as w
            """;

    private static final String KEYS =
            """
            insert into idempotency (owner, key, request_sha256, status, stream, from_sequence,
                to_sequence, at)
            select 'person:p-abcdefghijklmnopqrstuvwxyz', bench_id('b00', w)::text,
                sha256(w::text::bytea), 201, 'window-' || bench_id('a00', (w - 1) * @each + 1), 1, 1,
                clock_timestamp()
            from generate_series(1::bigint, @windows::bigint) as w
            """;
}
