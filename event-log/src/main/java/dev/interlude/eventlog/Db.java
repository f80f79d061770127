package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
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

    Db(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
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

    static <T> Uni<T> uncancellable(Uni<T> work) {
        return Uni.createFrom()
                .emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
