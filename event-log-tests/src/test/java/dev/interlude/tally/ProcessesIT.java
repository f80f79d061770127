package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalTopics;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Servers;
import dev.interlude.testkit.Tokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs more than one process of a service, or one after the other. */
class ProcessesIT {

    private static final Duration SOON = Patience.MOST;
    private static final int HEARD = 200;
    private static final int MANY = 40_000;

    private final Servers servers = Servers.get();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String topicPrefix = "processes-" + run + ".";
    private final Database database =
            servers.databases().ensure("tally_processes_" + run, "migrator", "service");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void topics() {
        LocalTopics.ensure(servers.kafka(), topicPrefix);
    }

    @AfterEach
    void drop() {
        servers.databases().drop(database);
        LocalTopics.drop(servers.kafka(), topicPrefix);
    }

    private Replica started() {
        return started(0);
    }

    private Replica started(int number) {
        Replica replica =
                Replica.start(
                        servers,
                        database,
                        topicPrefix,
                        Map.of("INTERLUDE_REPLICA", Integer.toString(number)));
        await().until(() -> replica.ready(http));
        return replica;
    }

    @Test
    void with_two_replicas_a_reaction_happens_once() throws Exception {
        System.setProperty("interlude.kafka", servers.kafka());
        System.setProperty("interlude.topic-prefix", topicPrefix);
        try (Replica first = started();
                Replica second = started(1);
                Heard planner = Heard.from("planner")) {
            String key = UUID.randomUUID().toString();
            for (int i = 1; i <= HEARD; i++) {
                planner.publish("window-" + key, "SomethingSaid", Map.of("what", "hello " + i));
            }
            String overheard = " from log where stream = 'tally-of-" + key + "'";
            await().until(() -> number("select count(*)" + overheard) >= HEARD);
            // each of them goes over all of it once more
            sql("update consumer set position = 0 where name like 'when-%'");
            await().until(() ->
                    number("select min(position) from consumer where name like 'when-%'")
                            >= number("select max(position) from log"));
            assertThat(number("select count(*)" + overheard)).isEqualTo(HEARD);
            assertThat(number("select count(distinct causation_id)" + overheard)).isEqualTo(HEARD);
            assertThat(first.process().isAlive() && second.process().isAlive()).isTrue();
        } finally {
            System.clearProperty("interlude.kafka");
            System.clearProperty("interlude.topic-prefix");
        }
    }

    @Test
    void a_key_is_forgotten_after_seven_days_and_not_before() throws Exception {
        String old = UUID.randomUUID().toString();
        String young = UUID.randomUUID().toString();
        String oldId;
        String youngId;
        try (Replica replica = started()) {
            oldId = begun(replica, old);
            youngId = begun(replica, young);
            assertThat(begun(replica, old)).isEqualTo(oldId);
            sql(age(old, "7 days 1 minute"));
            sql(age(young, "6 days 23 hours"));
        }
        try (Replica replica = started()) {
            await().until(() ->
                    number("select count(*) from idempotency where key = '" + old + "'") == 0);
            assertThat(begun(replica, old)).isNotEqualTo(oldId);
            assertThat(begun(replica, young)).isEqualTo(youngId);
        }
    }

    @Test
    void a_rebuild_goes_on_where_a_killed_process_had_come() throws Exception {
        try (Replica _ = started()) {
            // has made the schema
        }
        sql(ManyTallies.insert("killed", MANY, 2 * MANY));
        sql("update consumer set version = 0 where name = 'tally-view'");
        String progress = "select coalesce(max(position), 0) from rebuild.progress";
        try (Replica killed = started()) {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(SOON)
                    .until(() -> number(progress) > 0);
            killed.process().destroyForcibly().waitFor();
        }
        long reached = number(progress);
        assertThat(reached).isBetween(1L, 2L * MANY - 1);
        // as if the time of its lease had passed
        sql("update rebuild.progress set lease_until = now()");
        try (Replica next = started()) {
            await().until(() ->
                    number("select version from consumer where name = 'tally-view'") > 0);
            assertThat(next.lines())
                    .anyMatch(line ->
                            line.contains("rebuilding tally-view")
                                    && line.contains("from position " + reached));
        }
        assertThat(number("select count(*) from tally_view where total = 2 and steps = 2"))
                .isEqualTo(MANY);
    }

    @Test
    void without_the_key_for_texts_about_persons_it_does_not_start() throws Exception {
        try (Replica replica =
                Replica.start(
                        servers, database, topicPrefix, Map.of("INTERLUDE_PERSONAL_KEY", ""))) {
            assertThat(replica.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(replica.process().exitValue()).isNotZero();
            assertThat(replica.lastLine())
                    .startsWith("tally can't start:")
                    .contains("interlude.personal.key");
        }
    }

    private static String age(String key, String by) {
        return "update idempotency set at = clock_timestamp() - interval '%s' where key = '%s'"
                .formatted(by, key);
    }

    /** The id of the tally that this key began. */
    private String begun(Replica replica, String key) throws Exception {
        var request =
                HttpRequest.newBuilder(replica.at("/api/v1/tallies"))
                        .header("Authorization", "Bearer " + Tokens.ana())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement s = connection.createStatement();
                ResultSet result = s.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.url(), servers.user(), servers.password());
    }
}
