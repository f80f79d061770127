package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.Lookups.KeyName;
import dev.interlude.eventlog.WriterReads.Known;
import dev.interlude.eventlog.WriterReads.Place;
import dev.interlude.eventlog.WriterRound.Head;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the own appends of a round one after the other and gives out their places. One that can't
 * be admitted leaves no trace and harms no other; of two to one stream the first wins.
 *
 * @param service this service's name, the source of own events
 */
record WriterAdmission(String service) {

    /** Adds the rows to the round; returns the position of the last one. */
    long admit(WriterRound round, Known known) {
        var state = new State(known);
        for (Writer.OwnWork work : round.own) {
            Append append = work.append();
            Head head = state.heads.getOrDefault(append.stream(), Head.NONE);
            RuntimeException refusal = refusal(append, head, state);
            if (refusal == null) {
                admit(round, work, head, state);
            } else {
                round.failed(work, refusal);
            }
        }
        return state.position;
    }

    /** What is known, kept up to date from append to append. */
    private static final class State {
        private final Place place;
        private final Map<String, Head> heads;
        private final Set<KeyName> taken;
        private final Map<String, Long> ordinals;
        private long position;

        State(Known known) {
            this.place = known.place();
            this.heads = new HashMap<>(known.heads());
            this.taken = new HashSet<>(known.taken());
            this.ordinals = new HashMap<>(known.ordinals());
            this.position = place.position();
        }
    }

    private static @Nullable RuntimeException refusal(Append append, Head head, State state) {
        Append.Key key = append.key();
        if (key != null && state.taken.contains(key.name())) {
            return new Append.KeyTaken();
        }
        boolean differs = append.expected() != Append.ANY && append.expected() != head.sequence();
        return differs
                ? new Append.VersionConflict(append.stream(), append.expected(), head.sequence())
                : null;
    }

    private void admit(WriterRound round, Writer.OwnWork work, Head head, State state) {
        Append append = work.append();
        Append.Key key = append.key();
        if (key != null) {
            state.taken.add(key.name());
        }
        Long ordinal = null;
        if (append.category().numbered() && head.sequence() == 0) {
            ordinal = state.ordinals.merge(append.category().name(), 1L, Long::sum);
        }
        long first = head.sequence() + 1;
        long sequence = head.sequence();
        for (Append.NewEvent event : append.events()) {
            sequence++;
            state.position++;
            round.rows.add(
                    row(
                            append,
                            event,
                            state.place,
                            state.position,
                            sequence,
                            sequence == first ? ordinal : null));
        }
        var changed =
                new Head(
                        sequence,
                        append.actor().commands() ? sequence : head.commandSequence(),
                        head.sequence() == 0 ? ordinal : head.ordinal());
        state.heads.put(append.stream(), changed);
        round.heads.put(append.stream(), changed);
        round.admitted.add(new WriterRound.Admitted(append, first, sequence));
        round.done(work, new Appended(first, state.position, state.place.now(), ordinal));
    }

    private LogEvent row(
            Append append,
            Append.NewEvent event,
            Place place,
            long position,
            long sequence,
            @Nullable Long ordinal) {
        return new LogEvent(
                position,
                service,
                place.epoch(),
                append.stream(),
                sequence,
                event.id(),
                event.type(),
                Category.idOf(append.stream()),
                event.occurredAt() == null ? place.now() : Rows.kept(event.occurredAt()),
                place.now(),
                null,
                null,
                ordinal,
                append.actor(),
                append.correlationId(),
                append.causationId(),
                append.traceparent(),
                event.data());
    }
}
