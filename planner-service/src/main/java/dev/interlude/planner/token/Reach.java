package dev.interlude.planner.token;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a token may do: these roles, in these teams.
 *
 * @param roles sorted, each once
 * @param teams sorted, each once
 */
public record Reach(List<String> roles, List<String> teams) {

    public Reach {
        roles = List.copyOf(new TreeSet<>(roles));
        teams = List.copyOf(new TreeSet<>(teams));
    }

    /** What of this the other one lacks; empty when this is no wider. */
    public List<String> beyond(Reach other) {
        var more = new ArrayList<>(groups());
        more.removeAll(other.groups());
        return List.copyOf(more);
    }

    /** As in the claim {@code groups}: roles, and teams as {@code team:<name>}. */
    public List<String> groups() {
        return Stream.concat(roles.stream(), teams.stream().map(team -> "team:" + team)).toList();
    }
}
