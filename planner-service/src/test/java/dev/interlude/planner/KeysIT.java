package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOWS;
import static dev.interlude.planner.RowWindows.said;
import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for under a key happens once, and a store that can't answer is said to be so. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class KeysIT {

    /** The lock that every writer of the log takes; a test that holds it stops them. */
    private static final String LOCK = "select pg_advisory_xact_lock(x'1e7e4c0de0001'::bigint)";

    private static final String KILL =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                    + " current_database() and wait_event = 'advisory'";

    @ConfigProperty(name = "interlude.db.url")
    String database;

    private RowWindows windows;

    @BeforeEach
    void windows() {
        windows = RowWindows.made();
    }

    private Map<String, Object> plan() {
        return windows.plan(windows.now().plus(Duration.ofDays(33)));
    }

    @Test
    void of_two_at_once_under_one_key_the_second_is_told_that_it_is_in_use() throws Exception {
        var body = plan();
        String key = UUID.randomUUID().toString();
        Rest keyed = windows.ida.with("Idempotency-Key", key);
        List<CompletableFuture<ValidatableResponse>> both;
        try (var held = HeldStore.by(database, LOCK);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            both =
                    Stream.generate(() ->
                                    CompletableFuture.supplyAsync(
                                            () -> keyed.send(body, WINDOWS), threads))
                            .limit(2)
                            .toList();
            // whichever came first waits for the lock, so that only the other one is answered
            await().until(() -> both.stream().anyMatch(CompletableFuture::isDone));
            held.letGo();
        }
        assertThat(both.stream().map(one -> said(one.join())))
                .containsExactlyInAnyOrder("201 ", "409 key-in-use");
        String id =
                both.stream()
                        .map(one -> one.join().extract())
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.<String>path("id"))
                        .findFirst()
                        .orElseThrow();
        keyed.send(body, WINDOWS).statusCode(201).body("id", equalTo(id));
        body.put("title", "Another one");
        assertThat(said(keyed.send(body, WINDOWS))).isEqualTo("422 key-reused");
        var other = windows.ida.with("Idempotency-Key", key).post(WINDOWS + "/" + id + "/start");
        assertThat(said(other)).isEqualTo("422 key-reused");
    }

    @Test
    void a_store_that_breaks_away_is_told_with_when_to_come_again() throws Exception {
        var body = plan();
        Rest keyed = windows.ida.with("Idempotency-Key", UUID.randomUUID().toString());
        CompletableFuture<ValidatableResponse> cut;
        try (var _ = HeldStore.by(database, LOCK)) {
            cut = CompletableFuture.supplyAsync(() -> keyed.send(body, WINDOWS));
            await().until(() -> {
                HeldStore.execute(database, KILL);
                return cut.isDone();
            });
        }
        cut.join()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("store-unavailable"))
                .body("type", equalTo("/problems/store-unavailable"));
        keyed.send(body, WINDOWS).statusCode(201);
    }
}
