package dev.interlude.faults.history;

import static dev.interlude.faults.history.Histories.copy;
import static dev.interlude.faults.history.Histories.id;
import static dev.interlude.faults.history.Histories.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.faults.history.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyCheckTest {

    private static final List<Stored> LOG =
            List.of(row(1, "a", 1), row(2, "b", 1), row(3, "a", 2), row(4, "a", 3));

    private static List<Kind> topic(Copied... copied) {
        return kinds(CopyCheck.atLeastOnce("topic", LOG, List.of(copied)));
    }

    private static List<Kind> archive(Copied... copied) {
        return kinds(CopyCheck.exactlyOnce("archive", LOG, List.of(copied)));
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    @Test
    void a_whole_copy_is_good_whatever_the_order_between_streams() {
        assertThat(topic(copy("b", 1), copy("a", 1), copy("a", 2), copy("a", 3))).isEmpty();
    }

    @Test
    void a_topic_may_repeat_a_stretch_and_an_archive_may_not() {
        Copied[] repeated = {
            copy("a", 1), copy("a", 2), copy("b", 1), copy("a", 1), copy("a", 2), copy("a", 3)
        };
        assertThat(topic(repeated)).isEmpty();
        assertThat(archive(repeated)).containsExactly(Kind.DUPLICATED, Kind.DUPLICATED);
    }

    @Test
    void what_is_not_copied_is_lost() {
        assertThat(topic(copy("a", 1), copy("a", 2), copy("a", 3))).containsExactly(Kind.LOST);
    }

    @Test
    void a_first_occurrence_behind_a_later_one_is_found() {
        assertThat(topic(copy("b", 1), copy("a", 1), copy("a", 3), copy("a", 2)))
                .containsExactly(Kind.REORDERED);
    }

    @Test
    void other_bytes_are_found() {
        var other = new Copied("a", 3, id("a", 3), "another digest", 1, 3);
        assertThat(topic(copy("b", 1), copy("a", 1), copy("a", 2), other))
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void a_repetition_with_other_bytes_is_found() {
        var other = new Copied("b", 1, id("b", 1), "another digest", 1, 1);
        assertThat(topic(copy("b", 1), other, copy("a", 1), copy("a", 2), copy("a", 3)))
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void what_the_log_does_not_hold_is_found() {
        assertThat(topic(copy("b", 1), copy("a", 1), copy("a", 2), copy("a", 3), copy("a", 4)))
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void what_its_source_lost_is_no_part_of_a_copy() {
        var restores = List.of(new Restore(7, 4));
        var before = new Copied("a", 1, id("a", 1), "digest", 1, 4);
        var lost = new Copied("a", 2, id("a", 2), "digest", 1, 5);
        var anew = new Copied("a", 2, id("x", 2), "digest", 7, 6);
        assertThat(Restore.live(List.of(before, lost, anew), restores))
                .containsExactly(before, anew);
        assertThat(Restore.live(List.of(before, lost), List.of())).hasSize(2);
    }

    @Test
    void a_timer_fires_once_and_not_before_its_time() {
        assertThat(
                        kinds(
                                Timer.check(
                                        List.of(
                                                new Timer("fired", true, 1),
                                                new Timer("waits", false, 0),
                                                new Timer("forgotten", true, 0),
                                                new Timer("twice", true, 2),
                                                new Timer("early", false, 1)))))
                .containsExactly(Kind.LOST, Kind.DUPLICATED, Kind.DUPLICATED);
    }
}
