package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.command.Requests.ComponentImpactRequest;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.Component.Unknown;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.Misnamed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What commands need to know of components, read from their streams and so always current. */
@ApplicationScoped
class Catalogue {

    private final CommandHandler<ComponentCommand, ComponentEvent, Component> components;

    Catalogue(CommandHandler<ComponentCommand, ComponentEvent, Component> components) {
        this.components = components;
    }

    /**
     * Components with their present names.
     *
     * @param unknown says which is the first that there is not, which stands under its slug; null
     *     when there are all
     */
    record Named(List<ComponentImpact> components, @Nullable Rejection unknown) {

        /** What is asked of these; the rights of who asks come before what they misnamed. */
        WindowCommand in(WindowCommand command) {
            return unknown == null ? command : new Misnamed(command, unknown);
        }

        private Named with(ComponentImpact one, @Nullable Rejection no) {
            return new Named(plus(components, one), unknown == null ? no : unknown);
        }
    }

    /** The components that are asked for. */
    Uni<Named> named(List<ComponentImpactRequest> requested) {
        Uni<Named> all = Uni.createFrom().item(new Named(List.of(), null));
        for (int i = 0; i < requested.size(); i++) {
            String pointer = "/components/" + i + "/id";
            ComponentImpactRequest one = requested.get(i);
            all = all.chain(some -> named(one, pointer, some));
        }
        return all;
    }

    /** These slugs and all that a component names of others. */
    static Set<String> plus(Collection<String> slugs, Component component) {
        var all = new HashSet<>(slugs);
        if (component instanceof Listed listed) {
            all.addAll(listed.dependsOn());
            all.addAll(listed.backedBy() == null ? List.of() : listed.backedBy());
        }
        return all;
    }

    /** Those of the slugs that are components. */
    Uni<Set<String>> existing(Collection<String> slugs) {
        return reachable(slugs).map(known -> known.of().keySet());
    }

    private Uni<Named> named(ComponentImpactRequest one, String pointer, Named before) {
        return components
                .fold(one.id())
                .map(folded ->
                        switch (folded.state()) {
                            case Listed c ->
                                    before.with(
                                            new ComponentImpact(c.id(), c.name(), one.impact()),
                                            null);
                            case Unknown _ ->
                                    before.with(
                                            new ComponentImpact(one.id(), one.id(), one.impact()),
                                            Rejection.invalid(
                                                    pointer,
                                                    "must be a component of the catalogue"));
                        });
    }

    private static <T> List<T> plus(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** Everything that the given components lead to. */
    Uni<Dependencies> reachable(Collection<String> from) {
        return walk(new ArrayDeque<>(from), new HashMap<>()).map(Dependencies::new);
    }

    private Uni<Map<String, Set<String>>> walk(Deque<String> open, Map<String, Set<String>> seen) {
        String next = open.poll();
        if (next == null) {
            return Uni.createFrom().item(seen);
        }
        if (seen.containsKey(next)) {
            return walk(open, seen);
        }
        return components
                .fold(next)
                .chain(folded -> {
                    if (folded.state() instanceof Listed c) {
                        seen.put(next, Set.copyOf(c.dependsOn()));
                        open.addAll(c.dependsOn());
                    }
                    return walk(open, seen);
                });
    }
}
