package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Tail;
import dev.interlude.eventlog.relay.Outgoing.Acknowledged;
import dev.interlude.eventlog.relay.Outgoing.Addressed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Copies published events from the log to Kafka: one leader per service, in order of positions,
 * bytes and headers as stored. The position moves only behind the broker's acknowledgement, so an
 * event may be sent twice but none is left out. It looks whether the broker still has what it
 * acknowledged; when its tail is gone, the position goes back and all of it is sent again. Runs on
 * a thread of its own; while the broker is away, commands go on and what waits is sent later.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration READ = Duration.ofSeconds(4);
    private static final long LOOK_NANOS = Duration.ofSeconds(3).toNanos();

    private final Pool pool;
    private final Log log;
    private final LogConfig config;
    private final Topics topics;
    private final Counter wentBack;
    private final Lag lag;
    private final Semaphore grown = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "relay");
    private volatile boolean stopping;
    private volatile boolean reached = true;
    private volatile boolean leading;
    private volatile long position;
    private boolean known;

    Relay(Pool pool, Log log, LogConfig config, Topics topics, Tail tail, MeterRegistry metrics) {
        this.pool = pool;
        this.log = log;
        this.config = config;
        this.topics = topics;
        tail.onGrowth(grown::release);
        metrics.gauge("interlude_relay_position", this, relay -> relay.position);
        metrics.gauge("interlude_relay_leading", this, relay -> relay.leading ? 1 : 0);
        metrics.gauge("interlude_relay_broker_reached", this, relay -> relay.reached ? 1 : 0);
        this.wentBack = metrics.counter("interlude_relay_went_back");
        this.lag = new Lag(metrics);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        grown.release();
        thread.join(3_000);
        thread.interrupt();
    }

    /** False while the broker does not take what is sent. */
    public boolean reached() {
        return reached;
    }

    private void run() {
        while (!stopping) {
            try (Leadership leadership = Leadership.attempt(pool)) {
                leading = leadership != null;
                if (leadership == null) {
                    rest(1_000);
                } else {
                    lead(leadership);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Leadership.Lost e) {
                LOG.warn(e.getMessage());
            } catch (RuntimeException e) {
                LOG.debug("the relay lost its session and tries again", e);
                pause();
            } finally {
                leading = false;
                // who does not send can't tell; what a former leader met is not its own any more
                reached = true;
            }
        }
    }

    /** Leads until the session or the leadership is lost. */
    private void lead(Leadership leadership) throws InterruptedException {
        while (!stopping) {
            leadership.ping();
            try (Line line = Line.open(config, topics)) {
                if (!known && !knowsWhatItPublished()) {
                    return;
                }
                leadership.ping();
                send(leadership, line);
                return;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                unreached(e);
                rest(500);
            }
        }
    }

    /**
     * A database that came back from a backup, and nobody said so, must not go on: it would give
     * the places of what it lost to other events, and those who heard them could not tell.
     */
    private boolean knowsWhatItPublished() {
        for (HeardEvent event : Newest.of(config, topics)) {
            if (!log.has(event).await().atMost(READ)) {
                LOG.fatalf(
                        "the broker has event %s of %s at position %d in epoch %d, which this"
                                + " database does not know. If it came back from a backup, stop the"
                                + " service and run: ./interlude restored %s",
                        event.id(),
                        event.stream(),
                        event.position(),
                        event.epoch(),
                        config.service());
                stopping = true;
                Quarkus.asyncExit(1);
                return false;
            }
        }
        known = true;
        return true;
    }

    /** Sends until it is to stop, the line breaks, or another relay leads. */
    private void send(Leadership leadership, Line line)
            throws InterruptedException, ExecutionException, TimeoutException {
        long looked = System.nanoTime() - LOOK_NANOS;
        while (!stopping) {
            leadership.ping();
            if (System.nanoTime() - looked >= LOOK_NANOS) {
                Marks ends = line.ends();
                again();
                looked = System.nanoTime();
                if (!leadership.marks().below(ends)) {
                    goBack(leadership, ends);
                }
            }
            List<LogEvent> events = log.after(leadership.position(), BATCH).await().atMost(READ);
            position = leadership.position();
            if (events.isEmpty()) {
                rest(200);
            } else {
                forward(leadership, line, events);
            }
        }
    }

    /** One batch. */
    private void forward(Leadership leadership, Line line, List<LogEvent> events)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Addressed> published = published(events);
        Marks before = leadership.marks();
        long last = events.getLast().position();
        if (published.isEmpty()) {
            leadership.move(last, before);
            return;
        }
        lag.taken(published);
        Acknowledged acknowledged = line.send(published, leadership::ping);
        lag.acknowledged(published);
        if (before.below(acknowledged.first())) {
            leadership.move(last, before.and(acknowledged.newest()));
        } else {
            goBack(leadership, line.ends().least(acknowledged.first()));
        }
    }

    private void goBack(Leadership leadership, Marks ends) {
        long from = leadership.position();
        leadership.goBack(ends);
        wentBack.increment();
        LOG.warnf(
                "the broker lost what it had acknowledged: back from position %d to %d, all behind"
                        + " it is sent again",
                from, leadership.position());
    }

    private List<Addressed> published(List<LogEvent> events) {
        return events.stream()
                .filter(LogEvent::own)
                .flatMap(event -> {
                    String topic = topics.of(event.stream());
                    return topic == null
                            ? Stream.<Addressed>of()
                            : Stream.of(new Addressed(topic, event));
                })
                .toList();
    }

    private void again() {
        if (!reached) {
            LOG.info("the broker takes events again");
        }
        reached = true;
    }

    private void unreached(Exception e) {
        if (reached) {
            LOG.warnf("the broker can't be reached, events wait in the log: %s", e.getMessage());
        }
        reached = false;
    }

    private void rest(long millis) throws InterruptedException {
        if (grown.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            grown.drainPermits();
        }
    }

    private void pause() {
        try {
            rest(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
