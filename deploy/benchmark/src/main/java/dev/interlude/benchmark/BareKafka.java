package dev.interlude.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The limit of {@code publish}: a producer with the relay's settings (idempotent, acks=all, no
 * linger) that sends records of the same size at the same rate.
 */
final class BareKafka implements AutoCloseable {

    static final String TOPIC = "bare.v1";
    static final String TIME = "sent";

    private final KafkaProducer<String, byte[]> producer;
    private final byte[] value;

    BareKafka(String bootstrap, int bytes) {
        this.value = "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(12), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchmarkFailed("no topic could be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "enable.idempotence",
                                true,
                                "acks",
                                "all",
                                "linger.ms",
                                0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    void send(Duration time, int perSecond) {
        long apart = 1_000_000_000L / perSecond;
        long until = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        for (int i = 0; System.nanoTime() < until; i++) {
            var record = new ProducerRecord<>(TOPIC, "key-" + i, value);
            record.headers()
                    .add(TIME, Instant.now().toString().getBytes(StandardCharsets.US_ASCII));
            var _ = producer.send(record);
            next += apart;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
