package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.pastTheBrink;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Instant LATE = TWO.minus(Duration.ofHours(2));

    private static Gate announce(
            DeciderSpec<WindowCommand, WindowEvent, Window> spec, Instant now) {
        return Gates.announce((Known) spec.state(), NoticePolicy.DEFAULT, now).getFirst();
    }

    private static GateOverridden overridden(String gate) {
        return new GateOverridden(ID, 1, List.of(gate), "why", ANA.id(), BEN.id());
    }

    @Test
    void too_short_a_notice_closes_the_announcement_and_says_by_how_much() {
        assertThat(announce(withCrew(), MONDAY).passed()).isTrue();
        Gate late = announce(withCrew(), LATE);
        assertThat(late.passed()).isFalse();
        assertThat(late.missing().getFirst().what()).contains("PT2H").contains("PT72H");
        assertThat(announce(announced(), LATE).passed()).isTrue();
    }

    @Test
    void it_says_what_it_was_passed_by() {
        var asked = new SafeguardEvent.OverrideRequested(ID, 1, List.of("notice"), "why", ANA.id());
        Gate passed = announce(withCrew().and(asked, overridden("notice")), LATE);
        assertThat(passed.passed()).isTrue();
        assertThat(passed.missing()).isNotEmpty();
        assertThat(passed.passedBy()).isEqualTo(new PassedBy("notice", PassedBy.Means.OVERRIDE, 1));
        Gate begun = announce(withCrew().and(asked, overridden("notice")), FOUR);
        assertThat(begun.passed()).as("what has begun is not announced as to come").isFalse();
    }

    @Test
    void the_way_back_is_open_until_the_point_of_no_return() {
        assertThat(Gates.wayBack((Known) started().state()).passed()).isTrue();
        assertThat(Gates.wayBack((Known) pastTheBrink().state()).passed()).isFalse();
    }

    @Test
    void going_forward_is_open_until_the_work_was_rolled_back() {
        assertThat(StartGate.resume((Known) verifying().state()).passed()).isTrue();
    }
}
