package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ChangeImpact;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowEvent.ComponentChange;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Instant HALF_PAST_TWO = TWO.plusSeconds(1800);

    private static PostProgress post(Act act, @Nullable Instant occurredAt) {
        return new PostProgress(act, TEXT, null, null, occurredAt);
    }

    private static ChangeImpact impact(Act act, ComponentImpact... components) {
        return new ChangeImpact(act, List.of(components), null, null);
    }

    private static ComponentImpact api(Impact impact) {
        return new ComponentImpact("api", "API", impact);
    }

    @Test
    void liaison_and_crew_post_progress() {
        started()
                .when(post(carla(HALF_PAST_TWO), null))
                .then(new ProgressPosted(ID, 1, TEXT, null, null))
                .next()
                .when(post(ben(HALF_PAST_TWO), null))
                .then(new ProgressPosted(ID, 2, TEXT, null, null));
        started().when(post(stranger(HALF_PAST_TWO), null)).thenRejected("not-crew");
    }

    @Test
    void a_machine_posts_progress_when_it_may() {
        started()
                .when(post(Acts.by(CI, HALF_PAST_TWO, "liaison"), null))
                .thenTypes(ProgressPosted.class);
    }

    @Test
    void progress_says_something() {
        started().when(new PostProgress(ben(TWO), null, null, FOUR, null)).thenRejected("invalid");
    }

    @Test
    void progress_is_told_between_announcement_and_end() {
        announced().when(post(ben(TWO), null)).thenTypes(ProgressPosted.class);
        withCrew().when(post(ben(TWO), null)).thenRejected("wrong-state");
    }

    @Test
    void progress_may_have_happened_earlier_but_not_later_nor_before_the_start() {
        started()
                .when(post(ben(HALF_PAST_TWO), HALF_PAST_TWO.minusSeconds(60)))
                .thenOccurredAt(HALF_PAST_TWO.minusSeconds(60));
        started()
                .when(post(ben(HALF_PAST_TWO), HALF_PAST_TWO.plusSeconds(1)))
                .thenRejected("invalid");
        started().when(post(ben(HALF_PAST_TWO), TWO.minusSeconds(1))).thenRejected("invalid");
        var nextNight = TWO.plusSeconds(25 * 3600);
        started().when(post(ben(nextNight), TWO.plusSeconds(60))).thenRejected("invalid");
    }

    @Test
    void the_next_update_is_promised_for_later() {
        started().when(new PostProgress(ben(TWO), TEXT, null, TWO, null)).thenRejected("invalid");
    }

    @Test
    void a_component_is_back() {
        started()
                .when(impact(ben(TWO), api(Impact.NO_IMPACT)))
                .then(
                        new ImpactChanged(
                                ID,
                                1,
                                List.of(
                                        new ComponentChange(
                                                "api", "API", Impact.DEGRADED, Impact.NO_IMPACT)),
                                false,
                                null))
                .thenState(w ->
                        assertThat(((Known) w).presentImpacts())
                                .containsExactly(BUILDS, api(Impact.NO_IMPACT)));
    }

    @Test
    void worse_than_announced_is_marked() {
        assertThat(
                        started()
                                .when(impact(ben(TWO), api(Impact.OUTAGE)))
                                .the(ImpactChanged.class)
                                .worseThanAnnounced())
                .isTrue();
        var mail = new ComponentImpact("mail", "Mail", Impact.DEGRADED);
        assertThat(
                        started()
                                .when(impact(ben(TWO), mail))
                                .the(ImpactChanged.class)
                                .worseThanAnnounced())
                .isTrue();
    }

    @Test
    void an_impact_that_is_the_same_is_no_change() {
        started().when(impact(ben(TWO), api(Impact.DEGRADED))).thenNothing();
    }

    @Test
    void impacts_change_while_the_work_runs() {
        ready().when(impact(ben(TWO), api(Impact.OUTAGE))).thenRejected("wrong-state");
        started().when(impact(stranger(TWO), api(Impact.OUTAGE))).thenRejected("not-crew");
        started().when(impact(ben(TWO))).thenRejected("invalid");
    }
}
