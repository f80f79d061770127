package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistEvent.OpenGate;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static ReadinessChanged of(Night night) {
        return Objects.requireNonNull(night.state().readiness());
    }

    @Test
    void a_new_checklist_says_what_is_missing() {
        ReadinessChanged now = of(Night.announced(SMALL));
        assertThat(now.prepared()).isFalse();
        assertThat(now.reviewed()).isFalse();
        assertThat(now.rollbacksNamed()).isTrue();
        assertThat(now.open())
                .containsExactly(
                        new OpenGate("prepare", "look", "Look"),
                        new OpenGate("review", null, null),
                        new OpenGate("verify", "check", "Check"));
    }

    @Test
    void a_carry_out_step_without_a_way_back_is_named() {
        var decided =
                Night.announced(SMALL)
                        .when(new AddStep(by(ANA, "01:20"), StepDraft.titled("One more"), null));
        ReadinessChanged now = decided.the(ReadinessChanged.class);
        assertThat(now.rollbacksNamed()).isFalse();
        assertThat(now.open()).contains(new OpenGate("rollback", "one-more", "One more"));
        assertThat(now.planHash()).isNotEqualTo(of(Night.announced(SMALL)).planHash());
    }

    @Test
    void preparing_is_over_with_the_last_confirmation() {
        Night night =
                Night.announced(SMALL).starts(ANA, "01:10", "look").completes(ANA, "01:20", "look");
        assertThat(of(night).prepared()).isFalse();
        assertThat(of(night.confirms(BEN, "01:21", "look")).prepared()).isTrue();
    }

    @Test
    void nothing_is_said_when_nothing_turns() {
        Night night =
                Night.started(SMALL).starts(ANA, "02:00", "left").completes(ANA, "02:05", "left");
        assertThat(night.when(new ConfirmSteps(by(BEN, "02:06"), List.of("left"))).events())
                .noneMatch(ReadinessChanged.class::isInstance);
    }

    @Test
    void work_that_has_begun_is_said() {
        assertThat(of(Night.started(SMALL)).carryOutStarted()).isFalse();
        assertThat(of(Night.started(SMALL).starts(ANA, "02:00", "left")).carryOutStarted())
                .isTrue();
    }
}
