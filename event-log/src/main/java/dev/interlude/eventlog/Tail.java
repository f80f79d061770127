package dev.interlude.eventlog;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells those who follow the log that it grew: at once after a commit of this process, within a
 * fifth of a second after one of another replica. One look for all of them.
 */
@ApplicationScoped
public class Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);

    private final AtomicLong head = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Log log;
    private final Loop loop;

    Tail(Log log, Vertx vertx) {
        this.log = log;
        this.loop = new Loop("tail", vertx, Duration.ofMillis(200), this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().await().atMost(Duration.ofSeconds(5));
    }

    private Uni<Boolean> look() {
        long before = head.get();
        return log.head()
                .invoke(found -> {
                    if (found < before) {
                        wentBack(before, found);
                    } else {
                        advance(found);
                    }
                })
                .replaceWith(false);
    }

    /** All that this process has in memory is of a future that the database no longer knows. */
    private static void wentBack(long before, long found) {
        LOG.fatalf(
                "the log ended at %d and now ends at %d: its database was exchanged under this"
                        + " process, which ends; see how to restore a database",
                before, found);
        Quarkus.asyncExit(1);
    }

    void advance(long position) {
        if (head.getAndAccumulate(position, Math::max) < position) {
            listeners.forEach(Runnable::run);
        }
    }

    /** The newest position known here. */
    public long head() {
        return head.get();
    }

    /** Runs the listener, on any thread, after each growth; it must not block. */
    public void onGrowth(Runnable listener) {
        listeners.add(listener);
    }
}
