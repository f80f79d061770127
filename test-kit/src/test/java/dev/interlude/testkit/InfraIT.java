package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class InfraIT {

    private static Map<String, Object> kafka(Map<String, String> config) {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.get("interlude.kafka"));
    }

    @Test
    void each_start_has_a_database_and_topics_of_its_own() throws Exception {
        var one = new Infra();
        var two = new Infra();
        Map<String, String> first = one.start();
        Map<String, String> second = two.start();
        assertThat(first.get("interlude.kafka")).isEqualTo(second.get("interlude.kafka"));
        assertThat(first.get("interlude.db.url")).isNotEqualTo(second.get("interlude.db.url"));
        try (var connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://" + first.get("interlude.db.url"),
                        first.get("interlude.db.user"),
                        first.get("interlude.db.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        try (Admin admin = Admin.create(kafka(first))) {
            String prefix = first.get("interlude.topic-prefix");
            // a broker's list of topics follows what it acknowledged a moment later
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get())
                                    .contains(
                                            prefix + "planner.v1",
                                            second.get("interlude.topic-prefix") + "planner.v1"));
            one.stop();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get())
                                    .noneMatch(name -> name.startsWith(prefix)));
        }
        two.stop();
    }
}
