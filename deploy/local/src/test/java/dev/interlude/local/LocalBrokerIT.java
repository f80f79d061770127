package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {

    @TempDir Path dir;

    private LocalBroker.Settings settings() {
        List<Integer> ports = Ports.free(2);
        return new LocalBroker.Settings(
                dir.resolve("broker"), dir.resolve("logs"), ports.getFirst(), ports.getLast());
    }

    private static TopicDescription describe(String bootstrap, String topic) throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next();
        }
    }

    @Test
    void topics_are_kept_after_a_kill_and_none_is_made_by_itself() throws Exception {
        LocalBroker.Settings settings = settings();
        try (var broker = LocalBroker.start(House.here(), settings)) {
            LocalTopics.ensure(broker.bootstrap(), "interlude.");
            LocalTopics.ensure(broker.bootstrap(), "interlude.");
            broker.child().kill();
        }
        try (var broker = LocalBroker.start(House.here(), settings)) {
            assertThat(describe(broker.bootstrap(), "interlude.notices.v1").partitions())
                    .hasSize(12);
            assertThat(describe(broker.bootstrap(), "interlude.log.v1").partitions()).hasSize(1);
            assertThatThrownBy(() -> describe(broker.bootstrap(), "interlude.other.v1"))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
