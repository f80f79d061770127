package dev.interlude.testkit;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeciderSpecTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Actor ANA = Tokens.actor("ana");

    record Count(Act act, int by) {}

    record Counted(int by) {}

    record Sum(int total, long sequence, Instant lastAt) {}

    static final class Counting implements Decider<Count, Counted, Sum> {
        @Override
        public Sum initial() {
            return new Sum(0, 0, Instant.EPOCH);
        }

        @Override
        public Decision<Counted> decide(Count command, Sum state) {
            if (command.by() < 0) {
                return Decision.reject(
                        Rejection.conflict("not-down", "counts only up")
                                .with("total", state.total()));
            }
            return command.by() == 0
                    ? Decision.nothing()
                    : Decision.accept(new Counted(command.by()));
        }

        @Override
        public Sum evolve(Sum state, Recorded<Counted> e) {
            return new Sum(state.total() + e.event().by(), e.sequence(), e.recordedAt());
        }

        @Override
        public Set<Due> due(Sum state) {
            return Set.of(new Due("tick", state.lastAt().plusSeconds(state.total())));
        }
    }

    private final Counting counting = new Counting();
    private final Act act = Acts.by(ANA, TEN, "planner");

    @Test
    void the_past_has_consecutive_sequences_and_the_given_instants() {
        Sum state = given(counting, new Counted(1)).by(ANA).at(TEN).and(new Counted(2)).state();
        assertThat(state).isEqualTo(new Sum(3, 2, TEN));
    }

    @Test
    void a_decision_is_compared_event_by_event() {
        given(counting, new Counted(1))
                .when(new Count(act, 4))
                .then(new Counted(4))
                .thenTypes(Counted.class)
                .thenOccurredAt(TEN)
                .thenState(s -> assertThat(s.total()).isEqualTo(5))
                .thenDue(new Due("tick", TEN.plusSeconds(5)))
                .next()
                .when(new Count(act, 0))
                .thenNothing();
    }

    @Test
    void a_refusal_has_a_code_and_members() {
        given(counting, new Counted(1))
                .when(new Count(act, -1))
                .thenRejected("not-down", "total", 1);
    }

    @Test
    void each_check_can_fail() {
        var accepted = given(counting).when(new Count(act, 1));
        var refused = given(counting).when(new Count(act, -1));
        assertThatThrownBy(() -> accepted.then(new Counted(2))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(accepted::thenNothing).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> accepted.thenRejected("x")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> accepted.thenOccurredAt(Instant.EPOCH))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> accepted.thenDue()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> refused.thenRejected("x")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(refused::thenNothing).isInstanceOf(AssertionError.class);
    }
}
