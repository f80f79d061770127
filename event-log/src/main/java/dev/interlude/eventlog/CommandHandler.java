package dev.interlude.eventlog;

import dev.interlude.eventlog.Streams.Before;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The path of one command: key, version, fold, decide, append. A command that lost a race is
 * decided anew on what won.
 *
 * @param <C> commands
 * @param <E> events
 * @param <S> states
 */
public final class CommandHandler<C, E, S> {

    /** How long a command that keeps losing races is decided anew. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Streams<E, S> streams;
    private final Keys keys;
    private final CommandAttempt<C, E, S> attempts;
    private final Turns turns = new Turns();

    CommandHandler(Streams<E, S> streams, Keys keys, CommandAttempt<C, E, S> attempts) {
        this.streams = streams;
        this.keys = keys;
        this.attempts = attempts;
    }

    public Aggregate<C, E, S> aggregate() {
        return attempts.aggregate();
    }

    /** The state of an aggregate by its id (without the category), always current. */
    public Uni<Folded<S>> fold(String id) {
        return streams.fold(aggregate().category().stream(id));
    }

    /** The state as it was known at an instant. */
    public Uni<Folded<S>> foldAsOf(String id, Instant recordedUpTo) {
        return streams.foldAsOf(aggregate().category().stream(id), recordedUpTo);
    }

    /** All events of an aggregate, oldest first. */
    public Uni<List<Recorded<E>>> events(String id) {
        return streams.events(aggregate().category().stream(id))
                .map(rows -> rows.stream().map(streams::recorded).toList());
    }

    /**
     * Handles a command. Fails with {@link RejectedException}, {@link VersionDiffers} or a {@link
     * Problem}.
     */
    public Uni<Handled<E, S>> handle(Invocation how, Function<Act, C> command) {
        return handlePrepared(how, (act, state) -> Uni.createFrom().item(() -> command.apply(act)));
    }

    /**
     * The same for a command that is made from more than the request: what {@code prepare} reads (a
     * policy, a freeze) becomes part of the command, and so of the event. It runs again when a race
     * was lost.
     */
    public Uni<Handled<E, S>> handlePrepared(Invocation how, BiFunction<Act, S, Uni<C>> prepare) {
        return keys.once(
                how, () -> first(how, prepare), known -> FirstAnswer.of(streams, how, known));
    }

    /** The first try takes what comes; whoever loses it waits for their turn. */
    private Uni<Handled<E, S>> first(Invocation how, BiFunction<Act, S, Uni<C>> prepare) {
        return streams.before(how.stream(), Keys.of(how))
                .chain(before -> firstOrAgain(how, prepare, before))
                .onFailure(Append.VersionConflict.class)
                .recoverWithUni(() -> {
                    long deadline = System.nanoTime() + PATIENCE_NANOS;
                    return turns.take(how.stream(), () -> anew(how, prepare, deadline));
                });
    }

    private Uni<Handled<E, S>> firstOrAgain(
            Invocation how, BiFunction<Act, S, Uni<C>> prepare, Before<S> before) {
        Keys.Known known = before.known();
        return known == null
                ? attempts.decide(how, prepare, before.folded())
                : FirstAnswer.of(streams, how, known);
    }

    private Uni<Handled<E, S>> anew(
            Invocation how, BiFunction<Act, S, Uni<C>> prepare, long deadline) {
        return streams.fold(how.stream())
                .chain(before -> attempts.decide(how, prepare, before))
                .onFailure(Append.VersionConflict.class)
                .recoverWithUni(() ->
                        System.nanoTime() < deadline
                                ? anew(how, prepare, deadline)
                                : Uni.createFrom().failure(contended()));
    }

    private static Problem contended() {
        return Problem.of(503, "contended", "too many act on this at once").retryAfter(1);
    }
}
