package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An idempotent producer that keeps order whatever happens: it never gives up on a record by itself
 * (which would let later ones overtake it) but is thrown away whole when a batch takes too long.
 */
final class Outgoing implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long PING_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * A broker takes any sequence number from a producer that is new to a partition: with more
     * requests in flight the second one would be taken although the first was lost.
     */
    private static final int REQUESTS_IN_FLIGHT = 1;

    private final KafkaProducer<String, byte[]> producer;

    Outgoing(LogConfig config) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                config.kafka(),
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "relay-" + config.service() + "-" + config.replica(),
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                                REQUESTS_IN_FLIGHT,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                3_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                3_000,
                                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                500),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** An event and the topic it goes to. */
    record Addressed(String topic, LogEvent event) {}

    /** The first and the newest offset that a batch was given in each partition. */
    record Acknowledged(Marks first, Marks newest) {}

    /**
     * Sends the events in order and waits until the broker has all of them. A record that the
     * producer does not take ends the batch, so that none overtakes it.
     *
     * @param ping runs about once a second while it takes longer; what it throws ends the waiting
     */
    Acknowledged send(List<Addressed> events, Runnable ping)
            throws InterruptedException, ExecutionException, TimeoutException {
        var waiting = new ArrayList<Future<RecordMetadata>>(events.size());
        var clock = new Patience(ping);
        for (Addressed addressed : events) {
            Future<RecordMetadata> sent = producer.send(record(addressed));
            if (sent.isDone()) {
                sent.get();
            }
            waiting.add(sent);
            clock.tick();
        }
        var first = new HashMap<String, Long>();
        var newest = new HashMap<String, Long>();
        for (Future<RecordMetadata> sent : waiting) {
            RecordMetadata at = clock.await(sent);
            if (at.hasOffset()) {
                String partition = Marks.partition(at.topic(), at.partition());
                first.merge(partition, at.offset(), Math::min);
                newest.merge(partition, at.offset(), Math::max);
            }
        }
        return new Acknowledged(new Marks(first), new Marks(newest));
    }

    private static ProducerRecord<String, byte[]> record(Addressed addressed) {
        LogEvent event = addressed.event();
        return new ProducerRecord<>(
                addressed.topic(), null, event.key(), event.data(), CloudEvents.headers(event));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /** How long a batch may take, with a ping each second. */
    private static final class Patience {

        private final Runnable ping;
        private final long deadline = System.nanoTime() + PATIENCE_NANOS;
        private long pinged = System.nanoTime();

        Patience(Runnable ping) {
            this.ping = ping;
        }

        void tick() {
            if (System.nanoTime() - pinged >= PING_NANOS) {
                ping.run();
                pinged = System.nanoTime();
            }
        }

        <T> T await(Future<T> future)
                throws InterruptedException, ExecutionException, TimeoutException {
            while (true) {
                try {
                    return future.get(PING_NANOS, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() > deadline) {
                        throw e;
                    }
                    tick();
                }
            }
        }
    }
}
