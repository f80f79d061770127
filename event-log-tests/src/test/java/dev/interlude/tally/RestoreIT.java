package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.tally.Peer.said;
import static dev.interlude.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.PublishedEvent;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Databases that come back from a backup: a source's, and this service's own. */
@QuarkusTest
@QuarkusTestResource(value = InfraWithPeer.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreIT {

    private static final byte[] HELLO = "{\"what\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] POISON = "{\"what\":[}".getBytes(StandardCharsets.UTF_8);
    private static final Duration SOON = Patience.MOST;

    @Inject Log log;
    @Inject Pool pool;
    @Inject SaidTape tape;

    private final String stream = "window-" + UUID.randomUUID();
    private final String sick = "window-" + UUID.randomUUID();

    private static PublishedEvent event(
            int epoch, long position, String stream, long sequence, String name) {
        return new PublishedEvent(
                "planner",
                stream,
                sequence,
                position,
                "dev.interlude.planner." + name + ".v1",
                UUID.randomUUID(),
                Tokens.actor("ana"),
                Instant.now(),
                Instant.now(),
                epoch,
                null);
    }

    private static PublishedEvent something(
            int epoch, long position, String stream, long sequence) {
        return event(epoch, position, stream, sequence, "SomethingSaid");
    }

    private static byte[] restored(int epoch, long lastPosition) {
        return said(epoch, lastPosition).getBytes(StandardCharsets.UTF_8);
    }

    /** What of a stream is taken for true. */
    private List<UUID> live(String of) {
        return log.stream("planner", of, 0, 100)
                .map(events -> events.stream().map(LogEvent::id).toList())
                .await()
                .atMost(SOON);
    }

    private List<String> rows(String sql) {
        return Rows.of(pool, sql);
    }

    private static String rebuilds() {
        return String.valueOf(
                CommandPathIT.as(Tokens.root())
                        .get("/api/v1/projections")
                        .<List<String>>path("items.rebuiltAt"));
    }

    @Test
    @Order(1)
    void what_a_source_lost_is_void_and_what_was_made_of_it_is_made_anew() {
        var first = something(1, 1, stream, 1);
        var lost2 = something(1, 2, stream, 2);
        var lost3 = something(1, 3, stream, 3);
        var lostLate = something(1, 5, stream, 4);
        var poison = something(1, 4, sick, 1);
        var told = event(7, 2, "store-planner", 1, "StoreRestored");
        var anew = something(7, 3, stream, 2);
        var well = something(7, 4, sick, 1);
        try (Peer planner = Peer.planner();
                Heard kafka = Heard.from("planner")) {
            List.of(first, lost2, lost3).forEach(e -> send(planner, kafka, e, HELLO));
            send(planner, kafka, poison, POISON);
            await().untilAsserted(() -> {
                assertThat(live(stream)).containsExactly(first.id(), lost2.id(), lost3.id());
                assertThat(rows("select 1 from parked where stream = '" + sick + "'")).hasSize(1);
            });
            String before = rebuilds();

            planner.restore(7, 1, said(7, 1));
            planner.publish(told, restored(7, 1));
            planner.publish(anew, HELLO);
            planner.publish(well, HELLO);
            // the new history may come by Kafka before anybody has told of the restore
            kafka.send(anew, HELLO);
            await().untilAsserted(() -> {
                assertThat(live(stream)).containsExactly(first.id(), anew.id());
                assertThat(live(sick)).containsExactly(well.id());
                assertThat(tape.of(stream)).containsExactly(first.id(), anew.id());
            });
            // and what was lost may come late
            kafka.send(lostLate, HELLO);
            kafka.send(lost3, HELLO);
            send(planner, kafka, something(7, 5, stream, 3), HELLO);
            await().untilAsserted(() -> assertThat(live(stream)).hasSize(3));
            assertThat(rows("select 1 from parked")).isEmpty();
            assertThat(rows("select 1 from log where id = '" + lostLate.id() + "'")).isEmpty();
            assertThat(rows("select 1 from log where stream = '" + stream + "'")).hasSize(5);
            await().untilAsserted(() -> assertThat(rebuilds()).isNotEqualTo(before));
        }
        String overheard = "tally-of-" + stream.substring("window-".length());
        await().untilAsserted(() ->
                assertThat(rows("select 1 from log where stream = '" + overheard + "'"))
                        .hasSize(5));
    }

    @Test
    @Order(2)
    void one_backup_may_be_restored_twice() {
        try (Peer planner = Peer.planner();
                Heard kafka = Heard.from("planner")) {
            var kept = something(7, 20, stream, 1);
            planner.restore(7, 20, said(7, 1));
            planner.publish(kept, HELLO);
            var once = something(8, 22, stream, 2);
            planner.publish(once, HELLO);
            planner.restore(8, 20, said(7, 1), said(8, 20));
            planner.publish(event(8, 21, "store-planner", 2, "StoreRestored"), restored(8, 20));
            send(planner, kafka, once, HELLO);
            await().untilAsserted(() -> assertThat(live(stream)).contains(once.id()));
            var twice = something(9, 22, stream, 2);
            planner.restore(9, 20, said(7, 1), said(9, 20));
            planner.publish(event(9, 21, "store-planner", 2, "StoreRestored"), restored(9, 20));
            send(planner, kafka, twice, HELLO);
            await().untilAsserted(() ->
                    assertThat(live(stream)).contains(twice.id()).doesNotContain(once.id()));
            assertThat(rows("select 1 from parked")).isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_restored_service_begins_an_epoch_and_tells_all() throws SQLException {
        String id = begin();
        count(id, 2);
        long last = Long.parseLong(rows("select max(position) from log").getFirst());
        assertThatThrownBy(() -> restore("planner")).hasMessageContaining("another service");
        int epoch = restore("tally");
        int again = restore("tally");
        assertThat(epoch).isGreaterThan(1);
        assertThat(again).isGreaterThan(epoch);
        count(id, 3);
        assertThat(
                        rows(
                                "select epoch from log where stream = 'tally-"
                                        + id
                                        + "' order by"
                                        + " sequence"))
                .containsExactly("1", "1", String.valueOf(again));
        List<String> published =
                given().auth()
                        .oauth2(Tokens.service("planner"))
                        .get("/api/v1/published?after=" + last)
                        .asString()
                        .lines()
                        .toList();
        assertThat(published.getFirst())
                .contains("StoreRestored")
                .contains("\"storeepoch\":\"" + epoch);
        assertThat(published.getLast()).contains(said(epoch, last)).contains("\"epoch\":" + again);
        var told =
                Topic.read(
                        message -> Topic.header(message, "ce_type").endsWith(".StoreRestored.v1"),
                        2);
        assertThat(new String(told.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo(said(epoch, last));
    }

    private static void send(Peer planner, Heard kafka, PublishedEvent event, byte[] data) {
        planner.publish(event, data);
        kafka.send(event, data);
    }

    private static int restore(String service) throws SQLException {
        var config = ConfigProvider.getConfig();
        String url = "jdbc:postgresql://" + config.getValue("interlude.db.url", String.class);
        try (Connection connection =
                        DriverManager.getConnection(
                                url,
                                config.getValue("interlude.db.migrator.user", String.class),
                                config.getValue("interlude.db.migrator.password", String.class));
                var statement =
                        connection.prepareStatement("select * from interlude_restored(?)")) {
            statement.setString(1, service);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt("new_epoch");
            }
        }
    }
}
