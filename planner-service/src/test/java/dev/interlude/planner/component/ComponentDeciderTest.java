package dev.interlude.planner.component;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand.AddComponent;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentCommand.ReviseComponent;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentDeciderTest {

    private static final Actor ROOT = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaroot");
    private static final Act AS_ROOT =
            Acts.by(ROOT, Instant.parse("2026-03-01T10:00:00Z"), "admin");
    private static final ComponentAdded BUILDS =
            new ComponentAdded("builds", "Builds", "CI", List.of("api"), "platform");

    private static AddComponent add(Act act, Dependencies catalogue, String... dependsOn) {
        return new AddComponent(
                act, "builds", "Builds", "CI", List.of(dependsOn), "platform", catalogue);
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
                .when(new ReviseComponent(AS_ROOT, "Pipelines", null, null, null, NOTHING_READ))
                .then(new ComponentRevised("builds", "Pipelines", "CI", List.of("api"), "platform"))
                .thenState(c -> assertThat(((Listed) c).name()).isEqualTo("Pipelines"));
        given(new ComponentDecider(), BUILDS)
                .when(new ReviseComponent(AS_ROOT, "Builds", null, null, null, WITH_API))
                .thenNothing();
    }

    @Test
    void what_is_not_there_is_not_revised() {
        given(new ComponentDecider())
                .when(new ReviseComponent(AS_ROOT, "Pipelines", null, null, null, WITH_API))
                .thenRejected("not-found");
    }
}
