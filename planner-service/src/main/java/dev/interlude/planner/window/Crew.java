package dev.interlude.planner.window;

import dev.interlude.planner.window.CrewEvent.Expert;
import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.WindowCommand.Seats;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is named for what, and who said yes to it.
 *
 * @param seats null until somebody was named
 * @param accepted the roles that each person has accepted
 * @param declined persons who said no to what they are named for
 * @param gaps times in which nobody filled a role
 */
public record Crew(
        @Nullable Seats seats,
        Map<String, Set<CrewRole>> accepted,
        Set<String> declined,
        List<HandOver> handOvers,
        List<Gap> gaps) {

    static final Crew NOBODY = new Crew(null, Map.of(), Set.of(), List.of(), List.of());

    /** Where a hand-over stands; VOID: the role went elsewhere meanwhile. */
    public enum Status {
        OFFERED,
        ACCEPTED,
        DECLINED,
        VOID
    }

    /** A role that is offered to somebody; {@code at}: from when it may be taken. */
    public record HandOver(
            int ordinal,
            CrewRole role,
            String from,
            String to,
            Instant at,
            Status status,
            @Nullable String reason) {

        HandOver turned(Status status, @Nullable String reason) {
            return new HandOver(ordinal, role, from, to, at, status, reason);
        }
    }

    /** Nobody filled the role: {@code absent} did not answer until somebody took it over. */
    public record Gap(CrewRole role, String absent, Instant since, Instant until, String reason) {}

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
        if (person.equals(seats.liaison())) {
            roles.add(CrewRole.LIAISON);
        }
        for (Shift shift : seats.shifts()) {
            if (person.equals(shift.person())) {
                roles.add(shift.role());
            }
        }
        if (seats.liaison() == null && roles.contains(CrewRole.BUDDY)) {
            roles.add(CrewRole.LIAISON);
        }
        if (seats.experts().stream().map(Expert::person).anyMatch(person::equals)) {
            roles.add(CrewRole.EXPERT);
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
        seats.shifts().forEach(shift -> members.add(shift.person()));
        seats.experts().forEach(expert -> members.add(expert.person()));
        return List.copyOf(members);
    }

    /** True when the person said yes to all that they are named for. */
    public boolean hasAccepted(String person) {
        return accepted.getOrDefault(person, Set.of()).containsAll(rolesOf(person));
    }

    /** Of those who are driver or buddy at any time, the ones who have not said yes. */
    List<String> waitingFor() {
        return members().stream()
                .filter(person -> isOfThePair(person) && !hasAccepted(person))
                .toList();
    }

    private boolean isOfThePair(String person) {
        var roles = rolesOf(person);
        return roles.contains(CrewRole.DRIVER) || roles.contains(CrewRole.BUDDY);
    }

    public Optional<HandOver> handOver(int ordinal) {
        return handOvers.stream().filter(h -> h.ordinal() == ordinal).findFirst();
    }

    /** Newly named; who keeps a role keeps their word on it. */
    Crew assigned(Seats seats) {
        return new Crew(seats, keptBy(seats), Set.of(), voided(_ -> true), gaps);
    }

    private Map<String, Set<CrewRole>> keptBy(Seats seats) {
        var named = new Crew(seats, Map.of(), Set.of(), List.of(), List.of());
        var kept = new LinkedHashMap<String, Set<CrewRole>>();
        accepted.forEach((person, roles) -> {
            var still = EnumSet.noneOf(CrewRole.class);
            still.addAll(roles);
            still.retainAll(named.rolesOf(person));
            if (!still.isEmpty()) {
                kept.put(person, still);
            }
        });
        return kept;
    }

    private List<HandOver> voided(java.util.function.Predicate<HandOver> which) {
        return Lists.change(
                handOvers,
                h -> h.status() == Status.OFFERED && which.test(h),
                h -> h.turned(Status.VOID, null));
    }

    /** The role changed hands; who took it has said yes to it by that. */
    Crew turned(CrewRole role, String to, Instant at) {
        if (seats == null) {
            return this;
        }
        Seats now = Rota.turned(seats, role, to, at);
        var kept = keptBy(now);
        var roles = EnumSet.of(role);
        roles.addAll(kept.getOrDefault(to, Set.of()));
        if (role == CrewRole.BUDDY && now.liaison() == null) {
            roles.add(CrewRole.LIAISON);
        }
        kept.put(to, roles);
        return new Crew(now, kept, without(to), voided(h -> h.role() == role), gaps);
    }

    Crew with(Gap gap) {
        return new Crew(seats, accepted, declined, handOvers, Lists.plus(gaps, gap));
    }

    Crew offered(HandOver handOver) {
        return new Crew(seats, accepted, declined, Lists.plus(handOvers, handOver), gaps);
    }

    Crew settled(int ordinal, Status status, @Nullable String reason) {
        var all =
                Lists.change(handOvers, h -> h.ordinal() == ordinal, h -> h.turned(status, reason));
        return new Crew(seats, accepted, declined, all, gaps);
    }

    Crew accepted(String person, List<CrewRole> roles) {
        var all = new LinkedHashMap<>(accepted);
        all.put(person, Set.copyOf(roles));
        return new Crew(seats, all, without(person), handOvers, gaps);
    }

    Crew declined(String person) {
        var all = new LinkedHashMap<>(accepted);
        all.remove(person);
        var no = new LinkedHashSet<>(declined);
        no.add(person);
        return new Crew(seats, all, no, handOvers, gaps);
    }

    private Set<String> without(String person) {
        var no = new LinkedHashSet<>(declined);
        no.remove(person);
        return no;
    }
}
