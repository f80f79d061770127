package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One try of a command on what its stream says: version, decide, append.
 *
 * @param <C> commands
 * @param <E> events
 * @param <S> states
 */
final class CommandAttempt<C, E, S> {

    private final Aggregate<C, E, S> aggregate;
    private final Streams<E, S> streams;
    private final Writer writer;
    private final Refusals refusals;

    CommandAttempt(
            Aggregate<C, E, S> aggregate, Streams<E, S> streams, Writer writer, Refusals refusals) {
        this.aggregate = aggregate;
        this.streams = streams;
        this.writer = writer;
        this.refusals = refusals;
    }

    Aggregate<C, E, S> aggregate() {
        return aggregate;
    }

    /** Fails with {@link Append.VersionConflict} when the stream has moved on meanwhile. */
    Uni<Handled<E, S>> decide(
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
        var outcome = new CommandOutcome<>(aggregate.decider(), how, before, facts, ids(facts));
        if (facts.isEmpty()) {
            return Uni.createFrom().item(outcome.nothing());
        }
        if (how.dryRun()) {
            return Uni.createFrom().item(outcome.at(before.sequence() + 1, act.now(), null));
        }
        return writer.append(append(how, act, before, outcome))
                .map(done -> outcome.at(done.firstSequence(), done.recordedAt(), done.ordinal()));
    }

    private static <E> List<java.util.UUID> ids(List<Fact<E>> facts) {
        return facts.stream().map(fact -> Ids.next()).toList();
    }

    private Append append(Invocation how, Act act, Folded<S> before, CommandOutcome<E, S> outcome) {
        S after = before.state();
        long sequence = before.sequence();
        var events = new ArrayList<Append.NewEvent>();
        for (int i = 0; i < outcome.facts().size(); i++) {
            Fact<E> fact = outcome.facts().get(i);
            after = aggregate.decider().evolve(after, Recorded.decided(fact, act, ++sequence));
            events.add(
                    new Append.NewEvent(
                            outcome.ids().get(i),
                            aggregate.types().typeOf(fact.event()),
                            Envelopes.micros(fact.occurredAt()),
                            LogJson.write(fact.event())));
        }
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
}
