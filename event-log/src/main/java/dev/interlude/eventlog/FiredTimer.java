package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Recorded;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * The command that a timer turns into when its row comes due, while its state still asks for it.
 */
final class FiredTimer {

    private FiredTimer() {}

    /**
     * Fires; completes with the events it led to, none when it no longer means anything. Fails with
     * {@link NotYetDue} when the state asks for it at a later instant than the row was made for.
     */
    static <C, E, S> Uni<List<Recorded<E>>> fire(
            CommandHandler<C, E, S> handler, String stream, Due row) {
        Aggregate<C, E, S> aggregate = handler.aggregate();
        Aggregate.WhenDue<C> whenDue = aggregate.whenDue();
        if (whenDue == null) {
            return Uni.createFrom().item(List.of());
        }
        return handler.handlePrepared(
                        how(stream, row),
                        (act, state) -> command(aggregate, whenDue, row.name(), act, state))
                .map(Handled::events)
                .onFailure(NoLongerDue.class)
                .recoverWithItem(List.of());
    }

    /** The decider is given the very timer it asked for, however precise its instant. */
    private static <C, E, S> Uni<C> command(
            Aggregate<C, E, S> aggregate,
            Aggregate.WhenDue<C> whenDue,
            String name,
            Act act,
            S state) {
        return aggregate.decider().due(state).stream()
                .filter(due -> due.name().equals(name))
                .findFirst()
                .map(due ->
                        TimerChange.inRow(due).at().isAfter(act.now())
                                ? Uni.createFrom().<C>failure(new NotYetDue(due.at()))
                                : Uni.createFrom().item(whenDue.command(due, act)))
                .orElseGet(() -> Uni.createFrom().failure(new NoLongerDue()));
    }

    private static Invocation how(String stream, Due row) {
        return new Invocation(
                stream,
                "timer",
                Actor.timer(row.name()),
                Authority.system(),
                Ids.next(),
                null,
                null,
                null,
                new byte[0],
                200,
                null,
                false);
    }

    /**
     * The row was made while the command was decided, and the state counts from the instant at
     * which it was recorded.
     */
    static final class NotYetDue extends RuntimeException {

        private final transient Instant until;

        NotYetDue(Instant until) {
            super("not due before " + until, null, false, false);
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    /** The timer was dropped, or another replica was faster. */
    private static final class NoLongerDue extends RuntimeException {
        NoLongerDue() {
            super("no longer due", null, false, false);
        }
    }
}
