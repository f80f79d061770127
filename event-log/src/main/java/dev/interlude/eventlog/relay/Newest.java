package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.LogConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The newest events of this service that the broker has, one of each partition. */
final class Newest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private Newest() {}

    /**
     * Reads them; of a partition that is empty, or holds nothing of this service at its end, none.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time
     */
    static List<HeardEvent> of(LogConfig config, Topics topics) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings(config),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            Set<TopicPartition> wanted = atTheEnd(consumer, topics);
            var newest = new ArrayList<HeardEvent>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!wanted.isEmpty() && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    wanted.remove(new TopicPartition(record.topic(), record.partition()));
                    own(record, config.service(), newest);
                }
            }
            return newest;
        }
    }

    private static Set<TopicPartition> atTheEnd(
            KafkaConsumer<byte[], byte[]> consumer, Topics topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : topics.own()) {
            consumer.partitionsFor(topic, PATIENCE)
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        var filled = new HashSet<TopicPartition>();
        ends.forEach((partition, end) -> {
            if (end > begins.getOrDefault(partition, 0L)) {
                filled.add(partition);
            }
        });
        consumer.assign(filled);
        filled.forEach(partition -> consumer.seek(partition, ends.getOrDefault(partition, 1L) - 1));
        return filled;
    }

    private static void own(
            ConsumerRecord<byte[], byte[]> record, String service, List<HeardEvent> newest) {
        try {
            HeardEvent event = CloudEvents.heard(record.headers(), record.value());
            if (event.source().equals(service)) {
                newest.add(event);
            }
        } catch (IllegalArgumentException e) {
            // none of ours
        }
    }

    private static Map<String, Object> settings(LogConfig config) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.kafka(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "newest-" + config.service() + "-" + config.replica(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000);
    }
}
