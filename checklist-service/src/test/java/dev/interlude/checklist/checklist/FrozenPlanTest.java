package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.by;
import static dev.interlude.checklist.checklist.Night.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one may change of a plan that two agreed on. */
class FrozenPlanTest {

    private static StepPatch patched(
            @Nullable Phase phase,
            @Nullable Mode mode,
            @Nullable Verifies verifies,
            @Nullable Boolean noReturn) {
        return new StepPatch(
                null, phase, null, null, null, null, mode, null, null, null, verifies, noReturn,
                null, null, null, null, Set.of());
    }

    private static final StepPatch SOLO = patched(null, Mode.SOLO, null, null);

    @Test
    void once_it_has_started_nobody_takes_away_alone_what_two_agreed_on() {
        Night night = Night.started(SMALL);
        night.when(new RemoveStep(by(ANA, "02:10"), "check", "no time"))
                .thenRejected("takes-two", "stepId", "check");
        night.when(new ReviseStep(by(ANA, "02:10"), "check", SOLO, "no time"))
                .thenRejected("takes-two", "member", "mode");
        night.when(
                        new ReviseStep(
                                by(BEN, "02:10"),
                                "check",
                                patched(null, null, Verifies.ROLLBACK, null),
                                "no time"))
                .thenRejected("takes-two", "member", "verifies");
        night.when(
                        new ReviseStep(
                                by(ANA, "02:10"),
                                "right",
                                patched(Phase.VERIFY, null, null, null),
                                "later"))
                .thenRejected("takes-two", "member", "phase");
        night.when(
                        new ReviseStep(
                                by(ANA, "02:10"),
                                "over",
                                patched(null, Mode.DO_CONFIRM, null, false),
                                "harmless"))
                .thenRejected("takes-two", "member", "pointOfNoReturn");
        // two leave it out
        assertThat(
                        night.did(new RequestSkip(by(ANA, "02:10"), "check", "no time"))
                                .did(new ConfirmSkip(by(BEN, "02:11"), "check"))
                                .stateOf("check"))
                .isEqualTo(StepState.Skipped);
    }

    @Test
    void more_may_be_asked_of_a_step_by_one_alone() {
        Night careful =
                Night.started(SMALL)
                        .did(
                                new ReviseStep(
                                        by(BEN, "02:10"),
                                        "check",
                                        patched(null, Mode.READ_DO, Verifies.BOTH, null),
                                        "to be sure"));
        assertThat(careful.state().step("check").orElseThrow().step().mode())
                .isEqualTo(Mode.READ_DO);
    }

    @Test
    void what_somebody_added_meanwhile_they_take_away_again_and_nobody_else() {
        Night more =
                Night.started(SMALL)
                        .did(new AddStep(by(BEN, "02:10"), StepDraft.titled("More"), "a host"));
        more.when(new RemoveStep(by(ANA, "02:11"), "more", "no")).thenRejected("takes-two");
        assertThat(more.did(new RemoveStep(by(BEN, "02:11"), "more", "none")).state().step("more"))
                .isEmpty();
    }

    @Test
    void who_has_broken_the_glass_changes_the_plan_alone() {
        Night alone =
                Night.started(SMALL)
                        .hears("02:09", new WindowNews.GlassBroken(1, ANA.id(), true))
                        .did(new RemoveStep(by(ANA, "02:10"), "check", "nobody is here"));
        assertThat(alone.state().step("check")).isEmpty();
    }

    @Test
    void before_the_start_a_plan_is_changed_as_its_author_likes() {
        Night night = Night.announced(SMALL);
        Night alone = night.did(new ReviseStep(by(ANA, "01:20"), "check", SOLO, null));
        assertThat(alone.state().step("check").orElseThrow().step().mode()).isEqualTo(Mode.SOLO);
        assertThat(night.did(new RemoveStep(by(ANA, "01:20"), "check", null)).state().step("check"))
                .isEmpty();
    }

    @Test
    void a_go_does_not_hold_for_a_step_that_was_changed_since() {
        Night cleared =
                Night.started(SMALL)
                        .done(ANA, BEN, "02:00", "02:20", "left")
                        .done(BEN, ANA, "02:00", "02:10", "right")
                        .did(new ClearStep(by(BEN, "02:21"), "over", true, null));
        assertThat(cleared.stateOf("over")).isEqualTo(StepState.Ready);
        Night changed =
                cleared.did(
                        new ReviseStep(
                                by(ANA, "02:22"),
                                "over",
                                patch(new Expectation("all gone", null, null, null), Set.of()),
                                "another way"));
        assertThat(changed.stateOf("over")).isEqualTo(StepState.AwaitingClearance);
        changed.when(new StartStep(by(ANA, "02:23"), "over", null)).thenRejected("step-not-ready");
        // what becomes of other steps is none of its business
        assertThat(
                        cleared.did(new RemoveStep(by(ANA, "02:22"), "alone", "nothing to do"))
                                .stateOf("over"))
                .isEqualTo(StepState.Ready);
    }
}
