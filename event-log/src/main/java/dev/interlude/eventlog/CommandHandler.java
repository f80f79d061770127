package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
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

    private final Aggregate<C, E, S> aggregate;
    private final Streams<E, S> streams;
    private final Writer writer;
    private final Keys keys;
    private final Refusals refusals;
    private final Turns turns = new Turns();

    CommandHandler(
            Aggregate<C, E, S> aggregate,
            Streams<E, S> streams,
            Writer writer,
            Keys keys,
            Refusals refusals) {
        this.aggregate = aggregate;
        this.streams = streams;
        this.writer = writer;
        this.keys = keys;
        this.refusals = refusals;
    }

    public Aggregate<C, E, S> aggregate() {
        return aggregate;
    }

    /** The state of an aggregate by its id (without the category), always current. */
    public Uni<Folded<S>> fold(String id) {
        return streams.fold(aggregate.category().stream(id));
    }

    /** The state as it was known at an instant. */
    public Uni<Folded<S>> foldAsOf(String id, Instant recordedUpTo) {
        return streams.foldAsOf(aggregate.category().stream(id), recordedUpTo);
    }

    /** All events of an aggregate, oldest first. */
    public Uni<List<Recorded<E>>> events(String id) {
        return streams.events(aggregate.category().stream(id))
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
                how, () -> attempt(how, prepare), known -> FirstAnswer.of(streams, how, known));
    }

    /** The first try takes what comes; whoever loses it waits for their turn. */
    private Uni<Handled<E, S>> attempt(Invocation how, BiFunction<Act, S, Uni<C>> prepare) {
        return decide(how, prepare)
                .onFailure(Append.VersionConflict.class)
                .recoverWithUni(() -> {
                    long deadline = System.nanoTime() + PATIENCE_NANOS;
                    return turns.take(how.stream(), () -> again(how, prepare, deadline));
                });
    }

    private Uni<Handled<E, S>> again(
            Invocation how, BiFunction<Act, S, Uni<C>> prepare, long deadline) {
        return decide(how, prepare)
                .onFailure(Append.VersionConflict.class)
                .recoverWithUni(() ->
                        System.nanoTime() < deadline
                                ? again(how, prepare, deadline)
                                : Uni.createFrom().failure(contended()));
    }

    private static Problem contended() {
        return Problem.of(503, "contended", "too many act on this at once").retryAfter(1);
    }

    private Uni<Handled<E, S>> decide(Invocation how, BiFunction<Act, S, Uni<C>> prepare) {
        return streams.fold(how.stream()).chain(before -> decide(how, prepare, before));
    }

    private Uni<Handled<E, S>> decide(
            Invocation how, BiFunction<Act, S, Uni<C>> prepare, Folded<S> before) {
        Long seen = how.ifMatch();
        if (seen != null && seen != before.version()) {
            return versionDiffers(how, before, seen);
        }
        Act act = new Act(how.actor(), how.authority(), before.now(), how.correlationId());
        return prepare.apply(act, before.state())
                .chain(command ->
                        switch (aggregate.decider().decide(command, before.state())) {
                            case Decision.Accepted<E>(var facts) ->
                                    accepted(how, act, before, facts);
                            case Decision.Rejected<E>(var rejection) ->
                                    rejected(how, rejection, before.sequence());
                        });
    }

    private Uni<Handled<E, S>> versionDiffers(Invocation how, Folded<S> before, long seen) {
        var rejection =
                Rejection.conflict("version-differs", "the present version is " + before.version());
        Uni<Void> recorded =
                before.exists()
                        ? refusals.record(how, rejection, before.sequence())
                        : Uni.createFrom().voidItem();
        return recorded.chain(() -> streams.events(how.stream()))
                .chain(rows ->
                        Uni.createFrom()
                                .failure(
                                        new VersionDiffers(
                                                before.version(),
                                                rows.stream()
                                                        .filter(row -> row.sequence() > seen)
                                                        .toList())));
    }

    private Uni<Handled<E, S>> rejected(Invocation how, Rejection rejection, long sequence) {
        Uni<Void> recorded =
                rejection.kind() == Rejection.Kind.CONFLICT && sequence > 0
                        ? refusals.record(how, rejection, sequence)
                        : Uni.createFrom().voidItem();
        return recorded.chain(() -> Uni.createFrom().failure(new RejectedException(rejection)));
    }

    private Uni<Handled<E, S>> accepted(
            Invocation how, Act act, Folded<S> before, List<Fact<E>> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            new Handled<>(
                                    before.state(),
                                    List.of(),
                                    before.version(),
                                    before.sequence(),
                                    how.status(),
                                    how.dryRun()));
        }
        S after = before.state();
        long sequence = before.sequence();
        var events = new ArrayList<Append.NewEvent>();
        for (Fact<E> fact : facts) {
            after = aggregate.decider().evolve(after, Recorded.decided(fact, act, ++sequence));
            events.add(
                    new Append.NewEvent(
                            Ids.next(),
                            aggregate.types().typeOf(fact.event()),
                            Envelopes.micros(fact.occurredAt()),
                            LogJson.write(fact.event())));
        }
        Append append = append(how, before, after, events);
        if (how.dryRun()) {
            return Uni.createFrom().item(would(how, act, before, after, facts, events));
        }
        return writer.append(append)
                .chain(appended -> handled(how, before, facts, events, appended));
    }

    private Append append(Invocation how, Folded<S> before, S after, List<Append.NewEvent> events) {
        var timers = TimerChange.between(aggregate.decider(), before.state(), after);
        String key = how.idempotencyKey();
        return new Append(
                aggregate.category(),
                how.stream(),
                before.sequence(),
                events,
                how.actor(),
                how.correlationId(),
                how.causationId(),
                how.traceparent(),
                key == null
                        ? null
                        : new Append.Key(
                                how.actor().toString(), key, how.requestSha256(), how.status()),
                timers.planned(),
                timers.dropped());
    }

    /**
     * By name, in the database's precision, so that what is read back equals what was asked for.
     */
    private Handled<E, S> would(
            Invocation how,
            Act act,
            Folded<S> before,
            S after,
            List<Fact<E>> facts,
            List<Append.NewEvent> events) {
        var recorded = new ArrayList<Recorded<E>>();
        long sequence = before.sequence();
        for (int i = 0; i < facts.size(); i++) {
            recorded.add(
                    Envelopes.recorded(
                            how, facts.get(i), events.get(i).id(), ++sequence, act.now(), null));
        }
        long version = how.actor().commands() ? sequence : before.version();
        return new Handled<>(after, recorded, version, sequence, how.status(), true);
    }

    /** Folds what was appended, with the instants and numbers that the writer gave. */
    private Uni<Handled<E, S>> handled(
            Invocation how,
            Folded<S> before,
            List<Fact<E>> facts,
            List<Append.NewEvent> events,
            Appended appended) {
        var recorded = new ArrayList<Recorded<E>>();
        S state = before.state();
        long sequence = appended.firstSequence();
        for (int i = 0; i < facts.size(); i++) {
            Recorded<E> event =
                    Envelopes.recorded(
                            how,
                            facts.get(i),
                            events.get(i).id(),
                            sequence++,
                            appended.recordedAt(),
                            i == 0 ? appended.ordinal() : null);
            recorded.add(event);
            state = aggregate.decider().evolve(state, event);
        }
        long last = sequence - 1;
        long version = how.actor().commands() ? last : before.version();
        return Uni.createFrom()
                .item(new Handled<>(state, recorded, version, last, how.status(), false));
    }
}
