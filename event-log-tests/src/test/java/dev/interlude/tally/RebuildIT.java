package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class RebuildIT {

    private static final String ROWS = "select id || ' ' || total || ' ' || steps from tally_view";
    private static final String FOLDED =
            "select key || ' ' || sum((convert_from(data, 'UTF8')::jsonb ->> 'by')::bigint) || ' '"
                    + " || count(*) from log where type like '%.Counted.v_' and source = 'tally'"
                    + " group by key";

    private static final String HEAD = "(select max(position) from log)";

    /** What the last step of a rebuild waits with. */
    private static final String SWAPPING =
            "select 1 from pg_stat_activity where datname = current_database() and wait_event_type ="
                    + " 'Lock' and query like 'select position from consumer%wanted_at%for update'";

    @Inject Pool pool;

    @Inject TallyView view;

    @AfterEach
    void mend() {
        view.mend();
    }

    @Test
    void rows_made_anew_are_those_that_live_ones_have_become_meanwhile() throws Exception {
        String prefix = many(12_000, 30_000);
        long before = rows();
        var reading = new AtomicBoolean(true);
        var fewest = new AtomicLong(Long.MAX_VALUE);
        var reader =
                CompletableFuture.runAsync(() -> {
                    while (reading.get()) {
                        fewest.accumulateAndGet(rows(), Math::min);
                    }
                });
        String id = begin();
        rebuild();
        int counted = 0;
        while (isRebuilding()) {
            count(id, 1);
            counted++;
        }
        count(id, 1);
        reading.set(false);
        reader.get();
        assertThat(counted).as("counts while it was rebuilt").isPositive();
        assertThat(fewest.get()).as("rows that any reader saw").isGreaterThanOrEqualTo(before);
        awaitRowsAsFolded();
        assertThat(Rows.of(pool, ROWS + " where id = '" + id + "'"))
                .containsExactly(id + " " + (counted + 1) + " " + (counted + 1));
        assertThat(prefix).isNotBlank();
    }

    @Test
    void what_another_replica_folds_last_is_in_the_rows_made_anew() {
        String id = begin();
        count(id, 1);
        awaitRowsAsFolded();
        SqlConnection first = pool.getConnection().await().indefinitely();
        SqlConnection other = pool.getConnection().await().indefinitely();
        try {
            // the rebuild waits here until the other replica has the live position
            run(first, "begin; lock rebuild.progress in share row exclusive mode");
            rebuild();
            run(other, "begin; select 1 from consumer where name = 'tally-view' for update");
            run(first, "commit");
            await().until(() -> !Rows.of(pool, SWAPPING).isEmpty());
            run(other, "select pg_advisory_xact_lock(" + 0x1e7e4c0de0001L + ")");
            run(other, ManyTallies.insert("last" + id, 1, 1));
            run(other, "insert into tally_view values ('last" + id + "-0', 1, 1)");
            run(other, "update consumer set position = " + HEAD + " where name = 'tally-view'");
            run(other, "commit");
        } finally {
            first.close().await().indefinitely();
            other.close().await().indefinitely();
        }
        awaitRebuilt();
        assertThat(Rows.of(pool, "select position from consumer where name = 'tally-view'"))
                .isEqualTo(Rows.of(pool, "select " + HEAD));
        assertThat(sorted(ROWS)).isEqualTo(sorted(FOLDED));
    }

    @Test
    void what_is_wrong_in_the_rows_is_right_afterwards() {
        String id = begin();
        count(id, 3);
        awaitRowsAsFolded();
        run("update tally_view set total = -1 where id = '" + id + "'");
        run("insert into tally_view values ('ghost', 1, 1)");
        rebuild();
        awaitRebuilt();
        awaitRowsAsFolded();
    }

    @Test
    void a_rebuild_that_stops_halfway_goes_on_from_there_and_says_where() {
        String prefix = many(12_000, 12_000);
        String last =
                Rows.of(pool, "select max(position) from log where key like '" + prefix + "%'")
                        .getFirst();
        view.breakAt(event -> event.position() == Long.parseLong(last));
        rebuild();
        await().untilAsserted(() ->
                as(Tokens.root())
                        .get("/api/v1/projections")
                        .then()
                        .body(
                                "items.find { it.name == 'tally-view' }.failing",
                                containsString("position " + last)));
        String reached = "select position || ' ' || begun_at from rebuild.progress";
        String halfway = Rows.of(pool, reached).getFirst();
        assertThat(halfway).startsWith((Long.parseLong(last) - 1) + " ");
        run(
                "update rebuild.progress set worker = '"
                        + UUID.randomUUID()
                        + "', lease_until = now()");
        as(Tokens.ana()).get("/q/health/well").then().statusCode(503);
        assertThat(Rows.of(pool, reached)).containsExactly(halfway);
        view.mend();
        awaitRebuilt();
        awaitRowsAsFolded();
    }

    @Test
    void rows_of_an_older_version_are_made_anew_unasked() {
        String id = begin();
        count(id, 5);
        awaitRowsAsFolded();
        run("update tally_view set steps = 0");
        run("update consumer set version = 1 where name = 'tally-view'");
        await().untilAsserted(() ->
                assertThat(
                                Rows.of(
                                        pool,
                                        "select version from consumer where name ="
                                                + " 'tally-view'"))
                        .containsExactly("2"));
        awaitRowsAsFolded();
    }

    @Test
    void rows_of_a_newer_version_are_left_to_newer_builds() {
        String id = begin();
        run("update consumer set version = 3 where name = 'tally-view'");
        count(id, 5);
        await().untilAsserted(() ->
                as(Tokens.root())
                        .get("/api/v1/projections")
                        .then()
                        .body(
                                "items.find { it.name == 'tally-view' }.failing",
                                containsString("version 3")));
        assertThat(Rows.of(pool, ROWS + " where id = '" + id + "'")).isEmpty();
        run("update consumer set version = 2 where name = 'tally-view'");
        awaitRowsAsFolded();
    }

    @Test
    void of_two_replicas_one_rebuilds() {
        Instant until = Instant.now().plusSeconds(3);
        run(
                "insert into rebuild.progress (name, version, position, worker, lease_until) values"
                        + " ('tally-view', 2, 0, '"
                        + UUID.randomUUID()
                        + "', '"
                        + until
                        + "')");
        rebuild();
        awaitRebuilt();
        String rebuiltAt =
                standings().getString("items.find { it.name == 'tally-view' }.rebuiltAt");
        assertThat(Instant.parse(rebuiltAt)).isAfter(until);
    }

    @Test
    void admins_ask_and_auditors_see() {
        as(Tokens.ana()).get("/api/v1/projections").then().statusCode(403);
        as(Tokens.ana()).post("/api/v1/projections/tally-view/rebuild").then().statusCode(403);
        as(Tokens.root())
                .post("/api/v1/projections/nothing/rebuild")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        rebuild();
        awaitRebuilt();
        as(Tokens.root())
                .get("/api/v1/projections")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("tally-view"))
                .body("items[0].version", equalTo(2))
                .body("items[0].position", notNullValue())
                .body("items[0].rebuiltAt", notNullValue());
    }

    private String many(int tallies, int counts) {
        String prefix = "many" + UUID.randomUUID().toString().substring(0, 8);
        ManyTallies.count(pool, prefix, tallies, counts);
        awaitRowsAsFolded();
        return prefix;
    }

    private long rows() {
        return Long.parseLong(Rows.of(pool, "select count(*) from tally_view").getFirst());
    }

    private static void rebuild() {
        as(Tokens.root())
                .post("/api/v1/projections/tally-view/rebuild")
                .then()
                .statusCode(202)
                .body("name", equalTo("tally-view"))
                .body("rebuilding.reason", containsString("asked for by person:"));
    }

    private static JsonPath standings() {
        return as(Tokens.root())
                .get("/api/v1/projections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static boolean isRebuilding() {
        return standings().get("items.find { it.name == 'tally-view' }.rebuilding") != null;
    }

    private static void awaitRebuilt() {
        await().until(() -> !isRebuilding());
    }

    private void awaitRowsAsFolded() {
        await().untilAsserted(() -> assertThat(sorted(ROWS)).isEqualTo(sorted(FOLDED)));
    }

    private List<String> sorted(String sql) {
        return Rows.of(pool, sql).stream().sorted().toList();
    }

    private void run(String sql) {
        run(pool, sql);
    }

    private static void run(SqlClient client, String sql) {
        client.query(sql).execute().await().indefinitely();
    }
}
