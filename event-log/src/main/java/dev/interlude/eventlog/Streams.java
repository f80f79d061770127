package dev.interlude.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlude.eventlog.Lookups.Asked;
import dev.interlude.eventlog.Lookups.KeyName;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Recorded;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds streams of one aggregate; what was folded is kept, and only the rest is read again. */
final class Streams<E, S> {

    private static final int KEPT = 2_000;

    private final Decider<?, E, S> decider;
    private final EventTypes<E> types;
    private final Log log;
    private final Lookups lookups;
    private final Cache<String, Kept<S>> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Kept<S>(S state, long version, long sequence) {}

    Streams(Decider<?, E, S> decider, EventTypes<E> types, Log log, Lookups lookups) {
        this.decider = decider;
        this.types = types;
        this.log = log;
        this.lookups = lookups;
    }

    /** The present state, always current: what came since the kept fold is read and folded. */
    Uni<Folded<S>> fold(String stream) {
        return before(stream, null).map(Before::folded);
    }

    /**
     * What a command finds.
     *
     * @param known what its key led to before, or null
     */
    record Before<S>(Folded<S> folded, Keys.@Nullable Known known) {}

    /** The present state, and in the same look what a key led to. */
    Uni<Before<S>> before(String stream, @Nullable KeyName key) {
        Kept<S> last = kept.getIfPresent(stream);
        Kept<S> from = last == null ? new Kept<>(decider.initial(), 0, 0) : last;
        return lookups.find(new Asked(stream, from.sequence(), key))
                .map(found -> {
                    Folded<S> folded = fold(from, found.events(), found.now());
                    if (folded.sequence() > from.sequence()) {
                        kept.put(
                                stream,
                                new Kept<>(folded.state(), folded.version(), folded.sequence()));
                    }
                    return new Before<>(folded, found.known());
                });
    }

    /** The state up to a stream version. */
    Uni<Folded<S>> foldTo(String stream, long sequence) {
        return events(stream)
                .map(all -> all.stream().filter(e -> e.sequence() <= sequence).toList())
                .map(this::foldAll);
    }

    /** The state as it was known at an instant (recorded time). */
    Uni<Folded<S>> foldAsOf(String stream, Instant asOf) {
        return events(stream)
                .map(all -> all.stream().filter(e -> !e.recordedAt().isAfter(asOf)).toList())
                .map(this::foldAll);
    }

    Uni<List<LogEvent>> events(String stream) {
        return log.own(stream, 0);
    }

    Recorded<E> recorded(LogEvent row) {
        return new Recorded<>(
                row.read(types),
                row.id(),
                row.stream(),
                row.sequence(),
                row.actor(),
                row.occurredAt(),
                row.recordedAt(),
                row.correlationId(),
                row.causationId(),
                row.streamOrdinal());
    }

    private Folded<S> foldAll(List<LogEvent> events) {
        return fold(new Kept<>(decider.initial(), 0, 0), events, Instant.EPOCH);
    }

    private Folded<S> fold(Kept<S> from, List<LogEvent> events, Instant now) {
        S state = from.state();
        long version = from.version();
        long sequence = from.sequence();
        for (LogEvent row : events) {
            state = decider.evolve(state, recorded(row));
            sequence = row.sequence();
            version = row.actor().commands() ? sequence : version;
        }
        return new Folded<>(state, version, sequence, now);
    }
}
