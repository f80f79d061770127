package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Vertx vertx = Vertx.vertx();
    private final TreeMap<Long, LogEvent> database = new TreeMap<>();
    private final List<Long> looks = new ArrayList<>();
    private final Recent recent = new Recent(this::look, vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_this_process_committed_is_not_read_again() {
        begin(3);
        commit(4, 5);

        assertThat(after(3)).containsExactly(4L, 5L);
        assertThat(after(5)).isEmpty();
        assertThat(looks).containsExactly(3L);
    }

    @Test
    void what_another_replica_committed_is_read_once_when_the_log_is_seen_to_reach_it() {
        begin(3);
        stored(4);
        recent.reaches(4);

        assertThat(after(3)).containsExactly(4L);
        assertThat(after(2)).isNull();
        assertThat(after(3)).containsExactly(4L);
        assertThat(looks).containsExactly(3L, 3L);
    }

    @Test
    void a_commit_behind_one_of_another_replica_is_not_told_before_that_one() {
        begin(3);
        stored(4);
        commit(5);

        assertThat(after(3)).containsExactly(4L, 5L);
        assertThat(looks).containsExactly(3L, 3L);
    }

    @Test
    void a_place_that_became_void_is_not_looked_for_again_and_again() {
        begin(3);
        recent.reaches(5);
        assertThat(after(3)).isEmpty();
        assertThat(after(3)).isEmpty();
        commit(6);

        assertThat(after(3)).containsExactly(6L);
        assertThat(looks).containsExactly(3L, 3L);
    }

    @Test
    void what_was_before_a_restore_of_its_source_is_forgotten() {
        begin(3);
        commit(4);
        var restored = event(5, "peer", StoreRestored.CATEGORY + "-peer");
        database.put(5L, restored);
        recent.committed(List.of(restored));

        assertThat(after(3)).isNull();
        assertThat(after(4)).containsExactly(5L);
    }

    @Test
    void only_so_many_are_kept() {
        begin(0);
        for (long position = 1; position <= 2_001; position++) {
            commit(position);
        }

        assertThat(after(0)).isNull();
        assertThat(after(1)).hasSize(2_000);
    }

    @Test
    void no_more_than_asked_for() {
        begin(3);
        commit(4, 5, 6);

        assertThat(positions(recent.after(3, 2))).containsExactly(4L, 5L);
    }

    private void begin(long position) {
        assertThat(after(position)).isEmpty();
    }

    private void stored(long... positions) {
        for (long position : positions) {
            database.put(position, event(position, null, "window-a"));
        }
    }

    private void commit(long... positions) {
        stored(positions);
        for (long position : positions) {
            recent.committed(List.of(database.get(position)));
        }
    }

    private Uni<List<LogEvent>> look(long position, int limit) {
        looks.add(position);
        return Uni.createFrom()
                .item(database.tailMap(position, false).values().stream().limit(limit).toList());
    }

    private @Nullable List<Long> after(long position) {
        return positions(recent.after(position, 5_000));
    }

    private static @Nullable List<Long> positions(Uni<Optional<List<LogEvent>>> asked) {
        return asked.await()
                .atMost(Duration.ofSeconds(5))
                .map(events -> events.stream().map(LogEvent::position).toList())
                .orElse(null);
    }

    private static LogEvent event(long position, @Nullable String source, String stream) {
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        return new LogEvent(
                position,
                source == null ? "planner" : source,
                1,
                stream,
                position,
                UUID.randomUUID(),
                "dev.interlude.planner.WindowPlanned.v1",
                "a",
                at,
                at,
                source == null ? null : at,
                source == null ? null : position,
                null,
                Actor.parse("timer:t"),
                UUID.randomUUID(),
                null,
                null,
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
