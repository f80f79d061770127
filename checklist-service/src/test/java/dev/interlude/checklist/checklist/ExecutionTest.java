package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.ROBOT;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static dev.interlude.checklist.checklist.Night.complete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.PointOfNoReturnPassed;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRetried;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    private static Night atTheEdge() {
        return Night.started(SMALL)
                .done(ANA, BEN, "02:00", "02:20", "left")
                .done(BEN, ANA, "02:00", "02:10", "right");
    }

    @Test
    void a_prepare_step_may_start_before_the_window() {
        Night.announced(SMALL)
                .when(new StartStep(by(ANA, "01:30"), "look", null))
                .then(new StepStarted(WINDOW, "look", "Look", Phase.PREPARE, null));
    }

    @Test
    void other_steps_wait_for_the_window() {
        Night.announced(SMALL)
                .done(ANA, BEN, "01:10", "01:20", "look")
                .when(new StartStep(by(ANA, "01:59"), "left", null))
                .thenRejected("wrong-state", "stepId", "left");
    }

    @Test
    void a_step_waits_for_what_it_depends_on() {
        Night.started(SMALL)
                .when(new StartStep(by(ANA, "02:00"), "check", null))
                .thenRejected("step-not-ready", "state", "Pending");
    }

    @Test
    void a_step_that_waits_for_a_person_does_not_hold_up_an_independent_one() {
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:05", "left")
                .when(new StartStep(by(BEN, "02:06"), "right", null))
                .thenTypes(StepStarted.class);
    }

    @Test
    void only_the_crew_acts() {
        Night.started(SMALL)
                .when(new StartStep(by(CARLA, "02:00"), "left", null))
                .thenRejected("not-crew");
    }

    @Test
    void nobody_confirms_what_they_did() {
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:05", "left")
                .when(new ConfirmSteps(by(ANA, "02:06"), List.of("left")))
                .thenRejected("same-person", "stepId", "left");
    }

    @Test
    void another_of_the_crew_confirms() {
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:05", "left")
                .when(new ConfirmSteps(by(BEN, "02:06"), List.of("left")))
                .then(new StepConfirmed(WINDOW, "left", "Left", Phase.CARRY_OUT, null));
    }

    @Test
    void somebody_else_with_the_right_role_does_not_confirm() {
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:05", "left")
                .when(new ConfirmSteps(by(CARLA, "02:06"), List.of("left")))
                .thenRejected("not-crew");
    }

    @Test
    void several_are_confirmed_at_once_or_none() {
        Night both =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .starts(ANA, "02:00", "right")
                        .completes(ANA, "02:05", "left");
        both.when(new ConfirmSteps(by(BEN, "02:06"), List.of("left", "right")))
                .thenRejected("wrong-state", "stepId", "right");
        both.completes(ANA, "02:06", "right")
                .when(new ConfirmSteps(by(BEN, "02:07"), List.of("left", "right")))
                .thenTypes(StepConfirmed.class, StepConfirmed.class);
    }

    @Test
    void a_machine_starts_and_completes_but_never_confirms() {
        Night night = Night.started(SMALL);
        night.when(new StartStep(by(ROBOT, "02:00", "auditor"), "left", null))
                .thenRejected("role-missing");
        Night done = night.starts(ROBOT, "02:00", "left").completes(ROBOT, "02:05", "left");
        done.when(new ConfirmSteps(by(ROBOT, "02:06"), List.of("left"))).thenRejected("not-crew");
        done.when(new ConfirmSteps(by(ANA, "02:06"), List.of("left")))
                .thenTypes(StepConfirmed.class);
    }

    @Test
    void the_point_of_no_return_is_cleared_by_another() {
        Night night = atTheEdge();
        assertThat(night.stateOf("over")).isEqualTo(StepState.AwaitingClearance);
        night.when(new StartStep(by(ANA, "02:21"), "over", null)).thenRejected("step-not-ready");
        Night go = night.did(new ClearStep(by(BEN, "02:22"), "over", true, null));
        assertThat(go.stateOf("over")).isEqualTo(StepState.Ready);
        go.when(new StartStep(by(BEN, "02:23"), "over", null)).thenRejected("same-person");
        go.when(new StartStep(by(ANA, "02:23"), "over", null))
                .thenTypes(StepStarted.class, PointOfNoReturnPassed.class, ReadinessChanged.class)
                .thenState(state -> assertThat(state.pastPointOfNoReturn()).isTrue());
    }

    @Test
    void a_no_go_leaves_the_step_where_it_is() {
        Night night = atTheEdge();
        night = night.did(new ClearStep(by(BEN, "02:22"), "over", false, "disk alarm"));
        assertThat(night.stateOf("over")).isEqualTo(StepState.AwaitingClearance);
        assertThat(night.did(new ClearStep(by(BEN, "02:30"), "over", true, null)).stateOf("over"))
                .isEqualTo(StepState.Ready);
    }

    @Test
    void a_solo_step_is_done_when_completed() {
        Night night =
                atTheEdge()
                        .did(new ClearStep(by(BEN, "02:22"), "over", true, null))
                        .done(ANA, BEN, "02:23", "02:28", "over")
                        .completes(ANA, "02:30", "alone");
        assertThat(night.stateOf("alone")).isEqualTo(StepState.Done);
    }

    @Test
    void completing_a_ready_step_starts_it_too() {
        CompleteStep told =
                new CompleteStep(
                        by(ANA, "02:20"),
                        "left",
                        "log 17",
                        List.of("fans got loud"),
                        null,
                        at("02:01"),
                        at("02:15"),
                        false);
        var decided =
                Night.started(SMALL)
                        .when(told)
                        .thenTypes(StepStarted.class, StepCompleted.class, ReadinessChanged.class);
        assertThat(decided.state().step("left").orElseThrow().progress())
                .isEqualTo(new Progress.AwaitingConfirmation(ANA, at("02:01"), at("02:15")));
        assertThat(decided.the(StepCompleted.class).observedSideEffects())
                .containsExactly("fans got loud");
    }

    @Test
    void what_is_told_afterwards_was_possible_then() {
        Night night = Night.started(SMALL);
        night.when(new StartStep(by(ANA, "02:10"), "left", at("01:59"))).thenRejected("invalid");
        night.when(new StartStep(by(ANA, "02:10"), "left", at("02:11"))).thenRejected("invalid");
        night.when(new StartStep(by(ANA, "02:10"), "left", at("02:00")))
                .thenTypes(StepStarted.class, ReadinessChanged.class);
        night.starts(ANA, "02:10", "left")
                .when(
                        new CompleteStep(
                                by(ANA, "02:20"),
                                "left",
                                null,
                                List.of(),
                                null,
                                null,
                                at("02:09"),
                                false))
                .thenRejected("invalid");
    }

    @Test
    void nothing_is_told_that_is_older_than_a_day() {
        Night.announced(SMALL)
                .when(
                        new StartStep(
                                by(ANA, "01:30"), "look", at("01:30").minus(Duration.ofHours(25))))
                .thenRejected("invalid");
    }

    @Test
    void the_next_step_of_the_lane_starts_along_if_it_can() {
        Night night =
                atTheEdge()
                        .did(new ClearStep(by(BEN, "02:22"), "over", true, null))
                        .done(ANA, BEN, "02:23", "02:28", "over");
        var decided =
                night.when(
                        new CompleteStep(
                                by(ANA, "02:35"),
                                "alone",
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                true));
        decided.thenTypes(
                StepStarted.class, StepCompleted.class, StepStarted.class, ReadinessChanged.class);
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .when(
                        new CompleteStep(
                                by(ANA, "02:10"), "left", null, List.of(), null, null, null, true))
                .thenTypes(StepCompleted.class);
    }

    @Test
    void a_rejected_step_failed_and_is_retried_by_anyone() {
        Night rejected =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .completes(ANA, "02:05", "left")
                        .did(new RejectStep(by(BEN, "02:06"), "left", "still there"));
        assertThat(rejected.stateOf("left")).isEqualTo(StepState.Failed);
        Night again = rejected.did(new RetryStep(by(ANA, "02:07"), "left"));
        assertThat(again.stateOf("left")).isEqualTo(StepState.Ready);
        again.when(new StartStep(by(ANA, "02:08"), "left", at("02:01"))).thenRejected("invalid");
        Night done = again.done(ANA, BEN, "02:08", "02:12", "left");
        assertThat(done.stateOf("left")).isEqualTo(StepState.Done);
        assertThat(done.state().step("left").orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void nobody_rejects_what_they_did() {
        Night.started(SMALL)
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:05", "left")
                .when(new RejectStep(by(ANA, "02:06"), "left", "no"))
                .thenRejected("same-person");
    }

    @Test
    void a_running_step_can_fail() {
        Night failed =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .did(new FailStep(by(ANA, "02:05"), "left", "time-out"));
        assertThat(failed.stateOf("left")).isEqualTo(StepState.Failed);
        failed.when(complete(by(ANA, "02:06"), "left")).thenRejected("wrong-state");
    }

    @Test
    void a_step_is_confirmed_once() {
        Night.started(SMALL)
                .done(ANA, BEN, "02:00", "02:05", "left")
                .when(new ConfirmSteps(by(BEN, "02:06"), List.of("left")))
                .thenRejected("wrong-state", "state", "Done");
    }

    @Test
    void a_step_that_is_not_there_is_not_found() {
        Night.started(SMALL)
                .when(new StartStep(by(ANA, "02:00"), "nothing", null))
                .thenRejected("not-found");
    }

    @Test
    void rollback_steps_wait_for_a_rollback() {
        Night.started(SMALL)
                .when(new StartStep(by(ANA, "02:00"), "left-again", null))
                .thenRejected("wrong-state");
    }

    @Test
    void the_checklist_is_finished_with_its_last_confirmation() {
        Night night =
                atTheEdge()
                        .did(new ClearStep(by(BEN, "02:22"), "over", true, null))
                        .done(ANA, BEN, "02:23", "02:28", "over")
                        .completes(ANA, "02:30", "alone")
                        .starts(ANA, "02:31", "check")
                        .completes(ANA, "02:40", "check");
        var decided =
                night.when(new ConfirmSteps(by(BEN, "02:41"), List.of("check")))
                        .thenTypes(
                                StepConfirmed.class,
                                ReadinessChanged.class,
                                ChecklistFinished.class);
        assertThat(decided.the(ReadinessChanged.class).verified()).isTrue();
        decided.next()
                .when(new StartStep(by(ANA, "02:42"), "check", null))
                .thenRejected("wrong-state");
    }

    @Test
    void a_failed_step_is_started_again_in_one_act() {
        Night night =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .did(new FailStep(by(ANA, "02:05"), "left", "time-out"));
        night.when(new StartStep(by(ANA, "02:06"), "left", null))
                .thenTypes(StepRetried.class, StepStarted.class);
        night.when(new StartStep(by(ROBOT, "02:06", "operator"), "left", null))
                .thenRejected("not-crew");
        night.hears("02:06", new WindowNews.Held(1))
                .when(new StartStep(by(ANA, "02:07"), "left", null))
                .thenRejected("work-held");
    }
}
