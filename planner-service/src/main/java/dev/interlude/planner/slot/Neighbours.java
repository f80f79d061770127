package dev.interlude.planner.slot;

import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What components have to do with each other. */
public final class Neighbours {

    private final Dependencies needs;
    private final Map<String, Set<String>> standIns = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    public Neighbours(Collection<Listed> catalogue) {
        Map<String, Set<String>> of = new HashMap<>();
        for (Listed c : catalogue) {
            of.put(c.id(), Set.copyOf(c.dependsOn()));
            names.put(c.id(), c.name());
            for (String other : c.backedBy() == null ? List.<String>of() : c.backedBy()) {
                standIns.computeIfAbsent(c.id(), _ -> new HashSet<>()).add(other);
                standIns.computeIfAbsent(other, _ -> new HashSet<>()).add(c.id());
            }
        }
        this.needs = new Dependencies(of);
    }

    public String name(String slug) {
        return names.getOrDefault(slug, slug);
    }

    /** True when one needs the other, over as many steps as it takes. */
    boolean needs(String one, String other) {
        return !one.equals(other) && !needs.path(one, other).isEmpty();
    }

    boolean standIn(String one, String other) {
        return standIns.getOrDefault(one, Set.of()).contains(other);
    }

    /** These, all that they need, all that need them, and those that stand in for them. */
    public Set<String> around(Collection<String> components) {
        var around = new HashSet<>(components);
        for (String mine : components) {
            for (String other : needs.of().keySet()) {
                if (needs(mine, other) || needs(other, mine)) {
                    around.add(other);
                }
            }
            around.addAll(standIns.getOrDefault(mine, Set.of()));
        }
        return around;
    }
}
