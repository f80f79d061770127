package dev.interlude.checklist.checklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty at an instant: in a shift somebody else has a role than who is named for it, and
 * an expert may be there for a part of the night only. Before the start and after the end all of
 * the crew is asked.
 */
public final class Duty {

    private static final List<String> ROLES = List.of("driver", "buddy", "liaison");

    private final Window window;
    private final Instant at;

    private Duty(Window window, Instant at) {
        this.window = window;
        this.at = at;
    }

    /** Of a window at an instant. */
    public static Duty at(Window window, Instant at) {
        return new Duty(window, at);
    }

    /** Whether this person of the crew is. */
    boolean includes(String person) {
        return !window.state().underWay()
                || window.glassOf(person) != null
                || !lanesOf(person).isEmpty();
    }

    /** The lanes that this person works in. */
    public List<String> lanesOf(String person) {
        Stream<String> roles = ROLES.stream().filter(role -> person.equals(holder(role)));
        Stream<String> others =
                window.named().stream()
                        .filter(other -> other.person().equals(person))
                        .filter(other -> isThere(other))
                        .map(Expert::lane);
        return Stream.concat(roles, others).distinct().toList();
    }

    /** Who works in a lane; the lane's own name as long as nobody is named. */
    String workerOf(String lane) {
        return Objects.requireNonNullElse(holder(lane), lane);
    }

    /** A shift counts by its times, or for the whole crew before and after the work. */
    private boolean isThere(Expert other) {
        return !window.state().underWay() || other.covers(at);
    }

    private @Nullable String holder(String lane) {
        List<Expert> there = new ArrayList<>();
        for (Expert other : window.named()) {
            if (other.lane().equals(lane) && other.covers(at)) {
                there.add(other);
            }
        }
        // whoever has a role all the while has it beside the one who is named
        there.removeIf(other -> Set.copyOf(ROLES).contains(lane) && !other.hasTimes());
        return there.stream()
                .max(Comparator.comparing(Duty::begins))
                .map(Expert::person)
                .orElseGet(() -> named(lane));
    }

    private @Nullable String named(String lane) {
        return switch (lane) {
            case "driver" -> window.driver();
            case "buddy" -> window.buddy();
            // with two people the buddy also talks to the customers
            case "liaison" -> window.liaison() == null ? holder("buddy") : window.liaison();
            default -> null;
        };
    }

    private static Instant begins(Expert other) {
        return other.from() == null ? Instant.MIN : other.from();
    }
}
