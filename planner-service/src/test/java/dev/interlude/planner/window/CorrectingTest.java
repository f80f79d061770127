package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.CorrectText;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.TextCorrected;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.testkit.DeciderSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectingTest {

    private static final Map<String, String> SLIPPED = Map.of("en", "Channel 7 for details.");
    private static final Map<String, String> BETTER = Map.of("en", "Nothing is lost.");

    private static DeciderSpec<WindowCommand, WindowEvent, Window> slipped() {
        return started().and(new ProgressPosted(ID, 1, SLIPPED, null, null));
    }

    private static CorrectText correct(Act act, @Nullable UUID of) {
        return new CorrectText(act, of, BETTER, "internal");
    }

    private static Known known(Window w) {
        return (Known) w;
    }

    private static UUID idOf(Window w, Map<String, String> text) {
        return known(w).promise().saying().texts().stream()
                .filter(t -> t.text().equals(text))
                .findFirst()
                .orElseThrow()
                .eventId();
    }

    @Test
    void what_slipped_last_is_replaced_at_once() {
        UUID id = idOf(slipped().state(), SLIPPED);
        slipped()
                .when(correct(ben(TWO), null))
                .then(new TextCorrected(ID, id.toString(), BETTER, SLIPPED, "internal"))
                .thenState(w ->
                        assertThat(known(w).course().updates().getFirst().publicText())
                                .isEqualTo(BETTER))
                .thenState(w -> assertThat(known(w).plan().publicText()).isEqualTo(TEXT));
    }

    @Test
    void the_text_of_the_plan_is_corrected_where_it_was_announced() {
        UUID id = idOf(slipped().state(), TEXT);
        slipped()
                .when(correct(ana(TWO), id))
                .then(new TextCorrected(ID, id.toString(), BETTER, TEXT, "internal"))
                .thenState(w -> assertThat(known(w).plan().publicText()).isEqualTo(BETTER))
                .thenState(w ->
                        assertThat(known(w).course().updates().getFirst().publicText())
                                .isEqualTo(SLIPPED));
    }

    @Test
    void a_text_of_the_plan_that_was_replaced_since_leaves_the_present_one_alone() {
        UUID id = idOf(announced().state(), TEXT);
        var revised =
                announced()
                        .and(
                                new WindowRevised(
                                        ID, null, SLIPPED, null, null, null, null, null, null, null,
                                        null, null, null, null, null));
        revised.when(correct(ana(MONDAY), id))
                .thenState(w -> assertThat(known(w).plan().publicText()).isEqualTo(SLIPPED));
    }

    @Test
    void every_text_that_was_told_can_be_corrected_also_when_all_is_over() {
        var w =
                started()
                        .and(new WindowExtended(ID, FOUR, FIVE, "slow", SLIPPED, 1, null, true))
                        .and(new WindowCompleted(ID, Outcome.SUCCEEDED, FIVE, null, null, SLIPPED));
        w.when(correct(carla(FIVE), null))
                .thenState(s ->
                        assertThat(known(s).course().ending())
                                .asString()
                                .contains("Nothing is lost"))
                .next()
                .when(correct(carla(FIVE), idOf(w.state(), SLIPPED)))
                .thenState(s ->
                        assertThat(known(s).promise().extensions().getFirst().publicText())
                                .isEqualTo(BETTER));
    }

    @Test
    void a_corrected_text_can_be_corrected_again() {
        slipped()
                .when(correct(ben(TWO), null))
                .next()
                .when(new CorrectText(ben(TWO), null, TEXT, null))
                .thenState(w ->
                        assertThat(known(w).course().updates().getFirst().publicText())
                                .isEqualTo(TEXT))
                .next()
                .when(new CorrectText(ben(TWO), null, TEXT, null))
                .thenNothing();
    }

    @Test
    void only_what_was_told_can_be_corrected() {
        withCrew().when(correct(ana(MONDAY), null)).thenRejected("wrong-state");
        slipped().when(correct(ana(TWO), new UUID(1, 1))).thenRejected("invalid");
        started()
                .and(new ProgressPosted(ID, 1, null, SLIPPED, null))
                .when(correct(ana(TWO), null))
                .thenState(w -> assertThat(known(w).plan().publicText()).isEqualTo(BETTER));
    }

    @Test
    void who_speaks_for_the_window_corrects() {
        for (var act : List.of(ana(TWO), ben(TWO), carla(TWO))) {
            slipped().when(correct(act, null)).thenTypes(TextCorrected.class);
        }
        slipped().when(correct(stranger(TWO), null)).thenRejected("not-crew");
    }
}
