package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The topic that the service under test publishes to, as the broker has it. */
final class Topic {

    private Topic() {}

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("interlude.kafka", String.class);
    }

    static String name() {
        return ConfigProvider.getConfig().getValue("interlude.topic-prefix", String.class)
                + "planner.v1";
    }

    static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()));
    }

    static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Reads from the beginning until so many were found. */
    static List<ConsumerRecord<String, byte[]>> read(
            Predicate<ConsumerRecord<String, byte[]>> which, int many) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "metadata.max.age.ms",
                        1_000,
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(name()));
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> {
                                    if (which.test(record)) {
                                        found.add(record);
                                    }
                                });
                        return found.size() >= many;
                    });
        }
        return found;
    }
}
