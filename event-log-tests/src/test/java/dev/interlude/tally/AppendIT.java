package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Ids;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.VersionDiffers;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Servers;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appends under a full queue, in races, and over connections that break at the worst moment. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class AppendIT {

    /** The lock that every writer of the log takes; a test that holds it stops them. */
    private static final String LOCK = "select pg_advisory_xact_lock(x'1e7e4c0de0001'::bigint)";

    private static final int QUEUE = 1_024;
    private static final int BATCH = 256;

    @Inject Pool pool;
    @Inject CommandHandler<TallyCommand, TallyEvent, Tally> tallies;

    @ConfigProperty(name = "interlude.db.url")
    String database;

    @ConfigProperty(name = "interlude.db.user")
    String role;

    @AfterEach
    void log_heads_keys_and_timers_agree() {
        assertThat(rows("select 1 from log having max(position) <> count(*)")).isEmpty();
        assertThat(
                        rows(
                                "select stream from head full join (select stream, max(sequence) as"
                                        + " last, count(*) as events from log where source = 'tally'"
                                        + " group by stream) as logged using (stream) where sequence"
                                        + " is distinct from last or events is distinct from last"))
                .isEmpty();
        assertThat(
                        rows(
                                "select key from idempotency i where (select count(*) from log where"
                                        + " log.stream = i.stream and source = 'tally' and sequence"
                                        + " between from_sequence and to_sequence) <> to_sequence -"
                                        + " from_sequence + 1"))
                .isEmpty();
        assertThat(
                        rows(
                                "select name from due where not exists (select 1 from log where"
                                        + " log.stream = due.stream and sequence ="
                                        + " planned_by_sequence)"))
                .isEmpty();
        assertThat(
                        rows(
                                "select 1 from head where ordinal is not null and stream like"
                                        + " 'tally-%' having count(*) <> coalesce(max(ordinal), 0) or"
                                        + " count(distinct ordinal) <> count(*)"))
                .isEmpty();
    }

    @Test
    void a_full_queue_is_refused_at_once_and_all_that_was_accepted_is_stored() throws Exception {
        int more = 100;
        var answers = new ArrayList<CompletableFuture<Handled<TallyEvent, Tally>>>();
        try (Connection holder = admin()) {
            holder.setAutoCommit(false);
            execute(holder, LOCK);
            for (int i = 0; i < BATCH + QUEUE + more; i++) {
                answers.add(beginning());
            }
            await().until(() -> failed(answers).count() >= more);
            as(Tokens.ana())
                    .body("{}")
                    .post("/api/v1/tallies")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("queue-full"));
            holder.rollback();
        }
        await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
        assertThat(failed(answers).map(AppendIT::codeOf)).containsOnly("queue-full");
        List<String> accepted =
                answers.stream()
                        .filter(answer -> !answer.isCompletedExceptionally())
                        .map(answer -> answer.join().state().id())
                        .toList();
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(QUEUE);
        assertThat(rows("select key from log where type like '%TallyBegun.v1'"))
                .containsAll(accepted);
    }

    @Test
    void who_loses_a_race_in_a_batch_harms_no_neighbour() throws Exception {
        String shared = begin();
        List<String> others = IntStream.range(0, 10).mapToObj(i -> begin()).toList();
        var rivals = new ArrayList<CompletableFuture<Handled<TallyEvent, Tally>>>();
        var neighbours = new ArrayList<CompletableFuture<Handled<TallyEvent, Tally>>>();
        try (Connection holder = admin()) {
            holder.setAutoCommit(false);
            execute(holder, LOCK);
            for (String other : others) {
                rivals.add(counting(shared, 1L));
                neighbours.add(counting(other, 1L));
            }
            await().until(() -> waiting() > 0);
            holder.rollback();
        }
        assertThat(neighbours)
                .allSatisfy(answer -> assertThat(answer.join().state().total()).isEqualTo(1));
        await().until(() -> rivals.stream().allMatch(CompletableFuture::isDone));
        assertThat(rivals.stream().filter(rival -> !rival.isCompletedExceptionally())).hasSize(1);
        assertThat(failed(rivals)).allMatch(VersionDiffers.class::isInstance);
        as(Tokens.ana()).get("/api/v1/tallies/" + shared).then().body("total", equalTo(1));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_and_counts_once() throws Exception {
        String key = UUID.randomUUID().toString();
        String id = begin();
        awaitHeardAgain();
        CompletableFuture<Response> answer;
        try (Connection admin = admin()) {
            // a commit now waits for a standby that never comes, when it has happened already
            execute(admin, "alter system set synchronous_standby_names = 'nobody'");
            execute(admin, "select pg_reload_conf()");
            try {
                answer = CompletableFuture.supplyAsync(() -> counted(id, key));
                await().until(() -> killed(admin, COMMITTING));
            } finally {
                execute(admin, "alter system reset synchronous_standby_names");
                execute(admin, "select pg_reload_conf()");
            }
        }
        Response first = answer.join();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.<Integer>path("total")).isEqualTo(1);
        assertThat(counted(id, key).asString()).isEqualTo(first.asString());
        assertThat(rows("select 1 from log where stream = 'tally-" + id + "'")).hasSize(2);
    }

    @Test
    void an_outcome_that_nobody_can_tell_is_said_to_be_unknown_and_told_later() throws Exception {
        String key = UUID.randomUUID().toString();
        String id = begin();
        awaitHeardAgain();
        CompletableFuture<Response> answer;
        try (Connection admin = admin()) {
            execute(admin, "alter system set synchronous_standby_names = 'nobody'");
            execute(admin, "select pg_reload_conf()");
            try {
                answer = CompletableFuture.supplyAsync(() -> counted(id, key));
                await().until(() -> committing(admin));
                // the session breaks, and no other can be had; what is done for it waits for nobody
                execute(admin, "set synchronous_commit = local");
                execute(admin, "alter role " + role + " nologin");
                // the others first, or the outcome is looked up by one of them
                await().until(() -> ended(admin, "not (" + COMMITTING + ")") == 0);
                await().until(() -> ended(admin, "true") == 0);
                Response unknown = answer.get(Patience.MOST.toSeconds(), TimeUnit.SECONDS);
                assertThat(unknown.statusCode()).isEqualTo(503);
                assertThat(unknown.<String>path("code")).isEqualTo("outcome-unknown");
            } finally {
                execute(admin, "alter role " + role + " login");
                execute(admin, "alter system reset synchronous_standby_names");
                execute(admin, "select pg_reload_conf()");
            }
        }
        await().until(() -> counted(id, key).statusCode() == 200);
        assertThat(counted(id, key).<Integer>path("total")).isEqualTo(1);
        assertThat(rows("select 1 from log where stream = 'tally-" + id + "'")).hasSize(2);
    }

    /**
     * This service hears what it sends, and commits how far it has heard: until that is done, not
     * every commit is one of the test's.
     */
    private void awaitHeardAgain() {
        await().until(() ->
                !rows("select 1 from relay where position = (select max(position) from log)"
                                + " and not exists (select from jsonb_each_text(offsets) as"
                                + " sent (place, newest) where not exists (select from"
                                + " heard_offset where topic || '/' || partition = place"
                                + " and next_offset > newest::bigint))")
                        .isEmpty());
    }

    /** Ends the sessions of this application that are like that; how many there were. */
    private int ended(Connection admin, String which) throws SQLException {
        try (var statement = admin.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                        + " where usename = '"
                                        + role
                                        + "' and "
                                        + which)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean committing(Connection admin) throws SQLException {
        try (var statement = admin.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select 1 from pg_stat_activity where datname = current_database()"
                                        + " and state = 'active' and "
                                        + COMMITTING)) {
            return rows.next();
        }
    }

    @Test
    void what_was_not_committed_is_said_to_be_so_and_can_be_asked_again() throws Exception {
        String key = UUID.randomUUID().toString();
        String id = begin();
        try (Connection holder = admin();
                Connection admin = admin()) {
            holder.setAutoCommit(false);
            // the writer gets as far as its rows, and waits there for this one's end
            execute(
                    holder,
                    "insert into idempotency values ('person:"
                            + Tokens.idOf("ana")
                            + "', '"
                            + key
                            + "', '', 200, 'tally-"
                            + id
                            + "', 1, 1, now())");
            CompletableFuture<Response> answer =
                    CompletableFuture.supplyAsync(() -> counted(id, key));
            await().until(() -> killed(admin, STORING));
            Response lost = answer.join();
            assertThat(lost.statusCode()).isEqualTo(503);
            assertThat(lost.<String>path("code")).isEqualTo("store-unavailable");
            assertThat(lost.header("Retry-After")).isEqualTo("1");
            holder.rollback();
        }
        counted(id, key).then().statusCode(200).body("total", equalTo(1));
        counted(id, key).then().statusCode(200).body("total", equalTo(1));
        count(id, 1).then().body("total", equalTo(2));
    }

    private static final String COMMITTING = "query = 'commit' and wait_event = 'SyncRep'";
    private static final String STORING = "query like 'with logged%' and wait_event_type = 'Lock'";

    /** Ends the session of this application that is just doing that; false when there is none. */
    private boolean killed(Connection admin, String doing) throws SQLException {
        try (var statement = admin.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select pg_terminate_backend(pid) from pg_stat_activity where"
                                        + " datname = current_database() and state = 'active' and "
                                        + doing)) {
            return rows.next();
        }
    }

    private long waiting() {
        return Long.parseLong(
                rows("select count(*) from pg_stat_activity where datname ="
                                + " current_database() and wait_event = 'advisory'")
                        .getFirst());
    }

    private CompletableFuture<Handled<TallyEvent, Tally>> beginning() {
        String id = Ids.next().toString();
        return tallies.handle(how(id, "Begin", null), act -> new TallyCommand.Begin(act, id, null))
                .subscribeAsCompletionStage();
    }

    private CompletableFuture<Handled<TallyEvent, Tally>> counting(String id, Long seen) {
        return tallies.handle(how(id, "Count", seen), act -> new TallyCommand.Count(act, 1))
                .subscribeAsCompletionStage();
    }

    private static Invocation how(String id, String command, @Nullable Long seen) {
        return new Invocation(
                "tally-" + id,
                command,
                Actor.person(Tokens.idOf("ana")),
                Authority.system(),
                Ids.next(),
                null,
                null,
                Ids.next().toString(),
                new byte[32],
                200,
                seen,
                false);
    }

    private static Response counted(String id, String key) {
        return as(Tokens.ana())
                .header("Idempotency-Key", key)
                .body("{\"by\":1}")
                .post("/api/v1/tallies/" + id + "/counts");
    }

    private static Stream<Throwable> failed(
            List<CompletableFuture<Handled<TallyEvent, Tally>>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(answer -> {
                    Throwable failure = answer.exceptionNow();
                    return failure instanceof CompletionException wrapped
                                    && wrapped.getCause() != null
                            ? wrapped.getCause()
                            : failure;
                });
    }

    private static String codeOf(Throwable failure) {
        return failure instanceof Problem problem ? problem.code() : failure.toString();
    }

    private List<String> rows(String sql) {
        return Rows.of(pool, sql);
    }

    private Connection admin() throws SQLException {
        Servers servers = Servers.get();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database, servers.user(), servers.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
