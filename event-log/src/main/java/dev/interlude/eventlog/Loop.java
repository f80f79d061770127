package dev.interlude.eventlog;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step again and again on an event loop of its own: at once while a step found work, else
 * when woken or after the idle time; with back-off up to ten seconds while it fails. One that
 * follows the log lets a moment pass after each step, so that what comes one after the other is
 * taken together, and whoever is being answered has the processor first.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final String name;
    private final Vertx vertx;
    private final Context root;
    private final Duration idle;
    private final Duration apart;
    private final Supplier<Uni<Boolean>> step;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean running;
    private volatile @Nullable Throwable failing;
    private volatile @Nullable Throwable complaint;
    private Duration backOff = FIRST_BACK_OFF;
    private long timer = -1;
    private long wentNanos;

    /**
     * Makes a loop; it does nothing until started.
     *
     * @param idle how long it rests when a step found nothing and nobody wakes it
     * @param step completes with true when there may be more to do at once
     */
    public Loop(String name, Vertx vertx, Duration idle, Supplier<Uni<Boolean>> step) {
        this(name, vertx, idle, Duration.ZERO, step);
    }

    private Loop(
            String name, Vertx vertx, Duration idle, Duration apart, Supplier<Uni<Boolean>> step) {
        this.name = name;
        this.vertx = vertx;
        this.root = ((VertxInternal) vertx).createEventLoopContext();
        this.idle = idle;
        this.apart = apart;
        this.step = step;
    }

    /** The same for one that is woken whenever the log grows. */
    public static Loop following(
            String name, Vertx vertx, Duration idle, Supplier<Uni<Boolean>> step) {
        return new Loop(name, vertx, idle, MOMENT, step);
    }

    public String name() {
        return name;
    }

    /** What the last step failed with, or what it complains of; null when all is well. */
    public @Nullable Throwable failing() {
        Throwable failure = failing;
        return failure == null ? complaint : failure;
    }

    /** Shows a part that can't be done while the loop goes on with the rest; null when mended. */
    void complain(@Nullable Throwable of) {
        complaint = of;
    }

    public void start() {
        running = true;
        root.runOnContext(nothing -> run());
    }

    /** Asks for a step soon; any thread. */
    public void wake() {
        if (running && woken.compareAndSet(false, true)) {
            root.runOnContext(nothing -> interruptRest());
        }
    }

    /** Lets the present step end and starts no other. */
    public Uni<Void> stop() {
        stopping = true;
        if (!running) {
            return Uni.createFrom().voidItem();
        }
        root.runOnContext(nothing -> interruptRest());
        return Uni.createFrom().completionStage(stopped).replaceWithVoid();
    }

    private void interruptRest() {
        if (timer >= 0 && vertx.cancelTimer(timer)) {
            timer = -1;
            soon();
        }
    }

    /** Runs when a moment has passed since the last step. */
    private void soon() {
        long left = apart.toNanos() - (System.nanoTime() - wentNanos);
        if (left <= 0 || stopping) {
            run();
        } else {
            rest(Duration.ofNanos(left).plusMillis(1));
        }
    }

    private void run() {
        if (stopping) {
            stopped.complete(null);
            return;
        }
        woken.set(false);
        Context context = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing ->
                Uni.createFrom()
                        .deferred(step::get)
                        .subscribe()
                        .with(
                                more -> root.runOnContext(v -> went(more)),
                                failure -> root.runOnContext(v -> failed(failure))));
    }

    private void went(boolean more) {
        if (failing != null) {
            LOG.infof("%s works again", name);
        }
        failing = null;
        backOff = FIRST_BACK_OFF;
        wentNanos = System.nanoTime();
        if (more) {
            run();
        } else if (woken.get()) {
            soon();
        } else {
            rest(idle);
        }
    }

    private void failed(Throwable failure) {
        if (!saidBefore(failure)) {
            LOG.warnf(failure, "%s failed and is tried again", name);
        } else {
            LOG.debugf(failure, "%s failed again", name);
        }
        failing = failure;
        rest(backOff);
        Duration doubled = backOff.multipliedBy(2);
        backOff = doubled.compareTo(LAST_BACK_OFF) < 0 ? doubled : LAST_BACK_OFF;
    }

    /** A failure is logged when it begins, and when it becomes another one. */
    private boolean saidBefore(Throwable failure) {
        Throwable before = failing;
        return before != null && String.valueOf(before).equals(String.valueOf(failure));
    }

    private void rest(Duration time) {
        if (stopping) {
            stopped.complete(null);
            return;
        }
        timer =
                vertx.setTimer(
                        time.toMillis(),
                        fired ->
                                root.runOnContext(nothing -> {
                                    timer = -1;
                                    run();
                                }));
    }
}
