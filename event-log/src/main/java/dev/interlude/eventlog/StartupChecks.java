package dev.interlude.eventlog;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Refuses to start on a database that may forget what it acknowledged. */
@ApplicationScoped
class StartupChecks {

    private final Pool pool;

    StartupChecks(Pool pool) {
        this.pool = pool;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        requireOn("fsync");
        requireOn("synchronous_commit");
        requireOn("full_page_writes");
    }

    private void requireOn(String setting) {
        String value =
                pool.query("show " + setting)
                        .execute()
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .iterator()
                        .next()
                        .getString(0);
        if (value.equals("off")) {
            throw new ConfigurationException(
                    "PostgreSQL runs with "
                            + setting
                            + " = "
                            + value
                            + "; it could forget acknowledged events. Switch it on.");
        }
    }
}
