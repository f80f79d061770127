package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.LogConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** This service's topics as the broker has them. */
final class BrokerTopics implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final Set<String> topics;

    BrokerTopics(LogConfig config, Set<String> topics) {
        this.topics = topics;
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                config.kafka(),
                                AdminClientConfig.CLIENT_ID_CONFIG,
                                "relay-watch-" + config.service() + "-" + config.replica(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                PATIENCE_MILLIS,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                1_500,
                                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                500));
    }

    /** Makes those that are missing. */
    void make() throws InterruptedException, ExecutionException {
        List<NewTopic> wanted =
                topics.stream()
                        .map(topic -> new NewTopic(topic, Topics.PARTITIONS, (short) 1))
                        .toList();
        for (var made : admin.createTopics(wanted).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    Collection<TopicPartition> partitions() throws InterruptedException, ExecutionException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(BrokerTopics::partitions)
                .toList();
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    /** The offset behind the last record of each partition. */
    Marks ends(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        var ends = new HashMap<String, Long>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((partition, end) ->
                        ends.put(
                                Marks.partition(partition.topic(), partition.partition()),
                                end.offset()));
        return new Marks(ends);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
