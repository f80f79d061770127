package dev.interlude.checklist.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.checklist.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    private static List<Step> steps(String markdown) {
        return Drafting.complete(List.of(), MarkdownReader.read(markdown).steps());
    }

    private static Step step(String line) {
        return steps("# T\n- [ ] " + line + "\n").getFirst();
    }

    @Test
    void a_line_without_braces_is_a_step() {
        Step step = step("Restart the broker");
        assertThat(step.id()).isEqualTo("restart-the-broker");
        assertThat(step.phase()).isEqualTo(Phase.CARRY_OUT);
        assertThat(step.expectedDuration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(step.mode()).isEqualTo(Mode.DO_CONFIRM);
        assertThat(step.lane()).isEqualTo("driver");
    }

    @Test
    void attributes_say_the_rest() {
        Step step =
                step(
                        "Go {#go 1h30m @expert-dns after: mode:read-do no-return no-rollback:\"a \\\"b\\\"} \\\\ c\"}");
        assertThat(step.id()).isEqualTo("go");
        assertThat(step.title()).isEqualTo("Go");
        assertThat(step.expectedDuration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(step.lane()).isEqualTo("expert-dns");
        assertThat(step.dependsOn()).isEmpty();
        assertThat(step.mode()).isEqualTo(Mode.READ_DO);
        assertThat(step.pointOfNoReturn()).isTrue();
        assertThat(step.noRollback()).isEqualTo("a \"b\"} \\ c");
    }

    @Test
    void a_title_may_have_braces_of_its_own() {
        assertThat(step("Set {x} {#set}").title()).isEqualTo("Set {x}");
    }

    @Test
    void a_step_follows_the_one_before_it_in_its_phase_and_lane() {
        List<Step> steps =
                steps(
                        """
                        # T
                        ## PREPARE
                        - [ ] a
                        - [ ] b {@buddy}
                        ## carry-out
                        - [ ] c
                        - [ ] d {@buddy}
                        - [ ] e
                        ## Rollback
                        - [ ] f
                        - [ ] g
                        """);
        assertThat(steps)
                .extracting(Step::dependsOn)
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of("a", "b"),
                        List.of("a", "b"),
                        List.of("c"),
                        List.of(),
                        List.of("f"));
    }

    @Test
    void indented_text_is_the_instruction_and_side_effects_have_lines() {
        Step step =
                steps(
                                """
                                - [ ] Drain
                                      Look at it:

                                      ```
                                      Side effect: not this one
                                        indented
                                      ```
                                      Side effect: builds wait
                                      Then go on.
                                      side effect: fans get loud

                                - [ ] Next
                                """)
                        .getFirst();
        assertThat(step.instruction())
                .isEqualTo(
                        "Look at it:\n\n```\nSide effect: not this one\n  indented\n```\nThen go on.");
        assertThat(step.sideEffects()).containsExactly("builds wait", "fans get loud");
    }

    @Test
    void a_tick_is_read_as_open_with_a_warning() {
        MarkdownPlan plan = MarkdownReader.read("# T\n\n- [x] a\n- [ ] b\n");
        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.warnings()).containsExactly("line 3: [x] is read as open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# T;;- [ ] a;- [ ] b {#b soon} | 4 | unknown attribute \"soon\"",
                "# T;- [ ] b {mode:fast} | 2 | unknown attribute \"mode:fast\"",
                "# T;- [ ] b {5m 6m} | 2 | a duration is said twice",
                "# T;- [ ] b {why:\"x\"} | 2 | unknown attribute \"why:\"x\"\"",
                "# T;- [ ] b {no-rollback:x\"y} | 2 | what stands in braces can't be read",
                "# T;# U;- [ ] b | 2 | a checklist has one title",
                "# T;## Later;- [ ] b | 2 | a phase is Prepare, Carry out, Verify or Rollback",
                "# T;- b | 2 | a step begins with \"- [ ] \" and a title",
                "# T;- [ ] {#b} | 2 | a step begins with \"- [ ] \" and a title",
                "# T;text | 1 | there is no step: a line \"- [ ] Title\"",
            })
    void what_is_wrong_is_named_by_its_line(String text, int line, String rule) {
        assertThatThrownBy(() -> MarkdownReader.read(text.strip().replace(';', '\n')))
                .isInstanceOfSatisfying(
                        UnreadableMarkdown.class,
                        wrong -> {
                            assertThat(wrong.rule()).isEqualTo(rule.strip());
                            assertThat(wrong.line()).isEqualTo(line);
                        });
    }

    @Test
    void what_is_written_reads_as_the_same_plan() {
        List<Step> steps =
                steps(
                        """
                        # T
                        ## Prepare
                        - [ ] a {90s}
                              One.

                              Two.
                              Side effect: noise
                        - [ ] b {@buddy mode:solo}
                        ## Carry out
                        - [ ] c {after:b no-rollback:"say \\"no\\""}
                        - [ ] d {} {@buddy after: no-return no-rollback:x}
                        ## Verify
                        - [ ] e {1h5s verifies:both}
                        ## Rollback
                        - [ ] f {rollback-of:c}
                        """);
        assertThat(PlanRules.faults(steps)).isEmpty();
        String written = MarkdownWriter.write("T", steps, _ -> false);
        assertThat(steps(written)).isEqualTo(steps);
        assertThat(MarkdownReader.read(written).title()).isEqualTo("T");
        String again = MarkdownWriter.write("T", steps(written), _ -> false);
        assertThat(again).isEqualTo(written);
    }

    @Test
    void steps_of_mixed_phases_are_written_by_phase() {
        List<Step> steps =
                Drafting.complete(
                        List.of(), List.of(draft("a", Phase.VERIFY), draft("b", Phase.PREPARE)));
        List<Step> read = steps(MarkdownWriter.write("T", steps, _ -> true));
        assertThat(read).extracting(Step::id).containsExactly("b", "a");
        assertThat(read).containsExactlyInAnyOrderElementsOf(steps);
    }

    private static StepDraft draft(String id, Phase phase) {
        return new StepDraft(
                id, id, phase, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void the_checklist_of_the_story_is_one() throws IOException {
        String story = Files.readString(Path.of("../deploy/system-tests/story/rabbitmq.md"));
        List<Step> steps = steps(story);
        assertThat(PlanRules.faults(steps)).isEmpty();
        assertThat(steps).hasSize(14);
        assertThat(steps.get(6).pointOfNoReturn()).isTrue();
        assertThat(steps.get(6).mode()).isEqualTo(Mode.READ_DO);
        assertThat(steps.get(7).expectedDuration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(steps.get(10).verifies()).isEqualTo(Verifies.BOTH);
        assertThat(steps(MarkdownWriter.write("x", steps, _ -> false))).isEqualTo(steps);
    }
}
