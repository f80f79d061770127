package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Tail;
import dev.interlude.eventlog.relay.Outgoing.Addressed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies published events from the log to Kafka: one leader per service, in order of positions,
 * bytes and headers as stored. The position moves only behind the broker's acknowledgement, so an
 * event may be sent twice but none is left out. Runs on a thread of its own; while the broker is
 * away, commands go on and what waits is sent later.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration READ = Duration.ofSeconds(10);

    private final Pool pool;
    private final Log log;
    private final LogConfig config;
    private final Topics topics;
    private final Semaphore grown = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "relay");
    private volatile boolean stopping;
    private volatile boolean reached = true;
    private volatile boolean leading;
    private volatile long position;
    private boolean topicsMade;

    Relay(Pool pool, Log log, LogConfig config, Topics topics, Tail tail, MeterRegistry metrics) {
        this.pool = pool;
        this.log = log;
        this.config = config;
        this.topics = topics;
        tail.onGrowth(grown::release);
        metrics.gauge("interlude_relay_position", this, relay -> relay.position);
        metrics.gauge("interlude_relay_leading", this, relay -> relay.leading ? 1 : 0);
        metrics.gauge("interlude_relay_broker_reached", this, relay -> relay.reached ? 1 : 0);
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
        @Nullable Outgoing outgoing = null;
        try {
            while (!stopping) {
                leadership.ping();
                List<LogEvent> events =
                        log.after(leadership.position(), BATCH).await().atMost(READ);
                if (events.isEmpty()) {
                    rest(200);
                    continue;
                }
                List<Addressed> published = published(events);
                if (!published.isEmpty()) {
                    if (outgoing == null) {
                        outgoing = open();
                    }
                    if (outgoing == null || !sent(outgoing, published)) {
                        close(outgoing);
                        outgoing = null;
                        rest(500);
                        continue;
                    }
                }
                if (!leadership.move(events.getLast().position())) {
                    LOG.warn("another relay leads now");
                    return;
                }
                position = leadership.position();
            }
        } finally {
            close(outgoing);
        }
    }

    private List<Addressed> published(List<LogEvent> events) {
        return events.stream()
                .filter(LogEvent::own)
                .flatMap(event -> {
                    String topic = topics.of(event.stream());
                    return topic == null
                            ? java.util.stream.Stream.of()
                            : java.util.stream.Stream.of(new Addressed(topic, event));
                })
                .toList();
    }

    private @Nullable Outgoing open() throws InterruptedException {
        try {
            makeTopics();
            return new Outgoing(config);
        } catch (KafkaException | ExecutionException e) {
            unreached(e);
            return null;
        }
    }

    private boolean sent(Outgoing outgoing, List<Addressed> events) throws InterruptedException {
        try {
            outgoing.send(events);
            if (!reached) {
                LOG.info("the broker takes events again");
            }
            reached = true;
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            unreached(e);
            return false;
        }
    }

    private void unreached(Exception e) {
        if (reached) {
            LOG.warnf("the broker can't be reached, events wait in the log: %s", e.getMessage());
        }
        reached = false;
    }

    private static void close(@Nullable Outgoing outgoing) {
        if (outgoing != null) {
            outgoing.close();
        }
    }

    private void makeTopics() throws InterruptedException, ExecutionException {
        if (topicsMade || !config.createTopics()) {
            return;
        }
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000))) {
            for (String topic : topics.own()) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, Topics.PARTITIONS, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
        topicsMade = true;
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
