package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Infra.class,
        initArgs = @ResourceArg(name = "interlude.topics.create", value = "true"))
class RelayIT {

    private static final Logger LOG = Logger.getLogger(RelayIT.class);
    private static final long LOG_LOCK = 0x1e7e4c0de0001L;
    private static final long RELAY_LOCK = 0x1e7e4c0de0002L;

    /** The session in which the relay leads. */
    static final String LEADING =
            " from pg_locks join pg_database d on d.oid = database where locktype = 'advisory' and"
                    + " d.datname = current_database() and ((classid::bigint << 32) |"
                    + " objid::bigint) = "
                    + RELAY_LOCK;

    private static final int BACKLOG = 100_000;

    @Inject Pool pool;

    /** All of the stream, as text, in the order in which the broker has it. */
    private static List<String> published(String id, int many) {
        return Topic.read(record -> record.key().equals(id), many).stream()
                .map(r ->
                        Topic.header(r, "ce_sequence")
                                + " "
                                + Topic.header(r, "ce_id")
                                + " "
                                + new String(r.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> stored(String id) {
        return Rows.of(
                pool,
                "select sequence || ' ' || id || ' ' || convert_from(data, 'UTF8') from log where"
                        + " stream = 'tally-"
                        + id
                        + "' order by position");
    }

    private double wentBack() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("interlude_relay_went_back_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private static void deleteTopic() throws Exception {
        try (var admin = Topic.admin()) {
            admin.deleteTopics(List.of(Topic.name())).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Ends the session in which the relay leads. */
    static void endLeadership(SqlClient client) {
        client.query("select pg_terminate_backend(pid)" + LEADING).execute().await().indefinitely();
    }

    @Test
    void what_the_broker_forgot_while_the_relay_lives_is_sent_again_byte_equal() throws Exception {
        String id = begin();
        count(id, 1);
        count(id, 2);
        assertThat(published(id, 3)).isEqualTo(stored(id));
        double before = wentBack();
        deleteTopic();
        await().until(() -> wentBack() > before);
        count(id, 3);
        assertThat(published(id, 4)).isEqualTo(stored(id));
    }

    @Test
    void a_new_leader_notices_that_the_broker_forgot() throws Exception {
        String id = begin();
        count(id, 1);
        assertThat(published(id, 2)).isEqualTo(stored(id));
        double before = wentBack();
        deleteTopic();
        endLeadership(pool);
        await().until(() -> wentBack() > before);
        assertThat(published(id, 2)).isEqualTo(stored(id));
    }

    @Test
    void one_that_is_no_longer_the_leader_moves_nothing_and_nothing_is_left_out() {
        String id = begin();
        assertThat(published(id, 1)).hasSize(1);
        Rows.of(pool, "update relay set leader_epoch = leader_epoch + 1 returning 1");
        for (int i = 1; i <= 5; i++) {
            count(id, i);
        }
        // the batch of the one that was deposed is repeated by the next leader
        await().untilAsserted(() ->
                assertThat(published(id, 6).stream().distinct()).isEqualTo(stored(id)));
    }

    @Test
    void a_lost_session_is_followed_by_another_within_seconds() {
        String id = begin();
        endLeadership(pool);
        long since = System.nanoTime();
        count(id, 1);
        // who lost the session may have sent it already: it is repeated then, never left out
        await().untilAsserted(() ->
                assertThat(published(id, 2).stream().distinct()).isEqualTo(stored(id)));
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_backlog_drains_in_order() {
        String type = "dev.interlude.tally.Nothing" + UUID.randomUUID() + ".v1";
        long since = System.nanoTime();
        pool.withTransaction(connection ->
                        connection
                                .query("select pg_advisory_xact_lock(" + LOG_LOCK + ")")
                                .execute()
                                .chain(() -> connection.query(backlog(type)).execute()))
                .await()
                .indefinitely();
        String newest =
                Rows.of(pool, "select max(position) from log where type = '" + type + "'")
                        .getFirst();
        await().until(() ->
                Rows.of(pool, "select position >= " + newest + " from relay")
                        .equals(List.of("true")));
        LOG.infof(
                "%d events sent in %d ms",
                BACKLOG, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
        var last = new HashMap<String, Long>();
        for (ConsumerRecord<String, byte[]> record :
                Topic.read(r -> Topic.header(r, "ce_type").equals(type), BACKLOG)) {
            long sequence = Long.parseLong(Topic.header(record, "ce_sequence"));
            assertThat(last.merge(record.key(), sequence, (a, b) -> b == a + 1 ? b : -1))
                    .isEqualTo(sequence);
        }
        assertThat(last).hasSize(100);
        assertThat(last.values().stream().flatMapToLong(LongStream::of).sum()).isEqualTo(BACKLOG);
    }

    private static String backlog(String type) {
        return "insert into log (position, source, epoch, stream, sequence, id, type, key,"
                + " occurred_at, recorded_at, actor, correlation_id, data) select (select"
                + " coalesce(max(position), 0) from log) + n, 'tally', 1, 'tally-' || md5('"
                + type
                + "' || n % 100), (n - 1) / 100 + 1, gen_random_uuid(), '"
                + type
                + "', md5('"
                + type
                + "' || n % 100), now(), now(), 'machine:test', gen_random_uuid(), '{\"n\":1}'"
                + " from generate_series(1, "
                + BACKLOG
                + ") as n order by n";
    }
}
