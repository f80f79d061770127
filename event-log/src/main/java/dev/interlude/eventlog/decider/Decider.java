package dev.interlude.eventlog.decider;

import java.util.Set;

/**
 * The write side of one aggregate, pure. Implementations have no fields, no clock, no randomness
 * and no input or output.
 *
 * @param <C> commands, sealed; each carries its {@link Act}
 * @param <E> events, sealed
 * @param <S> states, sealed or a record; immutable
 */
public interface Decider<C, E, S> {

    /** The state of a stream without events. */
    S initial();

    /** Decides; never throws for anything a caller can cause. */
    Decision<E> decide(C command, S state);

    /** Folds one event into the state. */
    S evolve(S state, Recorded<E> event);

    /**
     * The timers that this state asks for. The rows are kept by the append that reaches the state:
     * timers that an earlier state asked for and this one does not are removed by the same append.
     */
    default Set<Due> due(S state) {
        return Set.of();
    }
}
