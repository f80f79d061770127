package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted command leads to, once its place in the log is known.
 *
 * @param before what it was decided on
 * @param ids of the events that the facts become, in the same order
 */
record CommandOutcome<E, S>(
        Decider<?, E, S> decider,
        Invocation how,
        Folded<S> before,
        List<Fact<E>> facts,
        List<UUID> ids) {

    /** The answer of a command that changes nothing. */
    Handled<E, S> nothing() {
        return new Handled<>(
                before.state(),
                List.of(),
                before.version(),
                before.sequence(),
                how.status(),
                how.dryRun());
    }

    /** Folds the facts with the sequences, the instant and the number that they were given. */
    Handled<E, S> at(long firstSequence, Instant recordedAt, @Nullable Long ordinal) {
        var recorded = new ArrayList<Recorded<E>>();
        S state = before.state();
        long sequence = firstSequence - 1;
        for (int i = 0; i < facts.size(); i++) {
            Recorded<E> event =
                    Envelopes.recorded(
                            how,
                            facts.get(i),
                            ids.get(i),
                            ++sequence,
                            recordedAt,
                            i == 0 ? ordinal : null);
            recorded.add(event);
            state = decider.evolve(state, event);
        }
        long version = how.actor().commands() ? sequence : before.version();
        return new Handled<>(state, recorded, version, sequence, how.status(), how.dryRun());
    }
}
