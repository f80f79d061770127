package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A read model in rows. Its rows and its position move in one transaction, so each event takes
 * effect once, whatever dies. An application-scoped bean; the kit finds and runs it.
 */
public interface Projection {

    /** Stable name of its position row. */
    String name();

    /**
     * Takes a batch, oldest first, own and heard events alike; passes over what it doesn't know. A
     * failure undoes the batch; it is tried again with back-off and shows in health and metrics.
     */
    Uni<Void> project(List<LogEvent> events, Mutiny.Session session);
}
