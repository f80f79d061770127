package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.ROBOT;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistDrafted;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.eventlog.decider.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthoringTest {

    private static DraftChecklist draft(Actor who, String role, StepDraft... steps) {
        return new DraftChecklist(by(who, "01:00", role), WINDOW, "Small", List.of(steps));
    }

    private static StepDraft named(String id, List<String> after) {
        return new StepDraft(
                id, "Title", null, null, null, after, null, null, null, null, null, null, null);
    }

    @Test
    void a_title_alone_is_enough() {
        Step step =
                Night.empty()
                        .when(draft(ANA, "planner", StepDraft.titled("Größe ändern!")))
                        .thenTypes(ChecklistDrafted.class, StepAdded.class, ReadinessChanged.class)
                        .the(StepAdded.class)
                        .step();
        assertThat(step.id()).isEqualTo("gro-e-andern");
        assertThat(step.phase()).isEqualTo(Phase.CARRY_OUT);
        assertThat(step.expectedDuration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(step.lane()).isEqualTo("driver");
        assertThat(step.mode()).isEqualTo(Mode.DO_CONFIRM);
    }

    @Test
    void equal_titles_get_different_slugs() {
        List<Step> steps =
                Drafting.complete(
                        List.of(),
                        List.of(
                                StepDraft.titled("Do it"),
                                StepDraft.titled("Do it"),
                                named("do-it-2", List.of()),
                                StepDraft.titled("Do it")));
        assertThat(steps)
                .extracting(Step::id)
                .containsExactly("do-it", "do-it-3", "do-it-2", "do-it-4");
    }

    @Test
    void planners_operators_and_their_machines_write() {
        StepDraft step = StepDraft.titled("Do it");
        Night.empty().when(draft(ANA, "liaison", step)).thenRejected("role-missing");
        assertThat(Night.empty().when(draft(ANA, "operator", step)).events()).isNotEmpty();
        assertThat(Night.empty().when(draft(ROBOT, "planner", step)).events()).isNotEmpty();
    }

    @Test
    void there_is_one_checklist_for_a_window() {
        Night.announced(SMALL)
                .when(draft(ANA, "planner", StepDraft.titled("Do it")))
                .thenRejected("already-exists");
    }

    @Test
    void steps_do_not_wait_for_each_other() {
        Night.empty()
                .when(draft(ANA, "planner", named("a", List.of("b")), named("b", List.of("a"))))
                .thenRejected("invalid");
        Night.empty().when(draft(ANA, "planner", named("a", List.of("a")))).thenRejected("invalid");
        Night.empty().when(draft(ANA, "planner", named("a", List.of("c")))).thenRejected("invalid");
    }

    @Test
    void a_point_of_no_return_is_always_cleared() {
        StepDraft solo =
                new StepDraft(
                        "a", "A", null, null, null, null, null, Mode.SOLO, null, null, "why", null,
                        true);
        Night.empty().when(draft(ANA, "planner", solo)).thenRejected("invalid");
    }

    @Test
    void what_is_wrong_is_pointed_at() {
        StepDraft wrong =
                new StepDraft(
                        "No Slug",
                        " ",
                        null,
                        null,
                        Duration.ofDays(2),
                        null,
                        null,
                        null,
                        null,
                        "nothing",
                        null,
                        Verifies.BOTH,
                        null);
        List<Fault> faults = PlanRules.faults(Drafting.complete(List.of(), List.of(wrong)));
        assertThat(faults)
                .extracting(Fault::member)
                .contains("id", "title", "expectedDuration", "rollbackOf", "verifies");
    }

    @Test
    void once_the_window_has_started_a_change_says_why() {
        Night.started(SMALL)
                .when(new AddStep(by(ANA, "02:10"), StepDraft.titled("One more"), null))
                .thenRejected("invalid");
    }

    @Test
    void the_hash_is_that_of_the_plan() {
        List<Step> steps = Night.announced(SMALL).state().planned();
        String hash = PlanHash.of("Small", steps);
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(PlanHash.of("Small", List.copyOf(steps))).isEqualTo(hash);
        assertThat(PlanHash.of("Smaller", steps)).isNotEqualTo(hash);
        assertThat(PlanHash.of("Small", steps.reversed())).isNotEqualTo(hash);
    }

    @Test
    void before_there_is_a_checklist_nothing_can_be_done() {
        Night.empty()
                .when(new AddStep(by(ANA, "01:00"), StepDraft.titled("One"), null))
                .thenRejected("not-found");
    }

    @Test
    void a_title_is_one_line() {
        for (String title : List.of(" ", "a\nb", "x".repeat(201))) {
            Night.empty()
                    .when(
                            new DraftChecklist(
                                    by(ANA, "01:00"),
                                    WINDOW,
                                    title,
                                    List.of(StepDraft.titled("Look"))))
                    .thenRejected("invalid");
        }
    }
}
