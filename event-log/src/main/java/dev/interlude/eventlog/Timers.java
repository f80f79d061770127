package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fires due rows, oldest first. Every replica may try: the append of what a timer leads to expects
 * the stream version it was decided on, so each row takes effect once.
 */
@ApplicationScoped
public class Timers {

    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final int AT_ONCE = 100;

    private final Pool pool;
    private final CommandHandlers handlers;
    private final Loop loop;

    Timers(Pool pool, Vertx vertx, CommandHandlers handlers, Tail tail) {
        this.pool = pool;
        this.handlers = handlers;
        this.loop = new Loop("timers", vertx, Duration.ofMillis(500), this::step);
        tail.onGrowth(loop::wake);
    }

    /**
     * What firing led to.
     *
     * @param fired how many rows came due
     * @param lastEvent id of the newest event it appended, or null
     */
    public record Fired(int fired, @Nullable UUID lastEvent) {}

    private record DueRow(String stream, Due due, long plannedBySequence) {}

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
        return round().map(fired -> fired.fired() == AT_ONCE);
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
        return pool.preparedQuery(
                        "select stream, name, due_at, planned_by_sequence from due where due_at <="
                                + " interlude_now() order by due_at, stream, name limit "
                                + AT_ONCE)
                .execute()
                .map(Timers::rows)
                .chain(this::fire);
    }

    private static List<DueRow> rows(RowSet<Row> rows) {
        var due = new ArrayList<DueRow>();
        rows.forEach(row ->
                due.add(
                        new DueRow(
                                row.getString(0),
                                new Due(row.getString(1), row.getOffsetDateTime(2).toInstant()),
                                row.getLong(3))));
        return due;
    }

    private Uni<Fired> fire(List<DueRow> rows) {
        Uni<@Nullable UUID> last = Uni.createFrom().nullItem();
        for (DueRow row : rows) {
            last = last.chain(before -> fire(row).map(id -> id == null ? before : id));
        }
        return last.map(id -> new Fired(rows.size(), id));
    }

    private Uni<@Nullable UUID> fire(DueRow row) {
        String category = Category.nameOf(row.stream());
        return handlers.all().stream()
                .filter(handler -> handler.aggregate().category().name().equals(category))
                .findFirst()
                .map(handler -> fire(handler, row))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onFailure(RejectedException.class)
                .recoverWithUni(rejected -> {
                    LOG.infof(
                            "timer %s of %s came to nothing: %s",
                            row.due().name(), row.stream(), rejected.getMessage());
                    return Uni.createFrom().nullItem();
                })
                .call(() -> remove(row));
    }

    private static <E> Uni<@Nullable UUID> fire(CommandHandler<?, E, ?> handler, DueRow row) {
        return FiredTimer.fire(handler, row.stream(), row.due())
                .map(events -> events.isEmpty() ? null : events.getLast().id());
    }

    /** What a timer led to drops the row by itself; this one drops it when it led to nothing. */
    private Uni<Void> remove(DueRow row) {
        return pool.preparedQuery(
                        "delete from due where stream = $1 and name = $2 and planned_by_sequence ="
                                + " $3")
                .execute(Tuple.of(row.stream(), row.due().name(), row.plannedBySequence()))
                .replaceWithVoid();
    }
}
