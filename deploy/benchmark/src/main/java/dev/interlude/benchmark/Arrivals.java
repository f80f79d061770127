package dev.interlude.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A consumer at the end of a topic that notes how long each event took to come. */
final class Arrivals implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final KafkaConsumer<String, byte[]> consumer;
    private final String timeHeader;
    private final Latencies latencies = new Latencies();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param timeHeader the header with the instant that is counted from, RFC 3339
     */
    Arrivals(String bootstrap, String topic, String timeHeader) {
        this.timeHeader = timeHeader;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("arrivals").start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    note(record);
                }
            }
        } catch (WakeupException e) {
            // closed
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        Header time = record.headers().lastHeader(timeHeader);
        if (time == null) {
            throw new BenchmarkFailed("an event without " + timeHeader, null);
        }
        Instant from = Instant.parse(new String(time.value(), StandardCharsets.US_ASCII));
        latencies.add(from.until(Instant.now(), ChronoUnit.NANOS));
    }

    /** Ends, and tells what came. */
    Sample taken(Duration time) {
        close();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Sample(latencies.taken(), time.toNanos(), 0);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
