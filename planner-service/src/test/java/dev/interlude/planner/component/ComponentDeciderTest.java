package dev.interlude.planner.component;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand.AddComponent;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentCommand.ImportComponent;
import dev.interlude.planner.component.ComponentCommand.ReviseComponent;
import dev.interlude.planner.component.ComponentCommand.SetLoadProfile;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import dev.interlude.planner.component.ComponentEvent.LoadProfileSet;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentDeciderTest {

    private static final Actor ROOT = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaroot");
    private static final Act AS_ROOT =
            Acts.by(ROOT, Instant.parse("2026-03-01T10:00:00Z"), "admin");
    private static final ComponentAdded BUILDS =
            new ComponentAdded("builds", "Builds", "CI", List.of("api"), "platform", null);

    private static AddComponent add(Act act, Dependencies catalogue, String... dependsOn) {
        return new AddComponent(
                act,
                "builds",
                "Builds",
                "CI",
                List.of(dependsOn),
                "platform",
                List.of(),
                catalogue);
    }

    private static final Dependencies NOTHING_READ = new Dependencies(Map.of());
    private static final Dependencies WITH_API = new Dependencies(Map.of("api", Set.of()));

    @Test
    void a_component_is_added_with_what_it_depends_on() {
        given(new ComponentDecider()).when(add(AS_ROOT, WITH_API, "api")).then(BUILDS);
    }

    @Test
    void a_component_is_added_once() {
        given(new ComponentDecider(), BUILDS)
                .when(add(AS_ROOT, WITH_API, "api"))
                .thenRejected("already-exists");
    }

    @Test
    void a_component_depends_on_components_that_exist() {
        given(new ComponentDecider()).when(add(AS_ROOT, WITH_API, "mail")).thenRejected("invalid");
        given(new ComponentDecider())
                .when(add(AS_ROOT, WITH_API, "api", "api"))
                .thenRejected("invalid");
    }

    @Test
    void nothing_depends_on_itself_over_any_number_of_steps() {
        var circle = new Dependencies(Map.of("api", Set.of("queue"), "queue", Set.of("builds")));
        given(new ComponentDecider()).when(add(AS_ROOT, circle, "api")).thenRejected("invalid");
        given(new ComponentDecider())
                .when(add(AS_ROOT, WITH_API, "builds"))
                .thenRejected("invalid");
    }

    @Test
    void a_revision_changes_what_it_names() {
        given(new ComponentDecider(), BUILDS)
                .when(
                        new ReviseComponent(
                                AS_ROOT, "Pipelines", null, null, null, null, NOTHING_READ))
                .then(
                        new ComponentRevised(
                                "builds", "Pipelines", "CI", List.of("api"), "platform", null))
                .thenState(c -> assertThat(((Listed) c).name()).isEqualTo("Pipelines"));
        given(new ComponentDecider(), BUILDS)
                .when(new ReviseComponent(AS_ROOT, "Builds", null, null, null, null, WITH_API))
                .thenNothing();
    }

    @Test
    void what_is_not_there_is_not_revised() {
        given(new ComponentDecider())
                .when(new ReviseComponent(AS_ROOT, "Pipelines", null, null, null, null, WITH_API))
                .thenRejected("not-found");
    }

    @Test
    void a_circle_is_named_with_all_its_steps() {
        var circle = new Dependencies(Map.of("api", Set.of("queue"), "queue", Set.of("builds")));
        given(new ComponentDecider())
                .when(add(AS_ROOT, circle, "api"))
                .thenRejected("invalid", "circle", List.of("builds", "api", "queue", "builds"));
    }

    private static ImportComponent imported(String name, List<String> backedBy) {
        return new ImportComponent(
                AS_ROOT, "builds", name, "CI", List.of("api"), "platform", backedBy, WITH_API);
    }

    @Test
    void importing_a_component_again_changes_what_differs_and_nothing_else() {
        given(new ComponentDecider()).when(imported("Builds", List.of())).then(BUILDS);
        given(new ComponentDecider(), BUILDS).when(imported("Builds", List.of())).thenNothing();
        given(new ComponentDecider(), BUILDS)
                .when(imported("Builds", List.of("api")))
                .then(
                        new ComponentRevised(
                                "builds",
                                "Builds",
                                "CI",
                                List.of("api"),
                                "platform",
                                List.of("api")));
    }

    @Test
    void who_stands_in_for_a_component_is_another_one_that_exists() {
        given(new ComponentDecider(), BUILDS)
                .when(imported("Builds", List.of("builds")))
                .thenRejected("invalid");
        given(new ComponentDecider(), BUILDS)
                .when(imported("Builds", List.of("nobody")))
                .thenRejected("invalid");
    }

    @Test
    void a_load_profile_has_the_168_hours_of_a_week() {
        var week = Collections.nCopies(168, 1.0);
        given(new ComponentDecider(), BUILDS)
                .when(new SetLoadProfile(AS_ROOT, new LoadProfile("Europe/Berlin", week)))
                .then(new LoadProfileSet("builds", "Europe/Berlin", week));
        given(new ComponentDecider(), BUILDS)
                .and(new LoadProfileSet("builds", "Europe/Berlin", week))
                .when(new SetLoadProfile(AS_ROOT, new LoadProfile("Europe/Berlin", week)))
                .thenNothing();
        for (LoadProfile wrong :
                List.of(
                        new LoadProfile("Berlin", week),
                        new LoadProfile("Europe/Berlin", Collections.nCopies(167, 1.0)),
                        new LoadProfile("Europe/Berlin", Collections.nCopies(168, -1.0)),
                        new LoadProfile("Europe/Berlin", Collections.nCopies(168, Double.NaN)),
                        new LoadProfile("Europe/Berlin", Collections.nCopies(168, 0.0)))) {
            given(new ComponentDecider(), BUILDS)
                    .when(new SetLoadProfile(AS_ROOT, wrong))
                    .thenRejected("invalid");
        }
        given(new ComponentDecider())
                .when(new SetLoadProfile(AS_ROOT, new LoadProfile("Europe/Berlin", week)))
                .thenRejected("not-found");
    }
}
