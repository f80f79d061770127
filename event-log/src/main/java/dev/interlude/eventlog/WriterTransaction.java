package dev.interlude.eventlog;

import dev.interlude.eventlog.WriterReads.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * One round of the {@link Writer} in one transaction and two trips to the database: the lock and
 * what has to be known under it; then, when the round is judged, its rows and the commit.
 */
@ApplicationScoped
class WriterTransaction {

    /** Any constant; one log per database. */
    private static final long LOG_LOCK = 0x1e7e4c0de0001L;

    private static final String BEGIN = "begin; select pg_advisory_xact_lock(" + LOG_LOCK + ")";

    private final HeardIntake intake;
    private final WriterAdmission admission;

    WriterTransaction(LogConfig config, HeardIntake intake) {
        this.intake = intake;
        this.admission = new WriterAdmission(config.service());
    }

    /** Completes when the round is committed. After a failure the connection is out of it. */
    Uni<Void> run(SqlConnection connection, WriterRound round) {
        return WriterReads.read(connection, BEGIN, round)
                .chain(known -> judge(connection, round, known.place(), known))
                .chain(() -> WriterRows.commit(connection, round))
                .onFailure()
                .call(failure -> rollBack(connection));
    }

    private Uni<Void> judge(
            SqlConnection connection, WriterRound round, Place place, WriterReads.Known known) {
        long next = admission.admit(round, known);
        return intake.take(connection, round, place, next)
                .invoke(last -> round.planned(last))
                .replaceWithVoid();
    }

    /** So that nobody inherits a transaction; a connection that can't do it is lost anyway. */
    private static Uni<Void> rollBack(SqlConnection connection) {
        return connection
                .query("rollback")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Whether events were committed, told under the lock: a transaction that is still on its way is
     * waited for.
     */
    static Uni<Boolean> committed(SqlConnection connection, List<UUID> ids) {
        return connection
                .query(BEGIN)
                .execute()
                .chain(() ->
                        connection
                                .preparedQuery("select count(*) from log where id = any($1)")
                                .execute(Tuple.of(ids.toArray(UUID[]::new))))
                .map(rows -> rows.iterator().next().getLong(0) == ids.size())
                .eventually(() -> rollBack(connection));
    }
}
