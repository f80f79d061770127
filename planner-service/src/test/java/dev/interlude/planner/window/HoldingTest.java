package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleaseOffered;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.testkit.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final HoldCalled CALLED = new HoldCalled(ID, 1, BEN.id(), "smoke");

    private static DeciderSpec<WindowCommand, WindowEvent, Window> held() {
        return started().and(CALLED);
    }

    @Test
    void anyone_of_the_crew_stops_the_work_alone() {
        started()
                .when(new HoldWork(ben(TWO), "smoke"))
                .then(CALLED)
                .thenState(w -> assertThat(safeguards(w).held()).isTrue());
        verifying().when(new HoldWork(ana(FOUR), "smoke")).thenTypes(HoldCalled.class);
    }

    @Test
    void nobody_else_does_and_no_machine() {
        started().when(new HoldWork(dan(TWO), "x")).thenRejected("not-crew");
        started().when(new HoldWork(machine(TWO), "x")).thenRejected("not-crew");
    }

    @Test
    void only_work_that_goes_on_can_be_held() {
        ready().when(new HoldWork(ana(TWO), "x")).thenRejected("wrong-state");
        verifying()
                .and(new WindowCompleted(ID, Outcome.SUCCEEDED, FOUR, null, null, null))
                .when(new HoldWork(ana(FOUR), "x"))
                .thenRejected("wrong-state");
    }

    @Test
    void two_release_it() {
        held().when(new ReleaseHold(ana(TWO), 1))
                .then(new HoldReleaseOffered(ID, 1, ANA.id()))
                .thenState(w -> assertThat(safeguards(w).held()).isTrue())
                .next()
                .when(new ReleaseHold(ben(TWO), 1))
                .then(new HoldReleased(ID, 1, List.of(ANA.id(), BEN.id()), null))
                .thenState(w -> assertThat(safeguards(w).held()).isFalse())
                .next()
                .when(new ReleaseHold(ana(TWO), 1))
                .thenRejected("wrong-state");
    }

    @Test
    void the_same_person_does_not_release_it_twice() {
        held().and(new HoldReleaseOffered(ID, 1, ANA.id()))
                .when(new ReleaseHold(ana(TWO), 1))
                .thenRejected("same-person");
    }

    @Test
    void only_the_crew_releases_what_is_held() {
        held().when(new ReleaseHold(dan(TWO), 1)).thenRejected("not-crew");
        held().when(new ReleaseHold(machine(TWO), 1)).thenRejected("not-crew");
        held().when(new ReleaseHold(ana(TWO), 2)).thenRejected("not-found");
    }

    @Test
    void each_hold_stands_for_itself() {
        held().when(new HoldWork(ana(TWO), "and this"))
                .then(new HoldCalled(ID, 2, ANA.id(), "and this"))
                .next()
                .and(new HoldReleased(ID, 1, List.of(ANA.id(), BEN.id()), null))
                .when(new ReleaseHold(ana(TWO), 2))
                .thenState(w -> assertThat(safeguards(w).held()).isTrue());
    }

    @Test
    void held_work_is_neither_verified_nor_called_done() {
        held().when(new BeginVerification(ben(FOUR))).thenRejected("wrong-state");
        verifying()
                .and(readiness(30, true, true), CALLED)
                .when(new CompleteWindow(ana(FOUR), Outcome.SUCCEEDED, null, null, null))
                .thenRejected("wrong-state");
    }

    @Test
    void under_broken_glass_one_releases_it_and_that_is_marked() {
        var alone = new PassedBy("hold-release", PassedBy.Means.BREAK_GLASS, 1);
        held().and(
                        new GlassBroken(
                                ID, 1, List.of(), List.of("hold-release"), "alone", ANA.id(), FIVE))
                .when(new ReleaseHold(ana(TWO), 1))
                .then(new HoldReleased(ID, 1, List.of(ANA.id()), List.of(alone)));
    }
}
