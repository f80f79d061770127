package dev.interlude.notifier.view.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Told;
import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.view.answer.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static Sample other() {
        return new Sample(new UUID(3, 3).toString(), 143).planned().announced();
    }

    @Test
    void nothing_is_shown_before_all_was_read() {
        assertThatThrownBy(() -> new PublicBoard().edition()).isInstanceOf(Problem.class);
    }

    @Test
    void windows_stand_where_their_crews_put_them() {
        assertThat(Editions.of(new Sample().planned()).upcoming()).isEmpty();
        assertThat(Editions.of(new Sample().planned().announced()).upcoming()).hasSize(1);
        assertThat(Editions.of(new Sample().planned().announced().started()).running()).hasSize(1);
        Board over = Editions.of(Sample.night());
        assertThat(over.running()).isEmpty();
        assertThat(over.upcoming()).isEmpty();
        assertThat(over.ended()).hasSize(1);
    }

    @Test
    void a_window_is_found_by_id_and_by_number() {
        Board board = Editions.of(Sample.night());
        assertThat(board.window("M-142")).isPresent();
        assertThat(board.window(Sample.WINDOW)).isEqualTo(board.window("M-142"));
        assertThat(board.window("M-143")).isEmpty();
    }

    @Test
    void of_two_windows_on_a_component_the_worse_impact_shows() {
        Board board =
                Editions.of(
                        new Sample().planned().announced().started().apiIsBack(),
                        other().started());
        assertThat(board.components())
                .extracting(ComponentNow::name, ComponentNow::impact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("API", Impact.DEGRADED),
                        org.assertj.core.groups.Tuple.tuple("Builds", Impact.OUTAGE));
    }

    @Test
    void what_an_ended_window_left_stays_until_another_one_leaves_less() {
        Sample left =
                new Sample()
                        .planned()
                        .announced()
                        .started()
                        .then(
                                "WindowCompleted",
                                "2026-11-28T03:41:00Z",
                                "{'actualEnd':'2026-11-28T03:41:00Z',"
                                        + "'impactLeft':[{'id':'api','impact':'DEGRADED'}]}");
        assertThat(Editions.of(left).worstNow()).isEqualTo(Impact.DEGRADED);
        assertThat(Editions.of(left, other().started().completed()).worstNow())
                .isEqualTo(Impact.NO_IMPACT);
    }

    @Test
    void only_changes_of_time_title_or_standing_count_as_such() {
        assertThat(changes(new Sample().planned().announced().started().progressed())).isZero();
        assertThat(changes(new Sample().planned().announced().started().extended())).isEqualTo(1);
        assertThat(changes(new Sample().planned().announced().cancelled())).isEqualTo(1);
        assertThat(changes(Sample.night())).isEqualTo(2);
        assertThat(changes(new Sample().planned().announced().moved())).isEqualTo(1);
        assertThat(changes(new Sample().planned().announced().delayed())).isZero();
    }

    @Test
    void a_corrected_text_is_shown_nowhere_any_more() {
        Sample sample = new Sample().planned().announced().started().progressed();
        String wrong = sample.last().id().toString();
        for (Board board :
                List.of(
                        Editions.of(sample.corrected(wrong)),
                        Editions.of(sample.completed()),
                        Editions.of(sample.corrected(wrong)))) {
            var window = board.window("M-142").orElseThrow();
            assertThat(window.notices().toString())
                    .doesNotContain("Half of the queues")
                    .contains("A third of the queues");
            assertThat(board.latest(Optional.empty()).toString())
                    .doesNotContain("Half of the queues");
        }
    }

    private static int changes(Sample sample) {
        return Editions.of(sample).window("M-142").orElseThrow().timeChanges();
    }

    @Test
    void the_worst_impact_of_a_window_is_remembered() {
        var window = Editions.of(Sample.night()).window("M-142").orElseThrow();
        assertThat(window.worst().values())
                .extracting(c -> c.impact())
                .containsExactly(Impact.OUTAGE, Impact.DEGRADED);
    }

    @Test
    void each_thing_is_rendered_once_per_notice() {
        var board = new PublicBoard();
        board.caughtUp();
        List<String> rendered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            board.edition().once("/", b -> render(rendered));
        }
        assertThat(rendered).hasSize(1);
        Told.events(new Sample().planned().announced()).forEach(board::follow);
        board.edition().once("/", b -> render(rendered));
        assertThat(rendered).hasSize(2);
    }

    @Test
    void guessed_components_are_not_kept() {
        Edition edition = Editions.edition(new Sample().planned().announced());
        List<String> rendered = new ArrayList<>();
        for (String component : List.of("api", "api", "guess", "guess")) {
            edition.onceOf("/feed", Optional.of(component), b -> render(rendered));
        }
        assertThat(rendered).hasSize(3);
    }

    private static Rendered render(List<String> rendered) {
        rendered.add("once");
        return Rendered.of(Rendered.HTML, "x");
    }

    @Test
    void a_long_history_is_bounded_but_every_window_is_found() {
        var samples = new Sample[BoardFold.ENDED_KEPT + 20];
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    new Sample(new UUID(9, i).toString(), i + 1L).planned().announced().cancelled();
        }
        Board board = Editions.of(samples);
        assertThat(board.ended()).hasSize(BoardFold.ENDED_KEPT);
        assertThat(board.ended().getFirst().number()).isEqualTo("M-220");
        assertThat(board.window("M-1")).isPresent();
    }
}
