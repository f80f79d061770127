package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.ROBOT;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist.Doubt;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.ConcernAnswered;
import dev.interlude.checklist.checklist.ChecklistEvent.OpenGate;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.testkit.Acts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static Night doubted() {
        return Night.announced(SMALL)
                .did(
                        new ReviewChecklist(
                                by(BEN, "01:10"), List.of(new Doubt("left", "how do we know?"))));
    }

    @Test
    void the_buddy_reviews_all_in_one_act() {
        var decided =
                Night.announced(SMALL)
                        .when(new ReviewChecklist(by(BEN, "01:10"), List.of()))
                        .thenTypes(ChecklistReviewed.class, ReadinessChanged.class);
        ReadinessChanged readiness = decided.the(ReadinessChanged.class);
        assertThat(readiness.reviewed()).isTrue();
        assertThat(readiness.openConcerns()).isZero();
    }

    @Test
    void a_concern_keeps_the_gate_closed_until_it_is_answered() {
        Night doubted = doubted();
        ReadinessChanged readiness = doubted.state().readiness();
        assertThat(readiness).isNotNull();
        assertThat(readiness.openConcerns()).isEqualTo(1);
        assertThat(readiness.open()).contains(new OpenGate("review", "left", "Left"));
        var decided = doubted.when(new AnswerConcern(by(ANA, "01:20"), 1, "the counter is zero"));
        assertThat(decided.the(ConcernAnswered.class).stepId()).isEqualTo("left");
        assertThat(decided.the(ReadinessChanged.class).openConcerns()).isZero();
        decided.next()
                .when(new AnswerConcern(by(ANA, "01:21"), 1, "again"))
                .thenRejected("wrong-state");
    }

    @Test
    void concerns_are_numbered_through_the_checklist() {
        var decided =
                doubted()
                        .when(
                                new ReviewChecklist(
                                        by(BEN, "01:30"),
                                        List.of(new Doubt("right", "and this?"))));
        assertThat(decided.the(ChecklistReviewed.class).except().getFirst().concern()).isEqualTo(2);
    }

    @Test
    void only_the_buddy_reviews() {
        Night night = Night.announced(SMALL);
        night.when(new ReviewChecklist(by(ANA, "01:10"), List.of())).thenRejected("same-person");
        night.when(new ReviewChecklist(by(CARLA, "01:10"), List.of())).thenRejected("not-crew");
        night.when(new ReviewChecklist(by(ROBOT, "01:10"), List.of())).thenRejected("not-crew");
    }

    @Test
    void what_the_buddy_wrote_the_driver_reviews() {
        Night night =
                Night.empty()
                        .did(
                                new DraftChecklist(
                                        by(BEN, "01:00"),
                                        WINDOW,
                                        "Small",
                                        List.of(StepDraft.titled("Do it"))))
                        .hears("01:01", new WindowNews.Planned(at("02:00"), at("04:00"), Acts.TEAM))
                        .hears("01:02", new WindowNews.CrewNamed(ANA.id(), BEN.id(), null));
        night.when(new ReviewChecklist(by(BEN, "01:10"), List.of())).thenRejected("same-person");
        night.when(new ReviewChecklist(by(ANA, "01:10"), List.of()))
                .thenTypes(ChecklistReviewed.class, ReadinessChanged.class);
    }

    @Test
    void a_step_added_later_is_not_reviewed() {
        Night reviewed =
                Night.announced(SMALL).did(new ReviewChecklist(by(BEN, "01:10"), List.of()));
        var decided =
                reviewed.when(new AddStep(by(ANA, "01:20"), StepDraft.titled("One more"), null));
        assertThat(decided.the(ReadinessChanged.class).reviewed()).isFalse();
    }

    @Test
    void a_concern_is_about_a_step() {
        Night.announced(SMALL)
                .when(
                        new ReviewChecklist(
                                by(BEN, "01:10"), List.of(new Doubt("nothing", "what is it?"))))
                .thenRejected("invalid");
    }

    @Test
    void outsiders_answer_no_concern() {
        doubted()
                .when(new AnswerConcern(by(CARLA, "01:20", "liaison"), 1, "it is fine"))
                .thenRejected("not-crew");
        doubted()
                .when(new AnswerConcern(by(ANA, "01:20"), 7, "it is fine"))
                .thenRejected("not-found");
    }
}
