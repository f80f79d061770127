package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest events of the log, read once and handed to all who follow it: each of their questions
 * waits for one look behind the last event, together with the others. At most 2,000 events or 8 MB
 * of them; who is further behind reads for itself.
 */
@ApplicationScoped
class Recent {

    private static final int MOST = 2_000;
    private static final int MOST_BYTES = 8 << 20;

    private final Pool pool;
    private final Together<After, Optional<List<LogEvent>>> trips;

    /** Behind this position, up to {@link #last}, all live events are here. */
    private volatile long first = -1;

    private long last = -1;
    private long bytes;
    private final ArrayDeque<LogEvent> events = new ArrayDeque<>();

    Recent(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.trips = new Together<>(vertx, this::answer);
    }

    private record After(long position, int limit) {}

    /** Whether it is worth asking: false for who is too far behind. */
    boolean covers(long position) {
        return position >= first;
    }

    /** All events behind the position that are committed now; empty when they are not all here. */
    Uni<Optional<List<LogEvent>>> after(long position, int limit) {
        return trips.ask(new After(position, limit));
    }

    private Uni<List<Optional<List<LogEvent>>>> answer(List<After> asked) {
        if (last < 0) {
            last = asked.stream().mapToLong(After::position).max().orElseThrow();
            first = last;
        }
        return Log.read(pool, last, MOST)
                .map(found -> {
                    found.forEach(this::take);
                    boolean all = found.size() < MOST;
                    return asked.stream()
                            .map(one -> all ? behind(one) : Optional.<List<LogEvent>>empty())
                            .toList();
                });
    }

    private void take(LogEvent event) {
        if (!event.own() && event.category().equals(StoreRestored.CATEGORY)) {
            // of what is here, some is void from now on
            events.clear();
            bytes = 0;
            first = event.position() - 1;
        }
        events.add(event);
        bytes += event.data().length;
        last = event.position();
        while (events.size() > MOST || bytes > MOST_BYTES) {
            LogEvent oldest = events.remove();
            bytes -= oldest.data().length;
            first = oldest.position();
        }
    }

    private Optional<List<LogEvent>> behind(After asked) {
        if (asked.position() < first) {
            return Optional.empty();
        }
        var some = new ArrayList<LogEvent>();
        var newest = events.descendingIterator();
        while (newest.hasNext()) {
            LogEvent event = newest.next();
            if (event.position() <= asked.position()) {
                break;
            }
            some.add(event);
        }
        List<LogEvent> inOrder = some.reversed();
        return Optional.of(
                List.copyOf(inOrder.subList(0, Math.min(asked.limit(), inOrder.size()))));
    }
}
