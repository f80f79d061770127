package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static dev.interlude.checklist.checklist.Night.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReorderSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCleared;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRevised;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStartWithdrawn;
import dev.interlude.checklist.checklist.ChecklistEvent.StepsReordered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditingTest {

    private static final String ROW =
            """
            # Row
            - [ ] A {#a no-rollback:x}
            - [ ] B {#b no-rollback:x}
            - [ ] C {#c no-rollback:x}
            ## Rollback
            - [ ] Not B {#not-b rollback-of:b}
            """;

    private static Step step(Night night, String id) {
        return night.state().step(id).orElseThrow().step();
    }

    private static StepPatch after(String... ids) {
        return new StepPatch(
                null,
                null,
                null,
                null,
                List.of(ids),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of());
    }

    private static StepDraft limited(@Nullable Instant notBefore, @Nullable BigDecimal atMost) {
        return new StepDraft(
                "read",
                "Read off",
                Phase.PREPARE,
                null,
                null,
                null,
                null,
                Mode.SOLO,
                null,
                null,
                null,
                null,
                null,
                notBefore,
                null,
                null,
                new Expectation("low", null, atMost, "ms"));
    }

    @Test
    void a_revised_step_is_looked_at_again() {
        Night reviewed =
                Night.announced(SMALL).did(new ReviewChecklist(by(BEN, "01:10"), List.of()));
        var decided =
                reviewed.when(
                        new ReviseStep(
                                by(ANA, "01:20"),
                                "left",
                                patch(new Expectation("green", null, null, null), Set.of()),
                                null));
        assertThat(decided.the(StepRevised.class).changed()).containsExactly("expectation");
        assertThat(decided.the(ReadinessChanged.class).reviewed()).isFalse();
        String hash = Objects.requireNonNull(reviewed.state().readiness()).planHash();
        assertThat(decided.the(ReadinessChanged.class).planHash()).isNotEqualTo(hash);
        decided.next()
                .when(new ReviewStep(by(BEN, "01:21"), "left", null))
                .thenTypes(StepReviewed.class, ReadinessChanged.class)
                .thenState(state -> assertThat(state.reviewed()).contains("left"));
    }

    @Test
    void what_changes_nothing_is_no_revision() {
        Night.announced(SMALL)
                .when(new ReviseStep(by(ANA, "01:20"), "left", patch(null, Set.of()), null))
                .thenNothing();
    }

    @Test
    void a_member_can_be_emptied() {
        Night night = Night.announced(SMALL);
        var decided =
                night.when(
                        new ReviseStep(
                                by(ANA, "01:20"), "left", patch(null, Set.of("noRollback")), null));
        assertThat(decided.the(ReadinessChanged.class).rollbacksNamed()).isFalse();
        night.when(new ReviseStep(by(ANA, "01:20"), "left", patch(null, Set.of("title")), null))
                .thenRejected("invalid");
    }

    @Test
    void a_revision_makes_no_circle_and_the_circle_is_named() {
        var refused =
                Night.announced(ROW)
                        .when(new ReviseStep(by(ANA, "01:20"), "a", after("c"), null))
                        .thenRejected("invalid");
        assertThat(refused.rejection().detail()).contains("a → c → b → a");
    }

    @Test
    void what_has_begun_stands() {
        Night night = Night.announced(SMALL).starts(ANA, "01:20", "look");
        night.when(
                        new ReviseStep(
                                by(ANA, "01:21"),
                                "look",
                                patch(new Expectation("x", null, null, null), Set.of()),
                                null))
                .thenRejected("wrong-state");
        night.when(new RemoveStep(by(ANA, "01:21"), "look", null)).thenRejected("wrong-state");
    }

    @Test
    void who_waited_for_a_removed_step_waits_for_what_it_waited_for() {
        Night night = Night.announced(ROW);
        night.when(new RemoveStep(by(ANA, "01:20"), "b", null))
                .thenRejected("wrong-state", "stepIds", List.of("not-b"));
        Night without =
                night.did(new RemoveStep(by(ANA, "01:20"), "not-b", null))
                        .did(new RemoveStep(by(ANA, "01:21"), "b", null));
        assertThat(step(without, "c").dependsOn()).containsExactly("a");
        assertThat(PlanRules.faults(without.state().planned())).isEmpty();
    }

    @Test
    void a_concern_about_a_removed_step_is_settled() {
        Night night =
                Night.announced(ROW).did(new ReviewStep(by(BEN, "01:10"), "c", "is it needed?"));
        assertThat(night.state().openConcerns()).hasSize(1);
        var decided = night.when(new RemoveStep(by(ANA, "01:20"), "c", null));
        assertThat(decided.the(ReadinessChanged.class).openConcerns()).isZero();
    }

    @Test
    void a_step_that_just_follows_follows_the_one_that_is_before_it_now() {
        var decided =
                Night.announced(ROW)
                        .when(
                                new ReorderSteps(
                                        by(ANA, "01:20"), List.of("b", "a", "c", "not-b"), null));
        StepsReordered reordered = decided.the(StepsReordered.class);
        assertThat(reordered.relinked())
                .extracting(ChecklistEvent.Relinked::stepId)
                .containsExactly("b", "a", "c");
        assertThat(decided.state().planned())
                .extracting(Step::id)
                .containsExactly("b", "a", "c", "not-b");
        assertThat(decided.state().step("c").orElseThrow().step().dependsOn()).containsExactly("a");
    }

    @Test
    void an_order_names_every_step_once() {
        Night night = Night.announced(ROW);
        night.when(new ReorderSteps(by(ANA, "01:20"), List.of("b", "a", "c"), null))
                .thenRejected("invalid");
        night.when(new ReorderSteps(by(ANA, "01:20"), List.of("b", "a", "c", "c"), null))
                .thenRejected("invalid");
        night.when(new ReorderSteps(by(ANA, "01:20"), List.of("a", "b", "c", "not-b"), null))
                .thenNothing();
    }

    @Test
    void changes_of_a_frozen_plan_are_deviations_with_a_reason() {
        Night night = Night.started(SMALL);
        night.when(new RemoveStep(by(ANA, "02:10"), "alone", null)).thenRejected("invalid");
        Night changed =
                night.did(new RemoveStep(by(ANA, "02:10"), "alone", "nothing to do"))
                        .did(new AddStep(by(BEN, "02:11"), StepDraft.titled("More"), "a new host"));
        assertThat(changed.state().deviated())
                .extracting(Deviation::what, Deviation::stepId, Deviation::reason)
                .containsExactly(
                        tuple("REMOVED", "alone", "nothing to do"),
                        tuple("ADDED", "more", "a new host"));
        assertThat(
                        night.when(new RemoveStep(by(ANA, "02:10"), "alone", "nothing to do"))
                                .the(StepRemoved.class)
                                .reason())
                .isEqualTo("nothing to do");
    }

    @Test
    void times_are_those_of_a_calendar() {
        Night night = Night.announced(SMALL);
        for (Instant at : List.of(Instant.MAX, Instant.MIN)) {
            night.when(new AddStep(by(ANA, "01:05"), limited(at, BigDecimal.TEN), null))
                    .thenRejected("invalid");
        }
        // the furthest that is can be counted with
        Night far =
                night.did(
                        new AddStep(
                                by(ANA, "01:05"),
                                limited(Instant.parse("9999-12-31T23:59:59Z"), BigDecimal.TEN),
                                null));
        assertThat(Lookout.from(far.state(), at("01:10"))).isPresent();
    }

    @Test
    void outsiders_change_nothing() {
        Night.announced(SMALL)
                .when(new RemoveStep(by(CARLA, "01:20", "liaison"), "alone", null))
                .thenRejected("role-missing");
    }

    @Test
    void one_step_is_looked_at_or_doubted() {
        Night night = Night.announced(SMALL);
        night.when(new ReviewStep(by(ANA, "01:10"), "left", null)).thenRejected("same-person");
        night.when(new ReviewStep(by(BEN, "01:10"), "nothing", null)).thenRejected("not-found");
        Night doubted = night.did(new ReviewStep(by(BEN, "01:10"), "left", "sure?"));
        assertThat(Objects.requireNonNull(doubted.state().readiness()).openConcerns()).isEqualTo(1);
        Night answered = doubted.did(new AnswerConcern(by(ANA, "01:11"), 1, "yes"));
        assertThat(answered.state().openConcerns()).isEmpty();
    }

    @Test
    void a_slip_is_taken_back_within_two_minutes() {
        Night slip = Night.started(SMALL).starts(ANA, "02:00", "left");
        slip.when(new WithdrawStart(by(BEN, "02:01"), "left")).thenRejected("wrong-state");
        slip.when(new WithdrawStart(by(ANA, "02:03"), "left")).thenRejected("wrong-state");
        var decided =
                slip.when(new WithdrawStart(by(ANA, "02:02"), "left"))
                        .thenTypes(StepStartWithdrawn.class, ReadinessChanged.class);
        assertThat(decided.the(ReadinessChanged.class).carryOutStarted()).isFalse();
        assertThat(decided.state().stateOf(decided.state().step("left").orElseThrow()))
                .isEqualTo(StepState.Ready);
    }

    @Test
    void a_start_told_late_can_still_be_a_slip() {
        Night.started(SMALL)
                .did(new StartStep(by(ANA, "02:30"), "left", at("02:05")))
                .when(new WithdrawStart(by(ANA, "02:31"), "left"))
                .thenTypes(StepStartWithdrawn.class, ReadinessChanged.class);
    }

    @Test
    void a_point_of_no_return_started_by_a_slip_was_not_passed() {
        Night night =
                Night.started(SMALL)
                        .done(ANA, BEN, "02:00", "02:20", "left")
                        .done(BEN, ANA, "02:00", "02:10", "right")
                        .did(new ChecklistCommand.ClearStep(by(BEN, "02:21"), "over", true, null))
                        .starts(ANA, "02:22", "over");
        assertThat(night.state().pastPointOfNoReturn()).isTrue();
        Night back = night.did(new WithdrawStart(by(ANA, "02:23"), "over"));
        assertThat(back.state().pastPointOfNoReturn()).isFalse();
        assertThat(back.stateOf("over")).isEqualTo(StepState.Ready);
    }

    @Test
    void a_go_is_given_with_the_forecast_in_view() {
        StepCleared cleared =
                Night.started(SMALL)
                        .done(ANA, BEN, "02:00", "02:20", "left")
                        .done(BEN, ANA, "02:00", "02:10", "right")
                        .when(new ChecklistCommand.ClearStep(by(BEN, "02:21"), "over", true, null))
                        .the(StepCleared.class);
        assertThat(cleared.seen())
                .isEqualTo(
                        new ChecklistEvent.Seen(
                                at("02:41"),
                                at("03:01"),
                                at("04:00"),
                                Duration.ofMinutes(79),
                                Duration.ofMinutes(84),
                                0));
    }

    @Test
    void the_second_may_decline_to_do_a_step_again() {
        Night asked =
                Night.announced(SMALL)
                        .done(ANA, BEN, "01:10", "01:20", "look")
                        .did(new RequestReopening(by(BEN, "01:30"), "look", "a new node"));
        asked.when(new DeclineReopening(by(BEN, "01:31"), "look", null))
                .thenRejected("same-person");
        Night declined = asked.did(new DeclineReopening(by(ANA, "01:31"), "look", "not needed"));
        declined.when(new ConfirmReopening(by(ANA, "01:32"), "look")).thenRejected("wrong-state");
        assertThat(declined.stateOf("look")).isEqualTo(StepState.Done);
    }

    @Test
    void nothing_begins_before_its_time() {
        Night night =
                Night.announced(SMALL)
                        .did(
                                new AddStep(
                                        by(ANA, "01:05"),
                                        limited(at("01:30"), BigDecimal.TEN),
                                        null));
        // it follows "look", the step before it in its phase and lane
        Night free = night.done(ANA, BEN, "01:06", "01:10", "look");
        free.when(new StartStep(by(ANA, "01:29"), "read", null)).thenRejected("too-early");
        free.when(Night.complete(by(ANA, "01:29"), "read")).thenRejected("too-early");
        free.when(new StartStep(by(ANA, "01:40"), "read", at("01:20"))).thenRejected("too-early");
        free.starts(ANA, "01:30", "read");
        assertThat(Lookout.from(free.state(), at("01:10")).orElseThrow().p50())
                .isEqualTo(at("02:40"));
    }

    @Test
    void a_value_is_compared_with_what_was_expected() {
        Night night =
                Night.announced(SMALL)
                        .did(new AddStep(by(ANA, "01:05"), limited(null, BigDecimal.TEN), null))
                        .done(ANA, BEN, "01:06", "01:10", "look");
        var read =
                night.when(
                        new CompleteStep(
                                by(ANA, "01:20"),
                                "read",
                                null,
                                List.of(),
                                new BigDecimal("10.5"),
                                null,
                                null,
                                false));
        assertThat(read.the(StepCompleted.class).asExpected()).isFalse();
        Night.announced(SMALL)
                .when(
                        new CompleteStep(
                                by(ANA, "01:20"),
                                "look",
                                null,
                                List.of(),
                                BigDecimal.ONE,
                                null,
                                null,
                                false))
                .thenRejected("invalid");
    }
}
