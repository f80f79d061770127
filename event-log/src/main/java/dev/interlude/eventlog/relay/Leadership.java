package dev.interlude.eventlog.relay;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Being the one relay of a service: a session advisory lock on a connection of its own. A leader
 * that stops pinging loses the session, and with it the lock, after five seconds; one that comes
 * back finds its epoch outdated and can't move the position.
 */
final class Leadership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final long RELAY_LOCK = 0x1e7e4c0de0002L;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long CHECKPOINT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long CONTACT_NANOS = Duration.ofMillis(500).toNanos();
    private static final long CHECKPOINT_POSITIONS = 5_000;

    private static final String MOVE =
            "with moved as (update relay set position = $1, offsets = $4 where leader_epoch = $2"
                    + " and position = $3 returning position, offsets), kept as (insert into"
                    + " relay_checkpoint select position, offsets, clock_timestamp() from moved"
                    + " where $5 on conflict (position) do update set offsets = excluded.offsets,"
                    + " at = excluded.at) select position from moved";

    private static final String GO_BACK =
            "with moved as (update relay set position = $1, offsets = $4 where leader_epoch = $2"
                    + " and position = $3 returning position), forgotten as (delete from"
                    + " relay_checkpoint where position > $1 and exists (select from moved)) select"
                    + " position from moved";

    /** Of more than 512 every second of the older half goes, and all but one older than a day. */
    private static final String THIN =
            "delete from relay_checkpoint where position in (select position from (select position,"
                    + " row_number() over (order by position) as n, count(*) over () as many from"
                    + " relay_checkpoint) numbered where many > 512 and n > 1 and n < many / 2 and"
                    + " n % 2 = 0) or position < (select max(position) from relay_checkpoint where"
                    + " at < clock_timestamp() - interval '1 day')";

    private final SqlConnection session;
    private final long epoch;
    private long position;
    private Marks marks;
    private long checkpointPosition;
    private long checkpointNanos;
    private long contactNanos = System.nanoTime();

    /** The move that is under way, or was the last. */
    private CompletableFuture<Boolean> moving = CompletableFuture.completedFuture(true);

    private Leadership(SqlConnection session, Row row) {
        this.session = session;
        this.epoch = row.getLong(0);
        this.position = row.getLong(1);
        this.marks = Marks.of((JsonObject) row.getValue(2));
    }

    /** Tries to become the leader; null when another one is. */
    static @Nullable Leadership attempt(Pool pool) {
        SqlConnection session = connection(pool);
        try {
            // a position that a crash forgets is gone through again: no commit waits for the disk
            run(session, "set idle_session_timeout = '5s'; set synchronous_commit = off");
            boolean locked =
                    session.preparedQuery("select pg_try_advisory_lock($1)")
                            .execute(Tuple.of(RELAY_LOCK))
                            .await()
                            .atMost(PATIENCE)
                            .iterator()
                            .next()
                            .getBoolean(0);
            if (!locked) {
                run(session, "reset idle_session_timeout; reset synchronous_commit");
                session.closeAndForget();
                return null;
            }
            RowSet<Row> rows =
                    run(
                            session,
                            "update relay set leader_epoch = leader_epoch + 1 returning"
                                    + " leader_epoch, position, offsets");
            return new Leadership(session, rows.iterator().next());
        } catch (RuntimeException e) {
            end(session);
            throw e;
        }
    }

    /** One that comes after the wait for it was given up goes back at once. */
    private static SqlConnection connection(Pool pool) {
        Uni<SqlConnection> asked = pool.getConnection().memoize().indefinitely();
        try {
            return asked.await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            asked.subscribe().with(SqlConnection::closeAndForget, failure -> {});
            throw e;
        }
    }

    /** Another relay leads: what this one sends can only be a repetition. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("another relay leads now");
        }
    }

    /** All events up to here have been acknowledged. */
    long position() {
        return position;
    }

    /** The newest offset of each partition, as of the position. */
    Marks marks() {
        return marks;
    }

    /**
     * Keeps the session alive; fails when it is lost. Who stood still finds out here, before
     * anything else is sent: the clock went on meanwhile.
     */
    void ping() {
        if (System.nanoTime() - contactNanos >= CONTACT_NANOS) {
            settle();
            run(session, "select 1");
            contactNanos = System.nanoTime();
        }
    }

    /**
     * Moves the position, without waiting until that is done: the next batch may be on its way
     * meanwhile, and the next move is not sent before this one is known to have succeeded.
     *
     * @throws Lost when the move before found another leader
     */
    void move(long to, Marks newest) {
        settle();
        boolean due =
                to - checkpointPosition >= CHECKPOINT_POSITIONS
                        || System.nanoTime() - checkpointNanos >= CHECKPOINT_NANOS;
        boolean keep = checkpointNanos == 0 || (due && !newest.equals(marks));
        Uni<Boolean> move = moved(MOVE, Tuple.of(to, epoch, position, newest.json(), keep));
        if (keep) {
            checkpointPosition = to;
            checkpointNanos = System.nanoTime();
            move = move.call(() -> session.query(THIN).execute());
        }
        moving = move.subscribeAsCompletionStage();
        position = to;
        marks = newest;
    }

    /** Waits for the move that is under way. */
    private void settle() {
        if (!Uni.createFrom().completionStage(moving).await().atMost(PATIENCE)) {
            throw new Lost();
        }
    }

    /**
     * Goes back to the newest remembered position of which the broker still has everything, to the
     * beginning when there is none.
     *
     * @param ends where the broker's partitions end
     * @throws Lost when this is no longer the leader
     */
    void goBack(Marks ends) {
        settle();
        long to = 0;
        Marks then = Marks.NONE;
        for (Row row :
                run(
                        session,
                        "select position, offsets from relay_checkpoint order by position desc")) {
            Marks kept = Marks.of((JsonObject) row.getValue(1));
            if (kept.below(ends) && row.getLong(0) <= position) {
                to = row.getLong(0);
                then = kept;
                break;
            }
        }
        moving =
                moved(GO_BACK, Tuple.of(to, epoch, position, then.json()))
                        .subscribeAsCompletionStage();
        settle();
        position = to;
        marks = then;
        checkpointPosition = to;
    }

    private Uni<Boolean> moved(String statement, Tuple values) {
        contactNanos = System.nanoTime();
        return session.preparedQuery(statement).execute(values).map(rows -> rows.size() == 1);
    }

    /** Gives the lock back, at once but for a move that is under way. */
    @Override
    public void close() {
        try {
            settle();
        } catch (RuntimeException e) {
            // what was not moved is sent again by whoever leads next
            LOG.debug("the last move of the relay came to nothing", e);
        }
        end(session);
    }

    private static RowSet<Row> run(SqlConnection session, String statement) {
        return session.query(statement).execute().await().atMost(PATIENCE);
    }

    /** A session that may hold the lock never goes back to the pool. */
    private static void end(SqlConnection session) {
        session.query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .onFailure()
                .recoverWithNull()
                .chain(session::close)
                .subscribe()
                .with(done -> {}, failure -> {});
    }
}
