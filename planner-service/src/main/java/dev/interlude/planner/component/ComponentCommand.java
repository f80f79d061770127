package dev.interlude.planner.component;

import dev.interlude.eventlog.decider.Act;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of a component of the catalogue. */
public sealed interface ComponentCommand {

    Act act();

    /** {@code catalogue} holds what is known of the components that it depends on. */
    record AddComponent(
            Act act,
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team,
            Dependencies catalogue)
            implements ComponentCommand {}

    /** What is null stays as it is. */
    record ReviseComponent(
            Act act,
            @Nullable String name,
            @Nullable String group,
            @Nullable List<String> dependsOn,
            @Nullable String team,
            Dependencies catalogue)
            implements ComponentCommand {}

    /**
     * What the catalogue says of the components that the command leads to.
     *
     * @param of the direct dependencies of each component that exists; one that is not there
     *     doesn't exist
     */
    record Dependencies(Map<String, Set<String>> of) {

        boolean knows(String id) {
            return of.containsKey(id);
        }

        /** True when one leads to the other, over as many steps as it takes. */
        boolean leads(String from, String to) {
            return leads(from, to, new HashSet<>());
        }

        private boolean leads(String from, String to, Set<String> seen) {
            if (from.equals(to)) {
                return true;
            }
            return seen.add(from)
                    && of.getOrDefault(from, Set.of()).stream()
                            .anyMatch(next -> leads(next, to, seen));
        }
    }
}
