package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What became of a command; every method but the reading ones asserts. */
public final class DecisionSpec<C, E, S> {

    private final DeciderSpec<C, E, S> before;
    private final Act act;
    private final Decision<E> decision;

    DecisionSpec(DeciderSpec<C, E, S> before, Act act, Decision<E> decision) {
        this.before = before;
        this.act = act;
        this.decision = decision;
    }

    /** Accepted with exactly these events, in this order. */
    @SafeVarargs
    public final DecisionSpec<C, E, S> then(E... events) {
        assertThat(events()).containsExactly(events);
        return this;
    }

    /** Accepted, and there was nothing to do. */
    public DecisionSpec<C, E, S> thenNothing() {
        assertThat(events()).isEmpty();
        return this;
    }

    /**
     * Accepted with events of exactly these types, in this order; look closer with {@link #the}.
     */
    @SafeVarargs
    public final DecisionSpec<C, E, S> thenTypes(Class<? extends E>... types) {
        List<Class<?>> seen = events().stream().<Class<?>>map(Object::getClass).toList();
        assertThat(seen).isEqualTo(List.of(types));
        return this;
    }

    /** The events happened at this instant. */
    public DecisionSpec<C, E, S> thenOccurredAt(Instant instant) {
        assertThat(accepted().facts())
                .allSatisfy(fact ->
                        assertThat(fact.occurredAt() == null ? act.now() : fact.occurredAt())
                                .isEqualTo(instant));
        return this;
    }

    /** Refused with this code. */
    public DecisionSpec<C, E, S> thenRejected(String code) {
        assertThat(rejection().code()).as(rejection().detail()).isEqualTo(code);
        return this;
    }

    /** Refused with this code and this further member of the answer. */
    public DecisionSpec<C, E, S> thenRejected(String code, String member, Object value) {
        thenRejected(code);
        assertThat(rejection().facts()).containsEntry(member, value);
        return this;
    }

    /** The state afterwards satisfies this. */
    public DecisionSpec<C, E, S> thenState(Consumer<S> claims) {
        claims.accept(state());
        return this;
    }

    /** Afterwards exactly these timers are asked for. */
    public DecisionSpec<C, E, S> thenDue(Due... timers) {
        assertThat(before.decider().due(state())).containsExactlyInAnyOrder(timers);
        return this;
    }

    /** The one event of that type; fails when there is none or more than one. */
    public <T extends E> T the(Class<T> type) {
        List<T> found = events().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as("events of type %s in %s", type, events()).hasSize(1);
        return found.getFirst();
    }

    /** The events; fails when the command was refused. */
    public List<E> events() {
        return accepted().facts().stream().map(Fact::event).toList();
    }

    /** The refusal; fails when the command was accepted. */
    public Rejection rejection() {
        return switch (decision) {
            case Decision.Rejected<E>(Rejection rejection) -> rejection;
            case Decision.Accepted<E>(var facts) ->
                    fail("expected a refusal, but it was accepted with %s", facts);
        };
    }

    /** The state afterwards; that of before when the command was refused. */
    public S state() {
        return next().state();
    }

    /** Goes on: the past with what was accepted, for another command. */
    public DeciderSpec<C, E, S> next() {
        return switch (decision) {
            case Decision.Rejected<E> _ -> before;
            case Decision.Accepted<E> accepted -> before.followedBy(accepted, act);
        };
    }

    private Decision.Accepted<E> accepted() {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> accepted;
            case Decision.Rejected<E>(Rejection rejection) ->
                    fail("refused with %s: %s", rejection.code(), rejection.detail());
        };
    }
}
