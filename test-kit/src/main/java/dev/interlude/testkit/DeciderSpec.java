package dev.interlude.testkit;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream's past, told event by event, and one command upon it.
 *
 * <pre>{@code
 * given(new WindowDecider(), planned, announced)      // by nobody in particular, long ago
 *     .by(ana).at(two).and(started)                   // and this one by Ana at two
 *     .when(new ExtendWindow(act, newEnd, ...))
 *     .then(new WindowExtended(...));
 * }</pre>
 *
 * Events get consecutive sequences from 1. Instances are not changed by the calls.
 */
public final class DeciderSpec<C, E, S> {

    /** When events happened that {@code at} said nothing about. */
    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private static final Actor NOBODY = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaaaa");

    private final Decider<C, E, S> decider;
    private final List<Recorded<E>> past;
    private final Envelope envelope;

    private record Envelope(String stream, Actor actor, Instant at, @Nullable Long ordinal) {}

    private DeciderSpec(Decider<C, E, S> decider, List<Recorded<E>> past, Envelope envelope) {
        this.decider = decider;
        this.past = List.copyOf(past);
        this.envelope = envelope;
    }

    /** Starts with these events, by nobody in particular, long ago. */
    @SafeVarargs
    public static <C, E, S> DeciderSpec<C, E, S> given(Decider<C, E, S> decider, E... events) {
        var envelope = new Envelope("spec-1", NOBODY, LONG_AGO, null);
        return new DeciderSpec<C, E, S>(decider, List.of(), envelope).and(List.of(events));
    }

    /** Events that follow are of this stream. */
    public DeciderSpec<C, E, S> of(String stream) {
        return with(new Envelope(stream, envelope.actor, envelope.at, envelope.ordinal));
    }

    /** The stream has this number, as its first event says. */
    public DeciderSpec<C, E, S> numbered(long ordinal) {
        return with(new Envelope(envelope.stream, envelope.actor, envelope.at, ordinal));
    }

    /** Events that follow are caused by this actor. */
    public DeciderSpec<C, E, S> by(Actor actor) {
        return with(new Envelope(envelope.stream, actor, envelope.at, envelope.ordinal));
    }

    /** Events that follow happened, and were recorded, at this instant. */
    public DeciderSpec<C, E, S> at(Instant at) {
        return with(new Envelope(envelope.stream, envelope.actor, at, envelope.ordinal));
    }

    /** Goes on with these events. */
    @SafeVarargs
    public final DeciderSpec<C, E, S> and(E... events) {
        return and(List.of(events));
    }

    /** Goes on with these events. */
    public DeciderSpec<C, E, S> and(List<E> events) {
        var more = new ArrayList<>(past);
        for (E event : events) {
            more.add(recorded(event, more.size() + 1L));
        }
        return new DeciderSpec<>(decider, more, envelope);
    }

    /** The state after this past. */
    public S state() {
        S state = decider.initial();
        for (Recorded<E> event : past) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    /** Decides the command on this past. */
    public DecisionSpec<C, E, S> when(C command) {
        Act act = ActOf.command(command);
        Decision<E> decision = decider.decide(command, state());
        return new DecisionSpec<>(this, act, decision);
    }

    Decider<C, E, S> decider() {
        return decider;
    }

    DeciderSpec<C, E, S> followedBy(Decision.Accepted<E> accepted, Act act) {
        var more = new ArrayList<>(past);
        for (var fact : accepted.facts()) {
            Instant occurred = fact.occurredAt() == null ? act.now() : fact.occurredAt();
            var spec =
                    new DeciderSpec<>(
                            decider,
                            more,
                            new Envelope(
                                    envelope.stream, act.actor(), act.now(), envelope.ordinal));
            more.add(spec.recorded(fact.event(), more.size() + 1L, occurred));
        }
        return new DeciderSpec<>(decider, more, envelope);
    }

    private DeciderSpec<C, E, S> with(Envelope other) {
        return new DeciderSpec<>(decider, past, other);
    }

    private Recorded<E> recorded(E event, long sequence) {
        return recorded(event, sequence, envelope.at);
    }

    private Recorded<E> recorded(E event, long sequence, Instant occurredAt) {
        return new Recorded<>(
                event,
                new UUID(0x0198_0000_0000_7000L, 0x9000_0000_0000_0000L + sequence),
                envelope.stream,
                sequence,
                envelope.actor,
                occurredAt,
                envelope.at,
                new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L),
                null,
                sequence == 1 ? envelope.ordinal : null);
    }
}
