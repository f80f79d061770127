package dev.interlude.eventlog;

import java.util.List;

/**
 * Events of another service to take into this log, with what is known afterwards about where they
 * came from. All of it takes effect in one transaction.
 *
 * @param events in the order they came
 * @param offsets Kafka offsets that this batch settles; empty when it was fetched over HTTP
 */
public record Hearing(List<HeardEvent> events, List<Offset> offsets) {

    /** The next offset to read of a topic's partition. */
    public record Offset(String topic, int partition, long next) {}

    /**
     * What became of them.
     *
     * @param gaps sources of which an event is missing in between; to be fetched
     * @param parked how many could not be taken
     */
    public record Heard(List<String> gaps, int parked) {}
}
