package dev.interlude.eventlog.decider;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What a decider answers: facts to append (possibly none), or a rejection. */
public sealed interface Decision<E> {

    /** Accepted; an empty list means that there was nothing to do. */
    record Accepted<E>(List<Fact<E>> facts) implements Decision<E> {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** Refused, and nothing changes. */
    record Rejected<E>(Rejection rejection) implements Decision<E> {}

    /** Accepts events that happen now. */
    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(Arrays.stream(events).map(e -> new Fact<>(e, null)).toList());
    }

    /** Accepts an event that happened at an instant which is not later than now. */
    static <E> Decision<E> acceptAt(Instant occurredAt, E event) {
        return new Accepted<>(List.of(new Fact<>(event, occurredAt)));
    }

    /** Accepts facts as they are, oldest first. */
    static <E> Decision<E> acceptAll(List<Fact<E>> facts) {
        return new Accepted<>(facts);
    }

    /** Nothing to do: the state already says so. */
    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    /** Refuses. */
    static <E> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }
}
