package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only door to the database's rows. A unit of work runs to its end although the caller hangs
 * up, so that a cancelled request can't leave a connection behind.
 */
@ApplicationScoped
public class Db {

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    Db(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    /** Runs the work in one transaction and session; must be called on a Vert.x context. */
    public <T> Uni<T> tx(Function<Mutiny.Session, Uni<T>> work) {
        return uncancellable(sessions.withTransaction((session, tx) -> work.apply(session)));
    }

    /**
     * Runs one query in a session and without a transaction, which would cost two more trips; must
     * be called on a Vert.x context.
     */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> query) {
        return uncancellable(sessions.withSession(query));
    }

    /**
     * One statement of SQL without a session, for what every command asks: there a session and its
     * query cost the processor more than the database does. It only reads.
     *
     * @param sql with {@code $1}, {@code $2} for its values
     */
    public Uni<RowSet<Row>> rows(String sql, Tuple values) {
        return uncancellable(pool.preparedQuery(sql).execute(values));
    }

    static <T> Uni<T> uncancellable(Uni<T> work) {
        return Uni.createFrom()
                .emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
