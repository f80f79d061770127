package dev.interlude.planner.window;

import dev.interlude.planner.window.WindowCommand.Seats;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is named for what, and who said yes to it.
 *
 * @param seats null until somebody was named
 * @param accepted the roles that each person has accepted
 * @param declined persons who said no to what they are named for
 */
public record Crew(
        @Nullable Seats seats, Map<String, Set<CrewRole>> accepted, Set<String> declined) {

    static final Crew NOBODY = new Crew(null, Map.of(), Set.of());

    /** The roles that a person is named for; with two people the buddy is also liaison. */
    public Set<CrewRole> rolesOf(String person) {
        var roles = EnumSet.noneOf(CrewRole.class);
        if (seats == null) {
            return roles;
        }
        if (person.equals(seats.driver())) {
            roles.add(CrewRole.DRIVER);
        }
        if (person.equals(seats.buddy())) {
            roles.add(CrewRole.BUDDY);
        }
        if (person.equals(seats.liaison() == null ? seats.buddy() : seats.liaison())) {
            roles.add(CrewRole.LIAISON);
        }
        return roles;
    }

    /** Everyone who is named, driver first. */
    public List<String> members() {
        if (seats == null) {
            return List.of();
        }
        var members = new LinkedHashSet<String>(List.of(seats.driver(), seats.buddy()));
        if (seats.liaison() != null) {
            members.add(seats.liaison());
        }
        return List.copyOf(members);
    }

    /** True when the person said yes to all that they are named for. */
    public boolean hasAccepted(String person) {
        return accepted.getOrDefault(person, Set.of()).containsAll(rolesOf(person));
    }

    /** Of driver and buddy, those who have not said yes. */
    List<String> waitingFor() {
        if (seats == null) {
            return List.of();
        }
        var waiting = new ArrayList<>(List.of(seats.driver(), seats.buddy()));
        waiting.removeIf(this::hasAccepted);
        return waiting;
    }

    /** Newly named; who keeps a role keeps their word on it. */
    Crew assigned(Seats seats) {
        var named = new Crew(seats, Map.of(), Set.of());
        var kept = new LinkedHashMap<String, Set<CrewRole>>();
        accepted.forEach((person, roles) -> {
            var still = EnumSet.noneOf(CrewRole.class);
            still.addAll(roles);
            still.retainAll(named.rolesOf(person));
            if (!still.isEmpty()) {
                kept.put(person, still);
            }
        });
        return new Crew(seats, kept, Set.of());
    }

    Crew accepted(String person, List<CrewRole> roles) {
        var all = new LinkedHashMap<>(accepted);
        all.put(person, Set.copyOf(roles));
        return new Crew(seats, all, without(person));
    }

    Crew declined(String person) {
        var all = new LinkedHashMap<>(accepted);
        all.remove(person);
        var no = new LinkedHashSet<>(declined);
        no.add(person);
        return new Crew(seats, all, no);
    }

    private Set<String> without(String person) {
        var no = new LinkedHashSet<>(declined);
        no.remove(person);
        return no;
    }
}
