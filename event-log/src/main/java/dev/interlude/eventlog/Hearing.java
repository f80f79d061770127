package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events of another service to take into this log, with what is known afterwards about where they
 * came from. All of it takes effect in one transaction.
 *
 * @param events in the order they came
 * @param offsets Kafka offsets that this batch settles; empty when it was fetched over HTTP
 * @param release the stream that no longer waits, its parked events being among these; or null
 * @param restores of sources that this log has not known of; they hold before the events are judged
 */
public record Hearing(
        List<HeardEvent> events,
        List<Offset> offsets,
        @Nullable Release release,
        List<Restored> restores) {

    public Hearing(List<HeardEvent> events, List<Offset> offsets) {
        this(events, offsets, null, List.of());
    }

    /** To judge again what is parked of a stream. */
    static Hearing of(Release release) {
        return new Hearing(List.of(), List.of(), release, List.of());
    }

    /** That sources were restored. */
    public static Hearing of(List<Restored> restores) {
        return new Hearing(List.of(), List.of(), null, restores);
    }

    /** The next offset to read of a topic's partition. */
    public record Offset(String topic, int partition, long next) {}

    /**
     * What was parked of a stream is judged again.
     *
     * @param discard the one of them that is done without, or null
     */
    public record Release(String source, String stream, @Nullable Discard discard) {}

    /**
     * Doing without a parked event.
     *
     * @param event its id
     * @param why in a person's words
     * @param by who decided it
     */
    public record Discard(UUID event, String why, Actor by) {}

    /**
     * What became of them.
     *
     * @param gaps sources of which an event is missing in between; to be fetched
     * @param taken how many are in the log now that were not before
     * @param parked how many could not be taken
     */
    public record Heard(List<String> gaps, int taken, int parked) {}
}
