package dev.interlude.tally;

import io.vertx.mutiny.sqlclient.Pool;

/** Writes many counts into the log at once, under its lock, as if they had been asked for. */
final class ManyTallies {

    private ManyTallies() {}

    /** Counts 1 on each of some tallies in turn; their ids begin with the prefix and a hyphen. */
    static void count(Pool pool, String prefix, int tallies, int counts) {
        pool.withTransaction(connection ->
                        connection
                                .query("select pg_advisory_xact_lock(" + 0x1e7e4c0de0001L + ")")
                                .execute()
                                .chain(() ->
                                        connection
                                                .query(insert(prefix, tallies, counts))
                                                .execute()))
                .await()
                .indefinitely();
    }

    /** The statement that does it; nobody else may be writing. */
    static String insert(String prefix, int tallies, int counts) {
        return """
        insert into log (position, source, epoch, stream, sequence, id, type, key, occurred_at,
                         recorded_at, actor, correlation_id, data)
        select head.position + n, 'tally', 1, 'tally-' || tally, 1 + (n - 1) / %2$d, uuidv7(),
               'dev.interlude.tally.Counted.v1', tally, now(), now(), 'person:p_many', uuidv7(),
               convert_to('{"tallyId":"' || tally || '","by":1}', 'UTF8')
          from (select coalesce(max(position), 0) as position from log) head,
               generate_series(1, %3$d) as n,
               lateral (select '%1$s-' || n %% %2$d as tally) named
        """
                .formatted(prefix, tallies, counts);
    }
}
