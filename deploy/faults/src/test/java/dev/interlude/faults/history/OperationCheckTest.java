package dev.interlude.faults.history;

import static dev.interlude.faults.history.Histories.asked;
import static dev.interlude.faults.history.Histories.row;
import static dev.interlude.faults.history.Histories.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.faults.history.Answer.Refused;
import dev.interlude.faults.history.Answer.Unknown;
import dev.interlude.faults.history.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationCheckTest {

    private static List<Kind> kinds(Operation operation, Stored... log) {
        return OperationCheck.of(List.of(operation), List.of(log)).stream()
                .map(Finding::kind)
                .distinct()
                .toList();
    }

    @Test
    void what_was_acknowledged_is_there_once() {
        assertThat(kinds(asked("x", stored("a", 1)), row(1, "a", 1, "x"))).isEmpty();
        assertThat(kinds(asked("x", stored("a", 1)))).containsExactly(Kind.LOST);
        assertThat(kinds(asked("x", stored("a", 1)), row(1, "a", 1, "x"), row(2, "a", 2, "x")))
                .containsExactly(Kind.DUPLICATED);
    }

    @Test
    void what_was_acknowledged_is_where_it_was_told_to_be() {
        assertThat(kinds(asked("x", stored("a", 2)), row(1, "a", 1, "x")))
                .containsExactly(Kind.LOST);
    }

    @Test
    void another_event_in_its_place_is_a_loss() {
        var other = new Stored(1, "planner", "a", 1, Histories.id("b", 7), "digest", "x");
        assertThat(kinds(asked("x", stored("a", 1)), other)).containsExactly(Kind.LOST);
    }

    @Test
    void what_was_refused_is_not_there() {
        assertThat(kinds(asked("x", new Refused("wrong-state")))).isEmpty();
        assertThat(kinds(asked("x", new Refused("wrong-state")), row(1, "a", 1, "x")))
                .containsExactly(Kind.DUPLICATED);
    }

    @Test
    void what_is_unknown_may_be_either_but_never_both() {
        var unknown = asked("x", new Unknown("time-out"));
        assertThat(kinds(unknown)).isEmpty();
        assertThat(kinds(unknown, row(1, "a", 1, "x"))).isEmpty();
        assertThat(kinds(unknown, row(1, "a", 1, "x"), row(2, "a", 2, "x")))
                .containsExactly(Kind.DUPLICATED);
    }

    @Test
    void what_was_never_answered_may_be_either() {
        assertThat(kinds(asked("x"))).isEmpty();
        assertThat(kinds(asked("x"), row(1, "a", 1, "x"))).isEmpty();
    }

    @Test
    void asked_again_the_answer_is_the_first_one() {
        var log = new Stored[] {row(1, "a", 1, "x"), row(2, "a", 2)};
        assertThat(kinds(asked("x", new Unknown("cut"), stored("a", 1), stored("a", 1)), log))
                .isEmpty();
        assertThat(kinds(asked("x", stored("a", 1), stored("a", 2)), log))
                .containsExactly(Kind.DUPLICATED);
    }
}
