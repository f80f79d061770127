package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class UpcastIT {

    @Inject Pool pool;

    @Inject CommandHandler<TallyCommand, TallyEvent, Tally> tallies;

    @Test
    void a_stream_with_an_old_version_folds_goes_on_and_keeps_its_bytes() {
        String id = begin();
        String old = "{\"tallyId\":\"" + id + "\",\"ringAt\":\"2199-01-01T10:00:00Z\"}";
        append(id, "BellMoved.v1", old);
        assertThat(tallies.fold(id).await().atMost(Patience.MOST).state().ringAt())
                .isEqualTo(Instant.parse("2199-01-01T10:00:00Z"));
        as(Tokens.ana())
                .header("If-Match", "\"2\"")
                .body(Map.of("ringAt", "2199-01-02T10:00:00Z"))
                .patch("/api/v1/tallies/" + id)
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("dev.interlude.tally.BellMoved.v2"));
        assertThat(
                        Rows.of(
                                pool,
                                "select convert_from(data, 'UTF8') from log where stream = 'tally-"
                                        + id
                                        + "' and sequence = 2"))
                .containsExactly(old);
    }

    @Test
    void a_stream_with_an_event_of_a_newer_build_says_so() {
        String id = begin();
        append(id, "TallyStruck.v1", "{}");
        as(Tokens.ana())
                .get("/api/v1/tallies/" + id)
                .then()
                .statusCode(500)
                .body("code", equalTo("stream-unreadable"))
                .body("detail", containsString("2 of tally-" + id))
                .body("detail", containsString("TallyStruck.v1 is unknown to this build"));
    }

    /** As another build would have. */
    private void append(String id, String type, String data) {
        pool.withTransaction(connection ->
                        connection
                                .query("select pg_advisory_xact_lock(" + 0x1e7e4c0de0001L + ")")
                                .execute()
                                .chain(() -> connection.query(insert(id, type, data)).execute())
                                .chain(() ->
                                        connection
                                                .query(
                                                        "update head set sequence = 2,"
                                                                + " command_sequence = 2 where"
                                                                + " stream = 'tally-"
                                                                + id
                                                                + "'")
                                                .execute()))
                .await()
                .indefinitely();
    }

    private static String insert(String id, String type, String data) {
        return """
        insert into log (position, source, epoch, stream, sequence, id, type, key, occurred_at,
                         recorded_at, actor, correlation_id, data)
        select max(position) + 1, 'tally', 1, 'tally-%1$s', 2, uuidv7(),
               'dev.interlude.tally.%2$s', '%1$s', now(), now(), 'person:p_old', uuidv7(),
               convert_to('%3$s', 'UTF8')
          from log
        """
                .formatted(id, type, data);
    }
}
