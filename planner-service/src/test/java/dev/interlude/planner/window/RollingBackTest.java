package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.SafeguardCommand.CallRollback;
import dev.interlude.planner.window.SafeguardCommand.ConfirmRollback;
import dev.interlude.planner.window.SafeguardCommand.RejectRollback;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.SafeguardEvent.RollbackBegan;
import dev.interlude.planner.window.SafeguardEvent.RollbackCalled;
import dev.interlude.planner.window.SafeguardEvent.RollbackRejected;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollingBackTest {

    private static final Act REACTION = Acts.reaction("when-carry-out-is-done", FOUR);
    private static final Map<String, String> WORDS = Map.of("en", "We go back.");

    private static final RollbackCalled CALLED = new RollbackCalled(ID, BEN.id(), "hangs", 1, null);
    private static final HoldCalled HELD = new HoldCalled(ID, 1, BEN.id(), "hangs");
    private static final HoldReleased RELEASED =
            new HoldReleased(ID, 1, List.of(BEN.id(), ANA.id()), null);
    private static final RollbackBegan BEGAN =
            new RollbackBegan(ID, BEN.id(), ANA.id(), "hangs", null, null);

    private static DeciderSpec<WindowCommand, WindowEvent, Window> called() {
        return started().and(CALLED, HELD);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> rollingBack() {
        return called().and(BEGAN, RELEASED);
    }

    private static List<WindowEvent> overridden(String gate) {
        return List.of(
                new OverrideRequested(ID, 1, List.of(gate), "why", ANA.id()),
                new GateOverridden(ID, 1, List.of(gate), "why", ANA.id(), DAN.id()));
    }

    private static CompleteWindow complete(Outcome outcome) {
        return new CompleteWindow(ana(FOUR), outcome, null, null, null);
    }

    private static ConfirmRollback confirm(Act act) {
        return new ConfirmRollback(act, null);
    }

    @Test
    void one_of_the_crew_calls_and_that_holds_the_work_at_once() {
        started()
                .when(new CallRollback(ben(THREE), "hangs"))
                .then(CALLED, HELD)
                .thenState(w -> assertThat(safeguards(w).held()).isTrue())
                .thenState(w -> assertThat(state(w)).isEqualTo(State.IN_PROGRESS));
        started().when(new CallRollback(dan(THREE), "x")).thenRejected("not-crew");
        started().when(new CallRollback(machine(THREE), "x")).thenRejected("not-crew");
    }

    @Test
    void it_is_called_once_at_a_time_and_only_while_work_goes_on() {
        called().when(new CallRollback(ana(THREE), "x")).thenRejected("wrong-state");
        ready().when(new CallRollback(ana(TWO), "x")).thenRejected("wrong-state");
        rollingBack().when(new CallRollback(ana(THREE), "x")).thenRejected("wrong-state");
        started()
                .and(new VerificationBegan(ID))
                .when(new CallRollback(ben(FOUR), "hangs"))
                .then(CALLED, HELD);
    }

    @Test
    void the_second_confirms_and_the_work_is_rolled_back() {
        called().when(new ConfirmRollback(ana(THREE), WORDS))
                .then(new RollbackBegan(ID, BEN.id(), ANA.id(), "hangs", WORDS, null), RELEASED)
                .thenState(w -> assertThat(state(w)).isEqualTo(State.ROLLING_BACK))
                .thenState(w -> assertThat(safeguards(w).held()).isFalse());
    }

    @Test
    void who_called_does_not_confirm() {
        called().when(confirm(ben(THREE))).thenRejected("same-person");
        called().when(confirm(dan(THREE))).thenRejected("not-crew");
        called().when(confirm(machine(THREE))).thenRejected("not-crew");
        started().when(confirm(ana(THREE))).thenRejected("wrong-state");
    }

    @Test
    void under_broken_glass_one_calls_and_confirms() {
        var alone = new PassedBy("rollback-confirmation", PassedBy.Means.BREAK_GLASS, 1);
        called().and(
                        new GlassBroken(
                                ID,
                                1,
                                List.of(),
                                List.of("rollback-confirmation"),
                                "alone",
                                BEN.id(),
                                FIVE))
                .when(confirm(ben(THREE)))
                .then(
                        new RollbackBegan(ID, BEN.id(), BEN.id(), "hangs", null, List.of(alone)),
                        new HoldReleased(ID, 1, List.of(BEN.id()), List.of(alone)));
    }

    @Test
    void the_second_may_be_against_it_and_the_hold_stands() {
        called().when(new RejectRollback(ben(THREE), null)).thenRejected("same-person");
        called().when(new RejectRollback(ana(THREE), "an old agent"))
                .then(new RollbackRejected(ID, ANA.id(), "an old agent"))
                .thenState(w -> assertThat(safeguards(w).held()).isTrue())
                .next()
                .when(confirm(ana(THREE)))
                .thenRejected("wrong-state");
        started().when(new RejectRollback(ana(THREE), null)).thenRejected("wrong-state");
    }

    @Test
    void whoever_releases_its_hold_is_for_going_on() {
        called().when(new ReleaseHold(ana(THREE), 1))
                .next()
                .when(new ReleaseHold(ben(THREE), 1))
                .next()
                .when(confirm(ana(THREE)))
                .thenRejected("wrong-state");
    }

    @Test
    void past_the_point_of_no_return_it_takes_an_override() {
        pastTheBrink()
                .when(new CallRollback(ben(THREE), "hangs"))
                .thenRejected("gate-closed", "gates", List.of("rollback"));
        var passed = new PassedBy("rollback", PassedBy.Means.OVERRIDE, 1);
        pastTheBrink()
                .and(overridden("rollback"))
                .when(new CallRollback(ben(THREE), "hangs"))
                .then(new RollbackCalled(ID, BEN.id(), "hangs", 1, List.of(passed)), HELD)
                .next()
                .when(confirm(ana(THREE)))
                .then(
                        new RollbackBegan(ID, BEN.id(), ANA.id(), "hangs", null, List.of(passed)),
                        RELEASED);
    }

    @Test
    void what_was_passed_before_the_start_opens_no_way_back() {
        ready().and(overridden("rollback"))
                .and(new WindowEvent.WindowStarted(ID, TWO, FOUR), said(20, "hash", true, false))
                .when(new CallRollback(ben(THREE), "hangs"))
                .thenRejected("gate-closed", "gates", List.of("rollback"));
    }

    @Test
    void the_point_of_no_return_may_be_passed_before_the_second_confirms() {
        called().and(said(20, "hash", true, false))
                .when(confirm(ana(THREE)))
                .thenRejected("gate-closed", "gates", List.of("rollback"));
    }

    @Test
    void verification_begins_by_itself_when_all_is_undone() {
        rollingBack()
                .and(said(30, "hash", false, true))
                .when(new BeginVerification(REACTION))
                .then(new VerificationBegan(ID));
        rollingBack()
                .and(said(30, "hash", false, false))
                .when(new BeginVerification(REACTION))
                .thenNothing();
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> undone(
            boolean rolledBack, @Nullable WindowEvent more) {
        var spec =
                rollingBack().and(new VerificationBegan(ID), said(30, "hash", false, rolledBack));
        return more == null ? spec : spec.and(more);
    }

    @Test
    void it_completes_when_the_undoing_is_verified() {
        undone(true, null).when(complete(Outcome.ROLLED_BACK)).thenTypes(WindowCompleted.class);
        undone(false, null)
                .when(complete(Outcome.ROLLED_BACK))
                .thenRejected("gate-closed", "gates", List.of("verify"));
        undone(false, null)
                .when(complete(Outcome.FAILED))
                .thenRejected("gate-closed", "gates", List.of("verify"));
        undone(true, null).when(complete(Outcome.FAILED)).thenTypes(WindowCompleted.class);
    }

    @Test
    void what_was_undone_is_no_success() {
        undone(true, null).when(complete(Outcome.SUCCEEDED)).thenRejected("invalid");
        undone(true, null).when(complete(Outcome.PARTIAL)).thenRejected("invalid");
    }

    @Test
    void work_that_was_rolled_back_is_not_taken_up_by_itself() {
        undone(false, null).when(new ResumeCarryOut(REACTION, null)).thenNothing();
        rollingBack().when(new ResumeCarryOut(REACTION, null)).thenNothing();
    }

    @Test
    void going_forward_again_takes_an_override() {
        rollingBack()
                .when(new ResumeCarryOut(ana(FOUR), "found it"))
                .thenRejected("gate-closed", "gates", List.of("resume"));
        var passed = new PassedBy("resume", PassedBy.Means.OVERRIDE, 1);
        rollingBack()
                .and(overridden("resume"))
                .when(new ResumeCarryOut(ana(FOUR), "found it"))
                .then(new CarryOutResumed(ID, "found it", List.of(passed)))
                .thenState(w -> assertThat(state(w)).isEqualTo(State.IN_PROGRESS))
                .thenState(w -> assertThat(safeguards(w).turnedBack()).isFalse())
                .next()
                .when(new CallRollback(ben(FOUR), "again"))
                .thenTypes(RollbackCalled.class, HoldCalled.class);
    }

    @Test
    void the_crew_takes_up_work_that_is_being_verified() {
        verifying()
                .when(new ResumeCarryOut(ana(FOUR), "one more"))
                .then(new CarryOutResumed(ID, "one more"));
        verifying().when(new ResumeCarryOut(dan(FOUR), null)).thenRejected("not-crew");
        started().when(new ResumeCarryOut(ana(FOUR), null)).thenRejected("wrong-state");
        verifying().and(HELD).when(new ResumeCarryOut(ana(FOUR), null)).thenRejected("wrong-state");
    }

    @Test
    void going_back_is_extended_but_not_cancelled() {
        rollingBack()
                .when(
                        new ExtendWindow(
                                ana(THREE),
                                new NewEnd.By(Duration.ofHours(1)),
                                "slow",
                                null,
                                null,
                                NoticePolicy.DEFAULT))
                .thenTypes(WindowExtended.class);
        rollingBack().when(new CancelWindow(ana(THREE), "x", null)).thenRejected("wrong-state");
    }
}
