package dev.interlude.planner.component;

import dev.interlude.eventlog.decider.Act;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
            List<String> backedBy,
            Dependencies catalogue)
            implements ComponentCommand {}

    /** What is null stays as it is. */
    record ReviseComponent(
            Act act,
            @Nullable String name,
            @Nullable String group,
            @Nullable List<String> dependsOn,
            @Nullable String team,
            @Nullable List<String> backedBy,
            Dependencies catalogue)
            implements ComponentCommand {}

    /**
     * Adds it or revises it, whichever leads to all of this; {@code catalogue} is as it will be.
     */
    record ImportComponent(
            Act act,
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team,
            List<String> backedBy,
            Dependencies catalogue)
            implements ComponentCommand {}

    record SetLoadProfile(Act act, LoadProfile profile) implements ComponentCommand {}

    /**
     * What the catalogue says of the components that the command leads to.
     *
     * @param of the direct dependencies of each component that exists; one that is not there
     *     doesn't exist
     */
    public record Dependencies(Map<String, Set<String>> of) {

        public boolean knows(String id) {
            return of.containsKey(id);
        }

        /** How one leads to the other, both included; empty when it doesn't. */
        public List<String> path(String from, String to) {
            return path(from, to, new HashSet<>());
        }

        private List<String> path(String from, String to, Set<String> seen) {
            if (from.equals(to)) {
                return List.of(to);
            }
            if (!seen.add(from)) {
                return List.of();
            }
            for (String next : new TreeSet<>(of.getOrDefault(from, Set.of()))) {
                List<String> rest = path(next, to, seen);
                if (!rest.isEmpty()) {
                    return Stream.concat(Stream.of(from), rest.stream()).toList();
                }
            }
            return List.of();
        }
    }
}
