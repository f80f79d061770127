package dev.interlude.faults.history;

import static dev.interlude.faults.history.Histories.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.faults.history.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final List<Stored> GOOD =
            List.of(row(1, "a", 1), row(2, "b", 1), row(3, "a", 2), row(4, "a", 3));

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    @Test
    void a_gapless_log_is_good() {
        assertThat(LogCheck.of(GOOD)).isEmpty();
        assertThat(LogCheck.of(List.of())).isEmpty();
    }

    @Test
    void a_position_that_nothing_has_is_found() {
        assertThat(kinds(LogCheck.of(List.of(row(1, "a", 1), row(3, "a", 2)))))
                .containsExactly(Kind.GAPPED);
        assertThat(kinds(LogCheck.of(List.of(row(2, "a", 1))))).containsExactly(Kind.GAPPED);
    }

    @Test
    void a_position_given_twice_is_found() {
        assertThat(kinds(LogCheck.of(List.of(row(1, "a", 1), row(1, "b", 1)))))
                .containsExactly(Kind.DUPLICATED);
    }

    @Test
    void a_stream_version_that_nothing_has_is_found() {
        assertThat(kinds(LogCheck.of(List.of(row(1, "a", 1), row(2, "a", 3)))))
                .containsExactly(Kind.GAPPED);
    }

    @Test
    void a_stream_that_does_not_rise_is_found() {
        assertThat(kinds(LogCheck.of(List.of(row(1, "a", 1), row(2, "a", 3), row(3, "a", 2)))))
                .containsExactly(Kind.GAPPED, Kind.REORDERED);
    }

    @Test
    void an_event_that_is_there_twice_is_found() {
        assertThat(kinds(LogCheck.of(List.of(row(1, "a", 1), row(2, "a", 1)))))
                .containsExactly(Kind.DUPLICATED, Kind.DUPLICATED);
    }

    @Test
    void the_same_version_of_another_source_is_no_repetition() {
        var heard = new Stored(2, "checklist", "a", 1, Histories.id("c", 1), "digest", null);
        assertThat(LogCheck.of(List.of(row(1, "a", 1), heard))).isEmpty();
    }

    @Test
    void a_reader_that_saw_all_in_order_is_good() {
        assertThat(LogCheck.ofReader(GOOD, List.of(1L, 2L, 3L, 4L))).isEmpty();
    }

    @Test
    void a_reader_that_passed_over_an_event_is_found() {
        assertThat(kinds(LogCheck.ofReader(GOOD, List.of(1L, 2L, 4L)))).containsExactly(Kind.LOST);
    }

    @Test
    void a_reader_that_saw_another_order_is_found() {
        assertThat(kinds(LogCheck.ofReader(GOOD, List.of(1L, 3L, 2L, 4L))))
                .containsExactly(Kind.REORDERED);
    }

    @Test
    void a_reader_that_saw_an_event_twice_is_found() {
        assertThat(kinds(LogCheck.ofReader(GOOD, List.of(1L, 2L, 2L, 3L, 4L))))
                .containsExactly(Kind.DUPLICATED);
    }

    @Test
    void what_was_seen_and_is_gone_is_found() {
        assertThat(kinds(LogCheck.ofReader(GOOD, List.of(1L, 2L, 3L, 4L, 5L))))
                .containsExactly(Kind.LOST);
    }
}
