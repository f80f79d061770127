package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.Restored;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events from the log. Each event is rendered once, however many listen; a listener who
 * names the last id it saw gets what it missed first. Ids are {@code <epoch>-<position>}. A
 * listener that does not keep up is let go; it resumes with its last id.
 */
public final class LogStream {

    private static final int PAGE = 200;
    private static final int BEHIND = 1_024;

    private final Log log;
    private final Predicate<LogEvent> which;
    private final Function<LogEvent, Rendered> render;
    private final Loop loop;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /**
     * Done when the position is known. Who listens catches up after that: what came before would be
     * neither in what they read nor in what is told from there.
     */
    private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();

    private long position = -1;

    /**
     * How an event is told.
     *
     * @param name the SSE event's name
     * @param data its data; may have several lines
     */
    public record Rendered(String name, String data) {}

    private record Item(LogEvent event, Rendered rendered) {}

    LogStream(
            String name,
            Log log,
            Vertx vertx,
            Predicate<LogEvent> which,
            Function<LogEvent, Rendered> render) {
        this.log = log;
        this.which = which;
        this.render = render;
        this.loop = new Loop("stream-" + name, vertx, Duration.ofSeconds(2), this::step);
    }

    Loop loop() {
        return loop;
    }

    /** Listens to all events of the stream. */
    public Multi<OutboundSseEvent> open(@Nullable String lastEventId, Sse sse) {
        return open(lastEventId, sse, event -> true);
    }

    /**
     * Listens.
     *
     * @param lastEventId id of the last event the listener has, or null to hear only what comes
     * @param only narrows what this listener hears
     */
    public Multi<OutboundSseEvent> open(
            @Nullable String lastEventId, Sse sse, Predicate<LogEvent> only) {
        Place from = place(lastEventId);
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> listen(new Listener(emitter, sse, only), from),
                        BackPressureStrategy.IGNORE)
                .onOverflow()
                .buffer(BEHIND);
    }

    private record Place(int epoch, long position) {}

    private static @Nullable Place place(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        int hyphen = lastEventId.indexOf('-');
        try {
            return new Place(
                    hyphen < 1
                            ? Integer.MAX_VALUE
                            : Integer.parseInt(lastEventId.substring(0, hyphen)),
                    Long.parseLong(lastEventId.substring(hyphen + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Who saw what this log lost in a restore goes on where the log does. */
    private static long resume(Place from, List<Restored> restores) {
        return restores.stream()
                .filter(restored -> restored.epoch() > from.epoch())
                .mapToLong(Restored::lastPosition)
                .reduce(from.position(), Math::min);
    }

    private void listen(Listener listener, @Nullable Place from) {
        listener.emitter.onTermination(() -> listeners.remove(listener));
        listeners.add(listener);
        listener.heartbeat();
        Uni.createFrom()
                .completionStage(begun)
                .chain(() -> start(from))
                .chain(position -> catchUp(listener, position))
                .subscribe()
                .with(done -> listener.live(), listener.emitter::fail);
    }

    private Uni<Long> start(@Nullable Place from) {
        return from == null ? log.head() : log.restores().map(restores -> resume(from, restores));
    }

    private Uni<Void> catchUp(Listener listener, long from) {
        return log.after(from, PAGE)
                .chain(events -> {
                    events.stream()
                            .filter(which)
                            .forEach(e -> listener.send(new Item(e, render.apply(e))));
                    return events.size() < PAGE
                            ? Uni.createFrom().voidItem()
                            : catchUp(listener, events.getLast().position());
                });
    }

    void heartbeat() {
        listeners.forEach(Listener::heartbeat);
    }

    private Uni<Boolean> step() {
        if (position < 0) {
            return log.head()
                    .invoke(head -> {
                        position = head;
                        begun.complete(null);
                    })
                    .replaceWith(true);
        }
        return log.after(position, PAGE).map(this::tell);
    }

    private boolean tell(List<LogEvent> events) {
        for (LogEvent event : events) {
            if (which.test(event) && !listeners.isEmpty()) {
                Item item = new Item(event, render.apply(event));
                listeners.forEach(listener -> listener.offer(item));
            }
            position = event.position();
        }
        return events.size() == PAGE;
    }

    /** One who listens; while it catches up, what comes live waits. */
    private static final class Listener {
        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private final Sse sse;
        private final Predicate<LogEvent> only;
        private final ArrayDeque<Item> waiting = new ArrayDeque<>();
        private boolean live;
        private long last;

        Listener(
                MultiEmitter<? super OutboundSseEvent> emitter, Sse sse, Predicate<LogEvent> only) {
            this.emitter = emitter;
            this.sse = sse;
            this.only = only;
        }

        synchronized void offer(Item item) {
            if (live) {
                send(item);
            } else {
                waiting.add(item);
            }
        }

        synchronized void live() {
            waiting.forEach(this::send);
            waiting.clear();
            live = true;
        }

        synchronized void send(Item item) {
            LogEvent event = item.event();
            if (event.position() <= last || !only.test(event)) {
                return;
            }
            last = event.position();
            emitter.emit(
                    sse.newEventBuilder()
                            .id(event.epoch() + "-" + event.position())
                            .name(item.rendered().name())
                            .data(item.rendered().data())
                            .build());
        }

        void heartbeat() {
            emitter.emit(sse.newEventBuilder().comment("alive").build());
        }
    }
}
