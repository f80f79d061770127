package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An idempotent producer that keeps order whatever happens: it never gives up on a record by itself
 * (which would let later ones overtake it) but is thrown away whole when a batch takes too long.
 */
final class Outgoing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    /** Sends the events in order and waits until the broker has all of them. */
    void send(List<Addressed> events)
            throws InterruptedException, ExecutionException, TimeoutException {
        var acknowledgements = new ArrayList<Future<?>>(events.size());
        for (Addressed addressed : events) {
            Future<?> sent = producer.send(record(addressed));
            // what the producer does not take must not be overtaken by what it takes next
            if (sent.isDone()) {
                sent.get();
            }
            acknowledgements.add(sent);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** An event and the topic it goes to. */
    record Addressed(String topic, LogEvent event) {}

    private static ProducerRecord<String, byte[]> record(Addressed addressed) {
        LogEvent event = addressed.event();
        return new ProducerRecord<>(
                addressed.topic(), null, event.key(), event.data(), CloudEvents.headers(event));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
