package dev.interlude.eventlog;

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

/**
 * Tells those who follow the log that it grew: at once after a commit of this process, within a
 * fifth of a second after one of another replica. One look for all of them.
 */
@ApplicationScoped
public class Tail {

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
        return log.head().invoke(this::advance).replaceWith(false);
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
