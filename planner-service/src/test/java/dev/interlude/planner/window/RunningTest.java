package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.testkit.Acts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTest {

    private static final Act REACTION = Acts.reaction("when-carry-out-is-done", FOUR);

    private static CompleteWindow complete(Act act, Outcome outcome) {
        return new CompleteWindow(act, outcome, null, null, null);
    }

    @Test
    void verification_begins_by_itself_when_the_carry_out_is_done() {
        started()
                .and(carriedOut(20, true))
                .when(new BeginVerification(REACTION))
                .then(new VerificationBegan(ID));
        started().and(carriedOut(20, false)).when(new BeginVerification(REACTION)).thenNothing();
        verifying().when(new BeginVerification(REACTION)).thenNothing();
        ready().when(new BeginVerification(REACTION)).thenNothing();
    }

    @Test
    void the_crew_may_begin_verification() {
        started().when(new BeginVerification(ben(FOUR))).then(new VerificationBegan(ID));
        started().when(new BeginVerification(carla(FOUR))).thenRejected("not-crew");
        ready().when(new BeginVerification(ben(TWO))).thenRejected("wrong-state");
    }

    @Test
    void work_that_is_taken_up_again_ends_the_verification() {
        verifying()
                .and(carriedOut(21, false))
                .when(new ResumeCarryOut(REACTION, null))
                .then(new CarryOutResumed(ID, null))
                .thenState(w -> assertThat(((Known) w).state()).isEqualTo(State.IN_PROGRESS));
        verifying().when(new ResumeCarryOut(REACTION, null)).thenNothing();
    }

    @Test
    void who_verifies_before_all_is_done_goes_on_verifying() {
        started()
                .and(carriedOut(19, false), new VerificationBegan(ID), carriedOut(20, false))
                .when(new ResumeCarryOut(REACTION, null))
                .thenNothing();
    }

    @Test
    void a_window_completes_when_its_verify_steps_are_done() {
        verifying()
                .and(readiness(30, true, true))
                .when(complete(ben(FOUR), Outcome.SUCCEEDED))
                .then(new WindowCompleted(ID, Outcome.SUCCEEDED, FOUR, null, null, null))
                .thenDue();
    }

    @Test
    void a_window_with_an_open_verify_step_is_not_completed() {
        var answer =
                verifying()
                        .when(complete(ben(FOUR), Outcome.SUCCEEDED))
                        .thenRejected("gate-closed", "gates", List.of("verify"))
                        .rejection();
        assertThat(answer.facts()).extractingByKey("missing").asString().contains("Smoke test");
        started()
                .when(complete(ben(FOUR), Outcome.SUCCEEDED))
                .thenRejected("gate-closed", "gates", List.of("verify"));
    }

    @Test
    void work_that_did_not_reach_verification_is_not_completed() {
        started()
                .and(readiness(30, true, true))
                .when(complete(ben(FOUR), Outcome.SUCCEEDED))
                .thenRejected("wrong-state");
        ready().when(complete(ben(FOUR), Outcome.SUCCEEDED)).thenRejected("wrong-state");
    }

    @Test
    void rolled_back_means_that_the_rollback_is_done_and_verified() {
        verifying()
                .and(readiness(30, true, true))
                .when(complete(ben(FOUR), Outcome.ROLLED_BACK))
                .thenRejected("gate-closed", "gates", List.of("verify"));
        verifying()
                .and(
                        new ReadinessRecorded(
                                ID, 31, "hash", true, 0, true, true, true, false, true, false, true,
                                true, List.of()))
                .when(complete(ben(FOUR), Outcome.ROLLED_BACK))
                .thenTypes(WindowCompleted.class);
    }

    @Test
    void only_the_crew_completes() {
        verifying()
                .and(readiness(30, true, true))
                .when(complete(carla(FOUR), Outcome.SUCCEEDED))
                .thenRejected("not-crew");
    }

    @Test
    void what_is_left_is_left_on_components_of_the_window() {
        var verified = verifying().and(readiness(30, true, true));
        var left =
                verified.when(
                                new CompleteWindow(
                                        ben(FOUR),
                                        Outcome.PARTIAL,
                                        List.of("Remove the old cluster"),
                                        Map.of("api", Impact.DEGRADED),
                                        null))
                        .the(WindowCompleted.class);
        assertThat(left.impactLeft()).containsExactly(API);
        verified.when(
                        new CompleteWindow(
                                ben(FOUR),
                                Outcome.PARTIAL,
                                null,
                                Map.of("mail", Impact.OUTAGE),
                                null))
                .thenRejected("invalid");
    }

    @Test
    void what_the_checklist_said_is_kept_and_older_words_are_passed_over() {
        var act = Acts.reaction("when-readiness-changes", TWO);
        announced()
                .when(new RecordReadiness(act, readiness(9, true, false)))
                .then(readiness(9, true, false));
        ready().when(new RecordReadiness(act, readiness(9, false, false))).thenNothing();
        ready().when(new RecordReadiness(act, readiness(8, false, false))).thenNothing();
    }
}
