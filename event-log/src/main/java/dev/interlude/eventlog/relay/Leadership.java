package dev.interlude.eventlog.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * Being the one relay of a service: a session advisory lock on a connection of its own. A leader
 * that stops pinging loses the session, and with it the lock, after five seconds; one that comes
 * back finds its epoch outdated and can't move the position.
 */
final class Leadership implements AutoCloseable {

    private static final long RELAY_LOCK = 0x1e7e4c0de0002L;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final SqlConnection session;
    private final long epoch;
    private long position;

    private Leadership(SqlConnection session, long epoch, long position) {
        this.session = session;
        this.epoch = epoch;
        this.position = position;
    }

    /** Tries to become the leader; null when another one is. */
    static @org.jspecify.annotations.Nullable Leadership attempt(Pool pool) {
        SqlConnection session = pool.getConnection().await().atMost(PATIENCE);
        try {
            session.query("set idle_session_timeout = '5s'").execute().await().atMost(PATIENCE);
            boolean locked =
                    session.preparedQuery("select pg_try_advisory_lock($1)")
                            .execute(Tuple.of(RELAY_LOCK))
                            .await()
                            .atMost(PATIENCE)
                            .iterator()
                            .next()
                            .getBoolean(0);
            if (!locked) {
                release(session);
                return null;
            }
            var row =
                    session.query(
                                    "update relay set leader_epoch = leader_epoch + 1 returning"
                                            + " leader_epoch, position")
                            .execute()
                            .await()
                            .atMost(PATIENCE)
                            .iterator()
                            .next();
            return new Leadership(session, row.getLong(0), row.getLong(1));
        } catch (RuntimeException e) {
            session.closeAndForget();
            throw e;
        }
    }

    long position() {
        return position;
    }

    /** Keeps the session alive; fails when it is lost. */
    void ping() {
        session.query("select 1").execute().await().atMost(PATIENCE);
    }

    /** Moves the position; false when this is no longer the leader. */
    boolean move(long to) {
        boolean moved =
                session.preparedQuery(
                                        "update relay set position = $1 where leader_epoch = $2 and"
                                                + " position = $3")
                                .execute(Tuple.of(to, epoch, position))
                                .await()
                                .atMost(PATIENCE)
                                .rowCount()
                        == 1;
        if (moved) {
            position = to;
        }
        return moved;
    }

    @Override
    public void close() {
        release(session);
    }

    private static void release(SqlConnection session) {
        session.query("select pg_advisory_unlock_all(); reset idle_session_timeout")
                .execute()
                .chain(session::close)
                .subscribe()
                .with(done -> {}, failure -> session.closeAndForget());
    }
}
