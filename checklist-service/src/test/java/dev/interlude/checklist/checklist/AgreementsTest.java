package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.ROBOT;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddNote;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ObserveSideEffect;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistEvent.NoteAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.SideEffectObserved;
import dev.interlude.checklist.checklist.ChecklistEvent.SkipDeclined;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReopened;
import dev.interlude.checklist.checklist.ChecklistEvent.StepSkipped;
import org.junit.jupiter.api.Test;

class AgreementsTest {

    private static Night skipAsked() {
        return Night.announced(SMALL)
                .did(new RequestSkip(by(ANA, "01:30"), "look", "looked yesterday"));
    }

    @Test
    void leaving_a_step_out_takes_two() {
        Night asked = skipAsked();
        assertThat(asked.stateOf("look")).isEqualTo(StepState.Ready);
        asked.when(new ConfirmSkip(by(ANA, "01:31"), "look")).thenRejected("same-person");
        asked.when(new ConfirmSkip(by(CARLA, "01:31"), "look")).thenRejected("not-crew");
        var decided =
                asked.when(new ConfirmSkip(by(BEN, "01:31"), "look"))
                        .thenTypes(StepSkipped.class, ReadinessChanged.class);
        assertThat(decided.the(StepSkipped.class).reason()).isEqualTo("looked yesterday");
        assertThat(decided.the(ReadinessChanged.class).prepared()).isTrue();
        assertThat(decided.state().step("look").orElseThrow().progress())
                .isInstanceOf(Progress.Skipped.class);
    }

    @Test
    void the_second_may_decline() {
        skipAsked()
                .when(new DeclineSkip(by(ANA, "01:31"), "look", null))
                .thenRejected("same-person");
        Night declined = skipAsked().did(new DeclineSkip(by(BEN, "01:31"), "look", "look again"));
        declined.when(new ConfirmSkip(by(BEN, "01:32"), "look")).thenRejected("wrong-state");
        skipAsked()
                .when(new DeclineSkip(by(BEN, "01:31"), "look", "look again"))
                .then(new SkipDeclined(WINDOW, "look", "Look", Phase.PREPARE, "look again"));
    }

    @Test
    void a_step_that_is_started_is_no_longer_to_be_left_out() {
        skipAsked()
                .starts(ANA, "01:31", "look")
                .when(new ConfirmSkip(by(BEN, "01:32"), "look"))
                .thenRejected("wrong-state");
    }

    @Test
    void a_running_step_is_not_left_out() {
        Night.announced(SMALL)
                .starts(ANA, "01:31", "look")
                .when(new RequestSkip(by(ANA, "01:32"), "look", "enough"))
                .thenRejected("wrong-state", "state", "Running");
    }

    @Test
    void doing_a_step_again_takes_two() {
        Night asked =
                Night.announced(SMALL)
                        .done(ANA, BEN, "01:10", "01:20", "look")
                        .did(new RequestReopening(by(BEN, "01:30"), "look", "a new node"));
        assertThat(asked.stateOf("look")).isEqualTo(StepState.Done);
        asked.when(new ConfirmReopening(by(BEN, "01:31"), "look")).thenRejected("same-person");
        var decided =
                asked.when(new ConfirmReopening(by(ANA, "01:31"), "look"))
                        .thenTypes(StepReopened.class, ReadinessChanged.class);
        assertThat(decided.the(ReadinessChanged.class).prepared()).isFalse();
        assertThat(decided.state().stateOf(decided.state().step("look").orElseThrow()))
                .isEqualTo(StepState.Ready);
    }

    @Test
    void only_what_is_settled_is_reopened() {
        Night.announced(SMALL)
                .when(new RequestReopening(by(BEN, "01:30"), "look", "again"))
                .thenRejected("wrong-state");
        Night.announced(SMALL)
                .when(new ConfirmReopening(by(BEN, "01:30"), "look"))
                .thenRejected("wrong-state");
    }

    @Test
    void nothing_is_asked_twice() {
        skipAsked()
                .when(new RequestSkip(by(BEN, "01:31"), "look", "me too"))
                .thenRejected("wrong-state");
    }

    @Test
    void a_machine_agrees_to_nothing() {
        skipAsked().when(new ConfirmSkip(by(ROBOT, "01:31"), "look")).thenRejected("not-crew");
    }

    @Test
    void the_crew_and_machines_note_what_they_see() {
        Night night = Night.announced(SMALL);
        night.when(new AddNote(by(BEN, "01:30"), "look", "node 3 is slow"))
                .then(new NoteAdded(WINDOW, "look", "Look", Phase.PREPARE, "node 3 is slow"));
        night.when(new ObserveSideEffect(by(ROBOT, "01:30"), "look", "alarm"))
                .then(new SideEffectObserved(WINDOW, "look", "Look", Phase.PREPARE, "alarm"));
        night.when(new AddNote(by(CARLA, "01:30"), "look", "hello")).thenRejected("not-crew");
    }
}
