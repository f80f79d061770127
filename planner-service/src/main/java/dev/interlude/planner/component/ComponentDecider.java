package dev.interlude.planner.component;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.Component.Unknown;
import dev.interlude.planner.component.ComponentCommand.AddComponent;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentCommand.ImportComponent;
import dev.interlude.planner.component.ComponentCommand.ReviseComponent;
import dev.interlude.planner.component.ComponentCommand.SetLoadProfile;
import dev.interlude.planner.component.ComponentEvent.ComponentAdded;
import dev.interlude.planner.component.ComponentEvent.ComponentRevised;
import dev.interlude.planner.component.ComponentEvent.LoadProfileSet;
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
            case ImportComponent c -> take(c, state);
            case SetLoadProfile c -> load(c, state);
        };
    }

    private static Decision<ComponentEvent> add(AddComponent c, Component state) {
        return state instanceof Listed
                ? Decision.reject(
                        Rejection.conflict("already-exists", "There is such a component already."))
                : added(
                        new Listed(
                                c.componentId(),
                                c.name(),
                                c.group(),
                                c.dependsOn(),
                                c.team(),
                                orNull(c.backedBy()),
                                null),
                        c.catalogue());
    }

    private static Decision<ComponentEvent> added(Listed wanted, Dependencies catalogue) {
        Rejection no = CatalogueRules.acceptable(wanted, catalogue);
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new ComponentAdded(
                                wanted.id(),
                                wanted.name(),
                                wanted.group(),
                                wanted.dependsOn(),
                                wanted.team(),
                                wanted.backedBy()));
    }

    private static Decision<ComponentEvent> revise(ReviseComponent c, Component state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(noSuchComponent());
            case Listed now ->
                    revised(
                            now,
                            new Listed(
                                    now.id(),
                                    Objects.requireNonNullElse(c.name(), now.name()),
                                    c.group() == null ? now.group() : c.group(),
                                    Objects.requireNonNullElse(c.dependsOn(), now.dependsOn()),
                                    c.team() == null ? now.team() : c.team(),
                                    c.backedBy() == null ? now.backedBy() : orNull(c.backedBy()),
                                    now.load()),
                            c.catalogue());
        };
    }

    private static Decision<ComponentEvent> take(ImportComponent c, Component state) {
        var load = state instanceof Listed now ? now.load() : null;
        var wanted =
                new Listed(
                        c.componentId(),
                        c.name(),
                        c.group(),
                        c.dependsOn(),
                        c.team(),
                        orNull(c.backedBy()),
                        load);
        return switch (state) {
            case Unknown _ -> added(wanted, c.catalogue());
            case Listed now -> revised(now, wanted, c.catalogue());
        };
    }

    private static Decision<ComponentEvent> revised(
            Listed now, Listed wanted, Dependencies catalogue) {
        if (wanted.equals(now)) {
            return Decision.nothing();
        }
        boolean sameNeighbours =
                wanted.dependsOn().equals(now.dependsOn())
                        && Objects.equals(wanted.backedBy(), now.backedBy());
        Rejection no = sameNeighbours ? null : CatalogueRules.acceptable(wanted, catalogue);
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new ComponentRevised(
                                wanted.id(),
                                wanted.name(),
                                wanted.group(),
                                wanted.dependsOn(),
                                wanted.team(),
                                wanted.backedBy()));
    }

    private static Decision<ComponentEvent> load(SetLoadProfile c, Component state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(noSuchComponent());
            case Listed now -> {
                Rejection no = CatalogueRules.acceptable(c.profile());
                yield no != null
                        ? Decision.reject(no)
                        : c.profile().equals(now.load())
                                ? Decision.nothing()
                                : Decision.accept(
                                        new LoadProfileSet(
                                                now.id(), c.profile().zone(), c.profile().hours()));
            }
        };
    }

    private static Rejection noSuchComponent() {
        return Rejection.notFound("There is no such component.");
    }

    private static @Nullable List<String> orNull(List<String> some) {
        return some.isEmpty() ? null : some;
    }

    @Override
    public Component evolve(Component state, Recorded<ComponentEvent> event) {
        var load = state instanceof Listed now ? now.load() : null;
        return switch (event.event()) {
            case ComponentAdded(var id, var name, var group, var needs, var team, var backedBy) ->
                    new Listed(id, name, group, needs, team, backedBy, load);
            case ComponentRevised(var id, var name, var group, var needs, var team, var backedBy) ->
                    new Listed(id, name, group, needs, team, backedBy, load);
            case LoadProfileSet e ->
                    state instanceof Listed now
                            ? new Listed(
                                    now.id(),
                                    now.name(),
                                    now.group(),
                                    now.dependsOn(),
                                    now.team(),
                                    now.backedBy(),
                                    new LoadProfile(e.zone(), e.hours()))
                            : state;
        };
    }
}
