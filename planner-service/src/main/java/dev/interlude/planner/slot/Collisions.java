package dev.interlude.planner.slot;

import dev.interlude.planner.slot.Collision.Kind;
import dev.interlude.planner.window.Impact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which windows are in each other's way: the same component, a need, a stand-in, a person. */
public final class Collisions {

    private Collisions() {}

    /** Those of one with others that overlap it, the most serious first; never with itself. */
    public static List<Collision> of(Booked one, Collection<Booked> others, Neighbours graph) {
        return others.stream()
                .filter(other -> !other.id().equals(one.id()))
                .filter(other -> other.time().overlaps(one.time()))
                .sorted(
                        Comparator.comparing((Booked other) -> other.time().start())
                                .thenComparing(Booked::id))
                .flatMap(other -> between(one, other, graph).stream())
                .sorted(Comparator.comparing(Collision::kind))
                .toList();
    }

    /** Why two would be in each other's way if they took place at the same time. */
    static List<Collision> between(Booked one, Booked other, Neighbours graph) {
        var found = new ArrayList<Collision>();
        for (String mine : one.components()) {
            for (String theirs : other.components()) {
                work(one, mine, other, theirs, graph, found);
            }
        }
        people(one, other, found);
        return found;
    }

    private static void work(
            Booked one,
            String mine,
            Booked other,
            String theirs,
            Neighbours graph,
            List<Collision> found) {
        String name = graph.name(mine);
        if (mine.equals(theirs)) {
            String text = name + " is worked on by " + other.name() + ".";
            found.add(collision(Kind.SAME_COMPONENT, other, text));
        } else if (felt(other, theirs) && graph.needs(mine, theirs)) {
            found.add(need(other, graph, mine, theirs));
        } else if (felt(one, mine) && graph.needs(theirs, mine)) {
            found.add(need(other, graph, theirs, mine));
        } else if (felt(one, mine) && felt(other, theirs) && graph.standIn(mine, theirs)) {
            String both = name + " and " + graph.name(theirs);
            String text = both + " stand in for each other, and " + other.name() + " takes one.";
            found.add(collision(Kind.BACKUP, other, text));
        }
    }

    private static Collision need(Booked other, Neighbours graph, String needs, String needed) {
        String text = graph.name(needs) + " needs " + graph.name(needed) + ": " + other.name();
        return collision(Kind.DEPENDENCY, other, text + ".");
    }

    private static boolean felt(Booked window, String component) {
        return window.impacts().get(component) != Impact.NO_IMPACT;
    }

    private static void people(Booked one, Booked other, List<Collision> found) {
        boolean driverTwice =
                (one.driver() != null && other.takesUp(one.driver()))
                        || (other.driver() != null && one.takesUp(other.driver()));
        boolean crewTwice =
                Stream.concat(Stream.ofNullable(one.driver()), one.others().stream())
                        .anyMatch(other::takesUp);
        if (driverTwice) {
            String text = "A driver would be in two places: " + other.name() + ".";
            found.add(collision(Kind.DRIVER_TWICE, other, text));
        } else if (crewTwice) {
            String text = "Somebody of the crew is of that of " + other.name() + " too.";
            found.add(collision(Kind.CREW_TWICE, other, text));
        }
    }

    private static Collision collision(Kind kind, Booked other, String text) {
        return new Collision(
                kind,
                other.id(),
                other.number(),
                other.title(),
                other.time().start(),
                other.time().end(),
                text);
    }
}
