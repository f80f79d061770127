package dev.interlude.checklist.template;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.ReadyTemplates;
import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Origin.Changed;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.markdown.MarkdownReader;
import dev.interlude.checklist.template.TemplateCommand.AcceptChange;
import dev.interlude.checklist.template.TemplateCommand.DeclineChange;
import dev.interlude.checklist.template.TemplateCommand.ProposeChange;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeAccepted;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeDeclined;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeProposed;
import dev.interlude.checklist.template.TemplateEvent.TemplatePublished;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Contracts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private static final Instant ONE = Instant.parse("2026-03-07T01:00:00Z");
    private static final Actor ANA = Actor.person("p-ana");

    private static Act by(String... roles) {
        return Acts.by(ANA, ONE, roles);
    }

    private static List<StepDraft> steps(String markdown) {
        return MarkdownReader.read(markdown).steps();
    }

    private static PublishTemplate publish(
            boolean first, String markdown, @Nullable String note, String... roles) {
        return new PublishTemplate(
                by(roles), "t", first, "T", null, steps(markdown), note, null, null);
    }

    private static DeciderSpec<TemplateCommand, TemplateEvent, Template> published() {
        return given(new TemplateDecider())
                .when(publish(true, "- [ ] a {5m}\n- [ ] b\n", null, "planner"))
                .next();
    }

    @Test
    void versions_are_counted_and_only_added() {
        var second =
                published()
                        .when(publish(false, "- [ ] a {7m}\n- [ ] b\n", "slower", "planner"))
                        .thenTypes(TemplatePublished.class);
        assertThat(second.the(TemplatePublished.class).version()).isEqualTo(2);
        assertThat(second.state().version(1).orElseThrow().steps().getFirst().expectedDuration())
                .hasMinutes(5);
        second.next()
                .when(publish(false, "- [ ] a {7m}\n- [ ] b\n", "again", "planner"))
                .thenNothing();
    }

    @Test
    void planners_publish_and_there_is_one_first_version() {
        given(new TemplateDecider())
                .when(publish(true, "- [ ] a", null, "operator"))
                .thenRejected("role-missing");
        published().when(publish(true, "- [ ] c", null, "planner")).thenRejected("already-exists");
        given(new TemplateDecider())
                .when(publish(false, "- [ ] c", null, "planner"))
                .thenRejected("not-found");
        given(new TemplateDecider())
                .when(
                        new PublishTemplate(
                                by("planner"), "t", true, "T", null, List.of(), null, null, null))
                .thenRejected("invalid");
    }

    @Test
    void a_template_of_a_team_is_changed_by_its_planners() {
        given(new TemplateDecider())
                .when(
                        new PublishTemplate(
                                by("planner"),
                                "t",
                                true,
                                "T",
                                null,
                                steps("- [ ] a"),
                                null,
                                "others",
                                null))
                .thenRejected("role-missing");
    }

    @Test
    void an_accepted_proposal_is_the_next_version_and_says_why() {
        var proposed =
                published()
                        .when(
                                new ProposeChange(
                                        by("operator"),
                                        "t",
                                        "a takes ten minutes",
                                        steps("- [ ] a {10m}\n- [ ] b\n"),
                                        "w"))
                        .thenTypes(TemplateChangeProposed.class)
                        .next();
        proposed.when(new AcceptChange(by("operator"), "t", 1, null)).thenRejected("role-missing");
        var accepted =
                proposed.when(new AcceptChange(by("planner"), "t", 1, null))
                        .thenTypes(TemplateChangeAccepted.class, TemplatePublished.class);
        assertThat(accepted.the(TemplatePublished.class).note()).isEqualTo("a takes ten minutes");
        accepted.next()
                .when(new DeclineChange(by("planner"), "t", 1, null))
                .thenRejected("wrong-state");
        proposed.when(new AcceptChange(by("planner"), "t", 2, null)).thenRejected("not-found");
    }

    @Test
    void a_proposal_in_words_gets_its_steps_from_who_accepts_it() {
        var proposed =
                published()
                        .when(new ProposeChange(by("operator"), "t", "check b first", null, null))
                        .next();
        proposed.when(new AcceptChange(by("planner"), "t", 1, null)).thenRejected("invalid");
        proposed.when(new AcceptChange(by("planner"), "t", 1, steps("- [ ] b\n- [ ] a\n")))
                .thenTypes(TemplateChangeAccepted.class, TemplatePublished.class);
        proposed.when(new DeclineChange(by("planner"), "t", 1, "no"))
                .then(new TemplateChangeDeclined("t", 1, "no"));
    }

    @Test
    void a_lesson_is_proposed_once() {
        var lesson =
                new ProposeChange(
                        Acts.reaction("lesson", Instant.EPOCH), "t", "a is slow", null, "w", 1);
        var proposed = published().when(lesson);
        proposed.then(new TemplateChangeProposed("t", 1, "a is slow", null, "w", 1));
        proposed.next().when(lesson).thenNothing();
        proposed.next()
                .when(
                        new ProposeChange(
                                Acts.reaction("lesson", Instant.EPOCH), "t", "b too", null, "w", 2))
                .then(new TemplateChangeProposed("t", 2, "b too", null, "w", 2));
    }

    @Test
    void a_difference_names_what_changed_and_why() {
        Template template =
                published()
                        .when(publish(false, "- [ ] a {7m}\n- [ ] b\n", "slower", "planner"))
                        .next()
                        .when(publish(false, "- [ ] a {7m}\n- [ ] c\n", "b is gone", "planner"))
                        .state();
        assertThat(TemplateDiff.between(template, 1, 3))
                .extracting(Changed::what, Changed::stepId, Changed::version, Changed::why)
                .containsExactly(
                        tuple("CHANGED", "a", 2, "slower"),
                        tuple("ADDED", "c", 3, "b is gone"),
                        tuple("REMOVED", "b", 3, "b is gone"));
        assertThat(TemplateDiff.between(template, 3, 3)).isEmpty();
        assertThat(TemplateDiff.between(template, 1, 2).getFirst().members())
                .containsExactly("expectedDuration");
    }

    static List<String> ready() {
        return ReadyTemplates.SLUGS;
    }

    @ParameterizedTest
    @MethodSource("ready")
    void a_ready_template_is_a_whole_maintenance(String slug) {
        List<Step> steps = Drafting.complete(List.of(), ReadyTemplates.markdown(slug).steps());
        assertThat(PlanRules.faults(steps)).isEmpty();
        assertThat(ReadyTemplates.markdown(slug).warnings()).isEmpty();
        Set<Phase> phases = new HashSet<>();
        Set<String> undone = new HashSet<>();
        for (Step step : steps) {
            phases.add(step.phase());
            if (step.rollbackOf() != null) {
                undone.add(step.rollbackOf());
            }
            assertThat(step.instruction()).as(step.id()).isNotBlank();
        }
        assertThat(phases).containsExactlyInAnyOrder(Phase.values());
        assertThat(steps)
                .filteredOn(step -> step.phase() == Phase.CARRY_OUT)
                .allSatisfy(step ->
                        assertThat(step.noRollback() != null || undone.contains(step.id()))
                                .as(step.id())
                                .isTrue());
        assertThat(steps).anySatisfy(step -> assertThat(step.sideEffects()).isNotEmpty());
        assertThat(steps).anySatisfy(step -> assertThat(step.verifies().name()).isEqualTo("BOTH"));
        PlanPart plan = ReadyTemplates.plan(slug);
        assertThat(plan.publicText()).containsKey("en");
        assertThat(plan.duration()).isPositive();
        assertThat(plan.risk()).isNotNull();
        var published =
                given(new TemplateDecider())
                        .when(
                                new PublishTemplate(
                                        Acts.reaction("ready-templates", ONE),
                                        slug,
                                        true,
                                        ReadyTemplates.markdown(slug).title(),
                                        plan,
                                        ReadyTemplates.markdown(slug).steps(),
                                        null,
                                        null,
                                        null))
                        .the(TemplatePublished.class);
        Contracts.validateShape(
                ChecklistEvents.TEMPLATE.typeOf(published), LogJson.write(published));
    }
}
