package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static dev.interlude.tally.CommandPathIT.begin;
import static dev.interlude.tally.CommandPathIT.count;
import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With few connections, so that most requests wait for one. */
@QuarkusTest
@QuarkusTestResource(
        value = Infra.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "quarkus.datasource.reactive.max-size", value = "6"))
class ConnectionsIT {

    private static final int SIZE = 6;
    private static final int HANG_UPS = 1_000;

    /** The leading relay keeps one for itself. */
    private static final int FOR_ALL = SIZE - 1;

    @Inject Pool pool;

    @Test
    void a_thousand_clients_that_hang_up_leave_no_connection_behind() throws InterruptedException {
        String id = begin();
        List<String> requests =
                List.of(
                        get("/api/v1/tallies/" + id + "/view"),
                        get("/api/v1/tallies/" + id),
                        post("/api/v1/tallies/" + id + "/counts", "{\"by\":1}"),
                        post("/api/v1/tallies", "{}"));
        var random = new Random(7);
        List<Runnable> clients =
                IntStream.range(0, HANG_UPS)
                        .mapToObj(i -> requests.get(random.nextInt(requests.size())))
                        .<Runnable>map(request -> {
                            int micros = random.nextInt(20_000);
                            return () -> hangUp(request, micros);
                        })
                        .toList();
        try (var threads = Executors.newFixedThreadPool(100, Thread.ofVirtual().factory())) {
            clients.forEach(threads::execute);
        }

        awaitAllCanBeHadAtOnce();
        await().untilAsserted(() -> assertThat(openTransactions()).isEqualTo("0"));
        count(id, 1).then().statusCode(200);
        as(Tokens.ana()).get("/api/v1/tallies/" + id).then().statusCode(200);
    }

    @Test
    void a_session_of_the_service_has_time_outs_and_waits_for_no_one_for_ever() {
        assertThat(setting("statement_timeout")).isEqualTo("30s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("8s");
        assertThat(setting("transaction_timeout")).isEqualTo("1min");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("tcp_user_timeout")).isEqualTo("20000");
    }

    private String setting(String name) {
        return Rows.of(pool, "show " + name).getFirst();
    }

    /** Sends the request and resets the connection a moment later. */
    private void hangUp(String request, int afterMicros) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // the moment is what is tested, there is no condition to wait for
            LockSupport.parkNanos(afterMicros * 1_000L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_relay_that_waited_in_vain_for_a_connection_leaves_none_behind() {
        List<SqlConnection> held = asked(FOR_ALL).stream().map(CompletableFuture::join).toList();
        CompletableFuture<SqlConnection> another = asked(1).getFirst();
        RelayIT.endLeadership(held.getFirst());
        // longer than the relay waits for one: nothing can be seen of it from outside
        LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
        held.forEach(ConnectionsIT::giveBack);
        giveBack(another.join());

        await().until(() -> !Rows.of(pool, "select pid" + RelayIT.LEADING).isEmpty());
        awaitAllCanBeHadAtOnce();
    }

    /** All but the one that the relay keeps; the pool itself lets nobody wait for ever. */
    private void awaitAllCanBeHadAtOnce() {
        await().ignoreExceptions().untilAsserted(this::haveAllAtOnce);
    }

    private void haveAllAtOnce() {
        List<CompletableFuture<SqlConnection>> asked = asked(FOR_ALL);
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        } finally {
            asked.stream()
                    .filter(one -> !one.isCompletedExceptionally())
                    .map(CompletableFuture::join)
                    .forEach(ConnectionsIT::giveBack);
        }
    }

    private List<CompletableFuture<SqlConnection>> asked(int many) {
        return Stream.generate(() -> pool.getConnection().subscribeAsCompletionStage())
                .limit(many)
                .toList();
    }

    private static void giveBack(SqlConnection connection) {
        connection.closeAndForget();
    }

    private String openTransactions() {
        return Rows.of(
                        pool,
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and state like 'idle in transaction%' and state_change <"
                                + " clock_timestamp() - interval '1 second'")
                .getFirst();
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + headers() + "\r\n";
    }

    private String post(String path, String body) {
        return "POST "
                + path
                + " HTTP/1.1\r\n"
                + headers()
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    private String headers() {
        return "Host: localhost\r\nAuthorization: Bearer " + Tokens.ana() + "\r\n";
    }
}
