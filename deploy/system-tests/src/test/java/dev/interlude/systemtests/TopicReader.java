package dev.interlude.systemtests;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A dashboard on the topics: reads all of them from their beginning. */
final class TopicReader implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("planner", "checklist", "notices", "notifier", "postmortem");

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<PublishedRecord> seen = new ArrayList<>();

    TopicReader(String bootstrap) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : TOPICS) {
            consumer.partitionsFor("interlude." + topic + ".v1")
                    .forEach(p -> all.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** All that lies there by now. */
    List<PublishedRecord> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(read(record)));
        }
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }

    private static PublishedRecord read(ConsumerRecord<String, byte[]> record) {
        return new PublishedRecord(
                record.topic(),
                header(record, "ce_source").replace("/interlude/", ""),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_sequence")),
                record.key(),
                header(record, "ce_type"),
                Arrays.stream(record.headers().toArray()).map(Header::key).collect(toSet()),
                record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
