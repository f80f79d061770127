package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalTopics;
import dev.interlude.testkit.Servers;
import dev.interlude.testkit.Tokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the process begins and ends. */
class StartAndStopIT {

    private static final int CLIENTS = 32;

    private final Servers servers = Servers.get();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String topicPrefix = "start-" + run + ".";
    private final Database database =
            servers.databases().ensure("tally_start_" + run, "migrator", "service");

    @BeforeEach
    void topics() {
        LocalTopics.ensure(servers.kafka(), topicPrefix);
    }

    @AfterEach
    void drop() {
        servers.databases().drop(database);
        LocalTopics.drop(servers.kafka(), topicPrefix);
    }

    @Test
    void a_database_that_may_forget_what_it_acknowledged_is_refused() throws Exception {
        sql("alter role " + database.service().user() + " set synchronous_commit = off");
        try (var replica = Replica.start(servers, database, topicPrefix)) {
            assertThat(replica.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(replica.process().exitValue()).isNotZero();
            assertThat(replica.lastLine())
                    .startsWith("tally can't start: PostgreSQL runs with synchronous_commit = off");
        }
    }

    @Test
    void nothing_acknowledged_is_lost_and_what_is_under_way_is_answered() throws Exception {
        try (var replica = Replica.start(servers, database, topicPrefix);
                var http = HttpClient.newHttpClient()) {
            await().until(() -> replica.ready(http));
            var acknowledged = new AtomicInteger();
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                var all =
                        IntStream.range(0, CLIENTS)
                                .mapToObj(i ->
                                        clients.submit(() ->
                                                beginUntilItEnds(replica, http, acknowledged)))
                                .toList();
                try {
                    await().until(() -> acknowledged.get() > 300);
                } finally {
                    replica.process().destroy();
                }
                for (var client : all) {
                    client.get();
                }
            }
            assertThat(replica.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            // a request that comes at the very moment of closing may be begun and not answered: its
            // client asks again with its key; of those under way when the signal comes, none is
            // lost
            int stored = count("select count(*) from log where source = 'tally'");
            assertThat(stored).isBetween(acknowledged.get(), acknowledged.get() + CLIENTS / 8);
            assertThat(count("select count(*) from head where stream like 'tally-%'"))
                    .isEqualTo(stored);
        }
    }

    @Test
    void a_process_whose_log_went_back_under_it_ends() throws Exception {
        try (var replica = Replica.start(servers, database, topicPrefix);
                var http = HttpClient.newHttpClient()) {
            await().until(() -> replica.ready(http));
            assertThat(http.send(begin(replica), HttpResponse.BodyHandlers.discarding()))
                    .returns(201, HttpResponse::statusCode);
            // its database is exchanged for an earlier one
            assertThat(
                            count(
                                    "with gone as (delete from log returning 1) select count(*) from gone"))
                    .isPositive();
            assertThat(replica.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(replica.process().exitValue()).isEqualTo(1);
            assertThat(replica.lines()).anyMatch(line -> line.contains("was exchanged under this"));
        }
    }

    @Test
    void a_database_that_does_not_know_what_was_published_is_not_gone_on_with() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            try (var replica = Replica.start(servers, database, topicPrefix)) {
                await().until(() -> replica.ready(http));
                assertThat(http.send(begin(replica), HttpResponse.BodyHandlers.discarding()))
                        .returns(201, HttpResponse::statusCode);
                await().until(() -> count("select position from relay") > 0);
            }
            // a backup of before that, and nobody says so
            sql("delete from log");
            sql("delete from head");
            sql("update relay set position = 0, offsets = '{}'");
            sql("delete from relay_checkpoint");
            try (var replica = Replica.start(servers, database, topicPrefix)) {
                assertThat(replica.process().waitFor(90, TimeUnit.SECONDS)).isTrue();
                assertThat(replica.process().exitValue()).isEqualTo(1);
                assertThat(replica.lines()).anyMatch(line -> line.contains("interlude restored"));
            }
            // now somebody does
            sql("select interlude_restored('tally')");
            try (var replica = Replica.start(servers, database, topicPrefix)) {
                await().until(() -> replica.ready(http));
                await().until(() -> count("select position from relay") > 0);
            }
        }
    }

    private static HttpRequest begin(Replica replica) {
        return HttpRequest.newBuilder(replica.at("/api/v1/tallies"))
                .header("Authorization", "Bearer " + Tokens.ana())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    /** Every request is answered, or finds nobody to connect to. */
    private static Void beginUntilItEnds(
            Replica replica, HttpClient http, AtomicInteger acknowledged)
            throws InterruptedException {
        while (true) {
            var request =
                    HttpRequest.newBuilder(replica.at("/api/v1/tallies"))
                            .header("Authorization", "Bearer " + Tokens.ana())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))
                            .timeout(Duration.ofSeconds(20))
                            .build();
            try {
                int status =
                        http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status == 201) {
                    acknowledged.incrementAndGet();
                } else {
                    assertThat(status).isEqualTo(503);
                }
            } catch (ConnectException e) {
                return null;
            } catch (IOException e) {
                // the connection was closed under the request; whether it was begun, the tables
                // tell
                if (!replica.process().isAlive()) {
                    return null;
                }
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private int count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement s = connection.createStatement();
                ResultSet result = s.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.url(), servers.user(), servers.password());
    }
}
