package dev.interlude.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fires due rows, oldest first. Every replica may try: the append of what a timer leads to expects
 * the stream version it was decided on and removes the row, so each row takes effect once. Which
 * rows are due is the database's clock's to say, never the machine's. A row that can't be fired is
 * put off and shows; a row of a category that this build doesn't know waits for one that does.
 */
@ApplicationScoped
public class Timers {

    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final int AT_ONCE = 100;
    private static final long LOOK_AFTER_FAILING_NANOS = 1_000_000_000L;

    private final DueRows rows;
    private final CommandHandlers handlers;
    private final Loop loop;
    private long looked = System.nanoTime() - LOOK_AFTER_FAILING_NANOS;

    Timers(DueRows rows, Vertx vertx, CommandHandlers handlers, Tail tail) {
        this.rows = rows;
        this.handlers = handlers;
        this.loop = Loop.following("timers", vertx, Duration.ofMillis(500), this::step);
        tail.onGrowth(loop::wake);
    }

    /**
     * What firing led to.
     *
     * @param fired how many rows came due
     * @param lastEvent id of the newest event it appended, or null
     */
    public record Fired(int fired, @Nullable UUID lastEvent) {}

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().await().atMost(Duration.ofSeconds(5));
    }

    /** The loop, for health. */
    public Loop loop() {
        return loop;
    }

    private Uni<Boolean> step() {
        return round().call(this::lookAfterFailing).map(fired -> fired.fired() == AT_ONCE);
    }

    /** Those that can't be fired show, although the loop goes on. */
    private Uni<Void> lookAfterFailing() {
        if (System.nanoTime() - looked < LOOK_AFTER_FAILING_NANOS) {
            return Uni.createFrom().voidItem();
        }
        looked = System.nanoTime();
        return rows.oldestFailing()
                .invoke(failing ->
                        loop.complain(failing == null ? null : new IllegalStateException(failing)))
                .replaceWithVoid();
    }

    /** Fires until nothing is due any more. */
    public Uni<Fired> fireAll() {
        return round().chain(fired ->
                fired.fired() == 0
                        ? Uni.createFrom().item(fired)
                        : fireAll()
                                .map(more ->
                                        new Fired(
                                                fired.fired() + more.fired(),
                                                more.lastEvent() == null
                                                        ? fired.lastEvent()
                                                        : more.lastEvent())));
    }

    private Uni<Fired> round() {
        Map<String, CommandHandler<?, ?, ?>> byCategory = new HashMap<>();
        handlers.all().stream()
                .filter(handler -> handler.aggregate().whenDue() != null)
                .forEach(handler -> byCategory.put(handler.aggregate().category().name(), handler));
        return rows.due(byCategory.keySet(), AT_ONCE).chain(due -> fire(due, byCategory));
    }

    private Uni<Fired> fire(List<DueRow> due, Map<String, CommandHandler<?, ?, ?>> byCategory) {
        Uni<@Nullable UUID> last = Uni.createFrom().nullItem();
        for (DueRow row : due) {
            var handler = Objects.requireNonNull(byCategory.get(Category.nameOf(row.stream())));
            last = last.chain(before -> fire(handler, row).map(id -> id == null ? before : id));
        }
        return last.map(id -> new Fired(due.size(), id));
    }

    /** What a timer led to drops the row by itself; here it goes when it led to nothing. */
    private Uni<@Nullable UUID> fire(CommandHandler<?, ?, ?> handler, DueRow row) {
        return events(handler, row)
                .call(() -> rows.remove(row))
                .onFailure(RejectedException.class)
                .recoverWithUni(rejected -> rejected(row, rejected))
                .onFailure(FiredTimer.NotYetDue.class)
                .recoverWithUni(early -> rows.move(row, early.until()).replaceWith((UUID) null))
                .onFailure()
                .recoverWithUni(failure -> failed(row, failure));
    }

    private static <E> Uni<@Nullable UUID> events(CommandHandler<?, E, ?> handler, DueRow row) {
        return FiredTimer.fire(handler, row.stream(), row.due())
                .map(events -> events.isEmpty() ? null : events.getLast().id());
    }

    private Uni<@Nullable UUID> rejected(DueRow row, RejectedException rejected) {
        LOG.infof(
                "timer %s of %s came to nothing: %s",
                row.due().name(), row.stream(), rejected.getMessage());
        return rows.rejected(row, rejected.rejection())
                .chain(() -> rows.remove(row))
                .replaceWith((UUID) null);
    }

    private Uni<@Nullable UUID> failed(DueRow row, Throwable failure) {
        LOG.warnf(
                failure,
                "timer %s of %s, due at %s, can't be fired and is tried again",
                row.due().name(),
                row.stream(),
                row.due().at());
        return rows.failed(row, failure).replaceWith((UUID) null);
    }
}
