package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.machine;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.WindowCommand.DismissProposal;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowEvent.ExtensionDismissed;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposingTest {

    private static final Instant FIVE_PAST_THREE = TWO.plusSeconds(65 * 60);

    private static Instant four(int minutes) {
        return FOUR.plusSeconds(60L * minutes);
    }

    private static RecordForecast forecast(Instant p50, Instant p90) {
        return new RecordForecast(
                Acts.reaction("when-forecast-passes-end", FIVE_PAST_THREE), p50, p90);
    }

    @Test
    void a_forecast_past_the_promised_end_proposes_an_extension() {
        var proposed = started().when(forecast(four(4), four(52))).the(ExtensionProposed.class);
        assertThat(proposed.announcedEnd()).isEqualTo(FOUR);
        assertThat(proposed.proposedEnd()).isEqualTo(FIVE);
        assertThat(proposed.ordinal()).isEqualTo(1);
        assertThat(proposed.publicText()).containsOnlyKeys("en");
        assertThat(proposed.publicText().get("en")).contains("{{end}}", "{{previousEnd}}");
    }

    @Test
    void at_least_half_an_hour_more_is_proposed() {
        assertThat(
                        started()
                                .when(forecast(four(1), four(2)))
                                .the(ExtensionProposed.class)
                                .proposedEnd())
                .isEqualTo(four(30));
    }

    @Test
    void the_proposed_end_is_a_quarter_of_an_hour() {
        assertThat(Times.upToQuarterHour(four(45))).isEqualTo(four(45));
        assertThat(Times.upToQuarterHour(four(45).plusMillis(1))).isEqualTo(four(60));
    }

    @Test
    void a_forecast_inside_the_promise_proposes_nothing() {
        started().when(forecast(FOUR, four(40))).thenNothing();
    }

    @Test
    void one_crossing_makes_one_proposal() {
        started()
                .when(forecast(four(4), four(52)))
                .next()
                .when(forecast(four(25), four(90)))
                .thenNothing();
    }

    @Test
    void a_forecast_well_inside_the_promise_withdraws_the_proposal() {
        var proposed = started().when(forecast(four(4), four(52))).next();
        proposed.when(forecast(four(-1), four(20))).thenNothing();
        proposed.when(forecast(four(-2), four(20)))
                .then(new ExtensionWithdrawn(ID, 1, four(-2)))
                .next()
                .when(forecast(four(3), four(30)))
                .thenTypes(ExtensionProposed.class);
    }

    @Test
    void a_dismissed_proposal_is_silent_until_it_gets_worse_by_ten_minutes() {
        var dismissed =
                started()
                        .when(forecast(four(4), four(52)))
                        .next()
                        .when(new DismissProposal(ana(FIVE_PAST_THREE), 1))
                        .then(new ExtensionDismissed(ID, 1, four(4)))
                        .next();
        dismissed.when(forecast(four(13), four(70))).thenNothing();
        assertThat(
                        dismissed
                                .when(forecast(four(14), four(70)))
                                .the(ExtensionProposed.class)
                                .ordinal())
                .isEqualTo(2);
    }

    @Test
    void what_was_dismissed_in_one_crossing_does_not_silence_the_next() {
        started()
                .when(forecast(four(4), four(52)))
                .next()
                .when(new DismissProposal(ana(FIVE_PAST_THREE), 1))
                .next()
                .when(forecast(four(14), four(70)))
                .next()
                .when(forecast(four(-5), four(20)))
                .then(new ExtensionWithdrawn(ID, 2, four(-5)))
                .next()
                .when(forecast(four(5), four(40)))
                .thenTypes(ExtensionProposed.class);
    }

    @Test
    void after_an_extension_the_new_end_counts() {
        var extended =
                started().and(new WindowExtended(ID, FOUR, FIVE, "slow", null, 1, null, true));
        extended.when(forecast(four(30), four(61))).thenNothing();
        extended.when(forecast(four(61), four(80))).thenTypes(ExtensionProposed.class);
    }

    @Test
    void nothing_is_proposed_for_a_window_that_does_not_run() {
        ready().when(forecast(four(4), four(52))).thenNothing();
    }

    @Test
    void a_proposal_is_dismissed_by_crew_or_liaison_while_it_stands() {
        var proposed = started().when(forecast(four(4), four(52))).next();
        proposed.when(new DismissProposal(stranger(TWO), 1)).thenRejected("not-crew");
        proposed.when(new DismissProposal(machine(TWO), 1)).thenRejected("role-missing");
        proposed.when(new DismissProposal(carla(TWO), 2)).thenRejected("not-found");
        proposed.when(forecast(four(-5), four(20)))
                .next()
                .when(new DismissProposal(carla(TWO), 1))
                .thenRejected("wrong-state");
        proposed.and(new WindowCompleted(ID, Outcome.FAILED, FOUR, null, null, null))
                .when(new DismissProposal(carla(FOUR), 1))
                .thenRejected("wrong-state");
    }

    @Test
    void drafts_are_in_the_languages_of_the_window_or_in_english() {
        assertThat(DraftedTexts.extension(Set.of("de", "en"))).containsOnlyKeys("de", "en");
        assertThat(DraftedTexts.extension(Set.of("fr"))).containsOnlyKeys("en");
    }
}
