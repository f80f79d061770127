package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the log, handed to all who follow it. What this process appends comes here
 * from the writer, without a look into the database; for what others append, the questions of all
 * wait for one look behind the last event. At most 2,000 events or 8 MB of them; who is further
 * behind reads for itself.
 */
@ApplicationScoped
class Recent {

    private static final int MOST = 2_000;
    private static final int MOST_BYTES = 8 << 20;

    private final Look look;
    private final Together<After, Optional<List<LogEvent>>> trips;

    /** Guards all below; nobody waits for the database within. */
    private final Object lock = new Object();

    /** Behind this position, up to {@link #last}, all live events are here. */
    private long first = -1;

    private long last = -1;
    private long newest;
    private long bytes;
    private final ArrayDeque<LogEvent> events = new ArrayDeque<>();

    @Inject
    Recent(Pool pool, Vertx vertx) {
        this((position, limit) -> Log.read(pool, position, limit), vertx);
    }

    Recent(Look look, Vertx vertx) {
        this.look = look;
        this.trips = new Together<>(vertx, this::answer);
    }

    /** Reads live events behind a position from the database. */
    interface Look {
        Uni<List<LogEvent>> after(long position, int limit);
    }

    private record After(long position, int limit) {}

    /** The log is known to reach that far. */
    void reaches(long position) {
        synchronized (lock) {
            newest = Math.max(newest, position);
        }
    }

    /**
     * What this process has committed, in order. Events that don't follow at once on the last one
     * here, since another replica was between, are read when they are asked for.
     */
    void committed(List<LogEvent> rows) {
        synchronized (lock) {
            for (LogEvent event : rows) {
                if (last >= 0 && event.position() == last + 1) {
                    take(event);
                }
                newest = Math.max(newest, event.position());
            }
        }
    }

    /**
     * All events behind the position that are known to be committed: those of this process, and as
     * far as the log was seen to reach. Empty for who is too far behind.
     */
    Uni<Optional<List<LogEvent>>> after(long position, int limit) {
        Uni<Optional<List<LogEvent>>> here = here(position, limit);
        return here == null ? trips.ask(new After(position, limit)) : here;
    }

    /** What can be said without the database; null when it must be asked. */
    private @Nullable Uni<Optional<List<LogEvent>>> here(long position, int limit) {
        synchronized (lock) {
            if (position < first) {
                return Uni.createFrom().item(Optional.empty());
            }
            return last < 0 || last < newest
                    ? null
                    : Uni.createFrom().item(Optional.of(behind(position, limit)));
        }
    }

    private Uni<List<Optional<List<LogEvent>>>> answer(List<After> asked) {
        long from;
        long reaches;
        synchronized (lock) {
            if (last < 0) {
                last = asked.stream().mapToLong(After::position).max().orElseThrow();
                first = last;
            }
            from = last;
            reaches = newest;
        }
        return look.after(from, MOST).map(found -> answers(asked, reaches, found));
    }

    private List<Optional<List<LogEvent>>> answers(
            List<After> asked, long reaches, List<LogEvent> found) {
        synchronized (lock) {
            for (LogEvent event : found) {
                if (event.position() > last) {
                    take(event);
                }
            }
            boolean all = found.size() < MOST;
            if (all) {
                // what is missing up to there became void
                last = Math.max(last, reaches);
            }
            return asked.stream()
                    .map(one ->
                            all && one.position() >= first
                                    ? Optional.of(behind(one.position(), one.limit()))
                                    : Optional.<List<LogEvent>>empty())
                    .toList();
        }
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

    private List<LogEvent> behind(long position, int limit) {
        var some = new ArrayList<LogEvent>();
        var backwards = events.descendingIterator();
        while (backwards.hasNext()) {
            LogEvent event = backwards.next();
            if (event.position() <= position) {
                break;
            }
            some.add(event);
        }
        List<LogEvent> inOrder = some.reversed();
        return List.copyOf(inOrder.subList(0, Math.min(limit, inOrder.size())));
    }
}
