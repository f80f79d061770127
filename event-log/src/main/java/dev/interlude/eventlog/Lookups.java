package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What commands and reads of single aggregates need to know before they begin: the rest of a
 * stream, what a key led to, and the log's clock. One trip for all who ask at the time.
 */
@ApplicationScoped
class Lookups {

    private final Together<Asked, Found> trips;

    Lookups(Pool pool, Vertx vertx, LogConfig config) {
        var query = new LookupQuery(config.service());
        this.trips =
                new Together<>(
                        vertx,
                        asked -> pool.withConnection(connection -> query.run(connection, asked)));
    }

    /**
     * A question.
     *
     * @param stream an own stream
     * @param after the stream version behind which events are wanted
     * @param key the caller's key, or null
     */
    record Asked(String stream, long after, @Nullable KeyName key) {}

    /** Whose key, and which. */
    record KeyName(String owner, String key) {}

    /**
     * The answer.
     *
     * @param events the rest of the stream, oldest first
     * @param now the log's clock
     * @param known what the key led to, or null
     */
    record Found(List<LogEvent> events, java.time.Instant now, Keys.@Nullable Known known) {}

    Uni<Found> find(Asked asked) {
        return trips.ask(asked);
    }
}
