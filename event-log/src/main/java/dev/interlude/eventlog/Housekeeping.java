package dev.interlude.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Forgets keys of callers after seven days; those of reactions are kept, as replays need them. */
@ApplicationScoped
class Housekeeping {

    private final Pool pool;
    private final Loop loop;

    Housekeeping(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.loop = new Loop("housekeeping", vertx, Duration.ofHours(1), this::forget);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().await().atMost(Duration.ofSeconds(5));
    }

    private Uni<Boolean> forget() {
        return pool.query(
                        "delete from idempotency where at < clock_timestamp() - interval '7 days'"
                                + " and owner not like 'reaction:%'")
                .execute()
                .replaceWith(false);
    }
}
