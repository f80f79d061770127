package dev.interlude.planner.component;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.Component.Unknown;
import dev.interlude.planner.component.ComponentCommand.AddComponent;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentCommand.ReviseComponent;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the catalogue: nothing depends on what isn't there, or on itself. */
public final class ComponentDecider
        implements Decider<ComponentCommand, ComponentEvent, Component> {

    @Override
    public Component initial() {
        return new Unknown();
    }

    @Override
    public Decision<ComponentEvent> decide(ComponentCommand command, Component state) {
        return switch (command) {
            case AddComponent c -> add(c, state);
            case ReviseComponent c -> revise(c, state);
        };
    }

    private static Decision<ComponentEvent> add(AddComponent c, Component state) {
        Rejection no =
                state instanceof Listed
                        ? Rejection.conflict("already-exists", "There is such a component already.")
                        : dependencies(c.componentId(), c.dependsOn(), c.catalogue());
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new ComponentAdded(
                                c.componentId(), c.name(), c.group(), c.dependsOn(), c.team()));
    }

    private static Decision<ComponentEvent> revise(ReviseComponent c, Component state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(Rejection.notFound("There is no such component."));
            case Listed now -> revise(c, now);
        };
    }

    private static Decision<ComponentEvent> revise(ReviseComponent c, Listed now) {
        var revised =
                new Listed(
                        now.id(),
                        Objects.requireNonNullElse(c.name(), now.name()),
                        c.group() == null ? now.group() : c.group(),
                        Objects.requireNonNullElse(c.dependsOn(), now.dependsOn()),
                        c.team() == null ? now.team() : c.team());
        Rejection no =
                c.dependsOn() == null ? null : dependencies(now.id(), c.dependsOn(), c.catalogue());
        if (no != null) {
            return Decision.reject(no);
        }
        return revised.equals(now)
                ? Decision.nothing()
                : Decision.accept(
                        new ComponentRevised(
                                revised.id(),
                                revised.name(),
                                revised.group(),
                                revised.dependsOn(),
                                revised.team()));
    }

    private static @Nullable Rejection dependencies(
            String id, List<String> dependsOn, Dependencies catalogue) {
        for (int i = 0; i < dependsOn.size(); i++) {
            String other = dependsOn.get(i);
            String pointer = "/dependsOn/" + i;
            if (catalogue.leads(other, id)) {
                return Rejection.invalid(pointer, "must not lead back to the component itself");
            }
            if (!catalogue.knows(other)) {
                return Rejection.invalid(pointer, "must be a component of the catalogue");
            }
            if (dependsOn.indexOf(other) != i) {
                return Rejection.invalid(pointer, "must not be named twice");
            }
        }
        return null;
    }

    @Override
    public Component evolve(Component state, Recorded<ComponentEvent> event) {
        return switch (event.event()) {
            case ComponentAdded(var id, var name, var group, var dependsOn, var team) ->
                    new Listed(id, name, group, dependsOn, team);
            case ComponentRevised(var id, var name, var group, var dependsOn, var team) ->
                    new Listed(id, name, group, dependsOn, team);
        };
    }
}
