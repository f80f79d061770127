package dev.interlude.planner.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesEvent.OccurrenceChanged;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.series.SeriesEvent.SeriesPlanned;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A calendar program believes a change only when SEQUENCE has grown (RFC 5545, 3.8.7.4). */
class SequenceTest {

    private static final String ID = "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c99";
    private static final LocalDateTime FIRST = LocalDateTime.parse("2027-03-13T01:00");
    private static final LocalDateTime SECOND = FIRST.plusWeeks(1);
    private static final LocalDateTime THIRD = FIRST.plusWeeks(2);

    private static SeriesTerms weekly(LocalDateTime from, String title, int hours) {
        return new SeriesTerms(
                title,
                Map.of("en", "We patch."),
                null,
                "Europe/Berlin",
                "FREQ=WEEKLY",
                from,
                Duration.ofHours(hours),
                List.of(new ComponentImpact("builds", "Builds", Impact.OUTAGE)),
                "platform",
                null,
                Duration.ofDays(30),
                false,
                null,
                null,
                null,
                null);
    }

    private static SeriesRevised revised(LocalDateTime from, String title, int hours) {
        return new SeriesRevised(ID, from, weekly(from, title, hours), List.of());
    }

    private static Recurring after(SeriesEvent... events) {
        Series state =
                Series.evolve(new NotPlanned(), new SeriesPlanned(ID, weekly(FIRST, "Patches", 2)));
        for (SeriesEvent event : events) {
            state = Series.evolve(state, event);
        }
        return (Recurring) state;
    }

    private static List<Integer> sequences(Recurring s) {
        return List.of(s.sequence(FIRST), s.sequence(SECOND), s.sequence(THIRD));
    }

    @Test
    void each_revision_counts_for_those_from_which_on_it_holds() {
        assertThat(sequences(after())).containsExactly(0, 0, 0);
        assertThat(sequences(after(revised(SECOND, "Longer patches", 3)))).containsExactly(0, 1, 1);
        assertThat(
                        sequences(
                                after(
                                        revised(THIRD, "Patches at last", 2),
                                        revised(SECOND, "Longer patches", 3))))
                .containsExactly(0, 1, 2);
    }

    /** A revision replaces later ones; what they were counted for is not forgotten. */
    @Test
    void it_never_shrinks() {
        Recurring twice = after(revised(SECOND, "Longer", 3), revised(FIRST, "Shorter", 1));
        assertThat(twice.parts()).hasSize(1);
        assertThat(sequences(twice)).containsExactly(1, 2, 2);
    }

    @Test
    void what_is_otherwise_about_one_counts_for_that_one() {
        var changed =
                new OccurrenceChanged(
                        ID,
                        Occurrence.id(ID, SECOND),
                        SECOND,
                        null,
                        null,
                        "Patch, and the kernel",
                        null,
                        "A hole");
        assertThat(sequences(after(changed))).containsExactly(0, 1, 0);
    }

    /** The entry keeps its UID, so the window goes on from what the occurrence had come to. */
    @Test
    void the_window_that_one_becomes_counts_on() {
        Recurring before = after(revised(SECOND, "Longer patches", 3));
        SeriesTerms terms = before.terms();
        Occurrence one = Occurrences.of(before).at(SECOND).orElseThrow();
        var opened =
                new OccurrenceOpened(
                        ID,
                        one.windowId(),
                        SECOND,
                        one.title(),
                        terms.publicText(),
                        null,
                        terms.zone(),
                        one.start(),
                        one.end(),
                        terms.components(),
                        terms.team(),
                        null,
                        null,
                        null,
                        false,
                        null);
        Recurring after = (Recurring) Series.evolve(before, opened);
        assertThat(after.sequence(one.windowId())).isEqualTo(1);
        assertThat(after.sequence(Occurrence.id(ID, FIRST))).isZero();
    }
}
