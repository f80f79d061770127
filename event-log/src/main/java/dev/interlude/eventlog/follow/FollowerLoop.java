package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.StoreRestored;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Runs one follower: from where it begins at start, then as the log grows. */
final class FollowerLoop {

    private static final int BATCH = 1_000;

    private final Follower follower;
    private final Log log;
    private final Loop loop;
    private volatile long position;
    private volatile boolean caughtUp;
    private boolean complete;
    private boolean anew;
    private long begunAt = -1;

    FollowerLoop(Follower follower, Log log, Vertx vertx) {
        this.follower = follower;
        this.log = log;
        this.loop = Loop.following(follower.name(), vertx, Duration.ofSeconds(2), this::step);
    }

    Loop loop() {
        return loop;
    }

    long position() {
        return position;
    }

    boolean caughtUp() {
        return caughtUp;
    }

    private Uni<Boolean> step() {
        return begunAt < 0 ? begin() : log.after(position, BATCH).map(this::follow);
    }

    private Uni<Boolean> begin() {
        return anew
                ? fromTheFirst()
                : follower.begin().chain(from -> from == 0 ? fromTheFirst() : behind(from));
    }

    private Uni<Boolean> behind(long from) {
        begunAt = from;
        position = from;
        return Uni.createFrom().item(true);
    }

    /** What was void when it begins is not read; what becomes void later makes it begin again. */
    private Uni<Boolean> fromTheFirst() {
        return log.head()
                .invoke(head -> {
                    begunAt = head;
                    position = 0;
                })
                .replaceWith(true);
    }

    private void follow(LogEvent event) {
        try {
            follower.follow(event);
        } catch (RuntimeException failure) {
            throw new StoppedAt(event, failure);
        }
    }

    private boolean follow(List<LogEvent> events) {
        for (LogEvent event : events) {
            if (event.position() > begunAt && StoreRestored.heard(event) != null) {
                follower.forget();
                anew = true;
                begunAt = -1;
                complete = false;
                return true;
            }
            follow(event);
            position = event.position();
        }
        if (events.size() < BATCH && !complete) {
            follower.caughtUp();
            complete = true;
            caughtUp = true;
        }
        return events.size() == BATCH;
    }
}
