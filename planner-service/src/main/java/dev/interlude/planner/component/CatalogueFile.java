package dev.interlude.planner.component;

import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Components as a file names them, judged together: they may depend on each other in any order.
 *
 * @param wanted those of the file, in its order
 */
public record CatalogueFile(List<Listed> wanted) {

    /** Something that is wrong, by JSON pointer within the file. */
    public record Wrong(String pointer, String rule) {}

    /** The catalogue as it will be: what is there, with what the file says of it. */
    public Dependencies after(Collection<Listed> present) {
        Map<String, Set<String>> of = new HashMap<>();
        present.forEach(c -> of.put(c.id(), Set.copyOf(c.dependsOn())));
        wanted.forEach(c -> of.put(c.id(), new HashSet<>(c.dependsOn())));
        return new Dependencies(of);
    }

    /** All that is wrong with it; a circle is named at each of its components. */
    public List<Wrong> errors(Collection<Listed> present) {
        Dependencies after = after(present);
        var errors = new ArrayList<Wrong>();
        var seen = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            Listed one = wanted.get(i);
            String pointer = "/components/" + i;
            if (!seen.add(one.id())) {
                errors.add(new Wrong(pointer + "/id", "must not be named twice"));
            }
            CatalogueRules.broken(
                            one.id(),
                            one.dependsOn(),
                            one.backedBy() == null ? List.of() : one.backedBy(),
                            after)
                    .forEach(broken ->
                            errors.add(new Wrong(pointer + broken.pointer(), broken.rule())));
        }
        return errors;
    }
}
