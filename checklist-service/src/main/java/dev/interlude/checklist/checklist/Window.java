package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The window as the planner described it last.
 *
 * @param plannerSequence version of the planner's stream
 * @param startedAt when it began in the world; null before
 * @param acceptedBy persons who agreed to be crew
 */
public record Window(
        long plannerSequence,
        WindowState state,
        Instant start,
        Instant end,
        String team,
        @Nullable String driver,
        @Nullable String buddy,
        @Nullable String liaison,
        List<String> acceptedBy,
        @Nullable Instant startedAt) {

    public Window {
        acceptedBy = List.copyOf(acceptedBy);
    }

    static Window of(WindowFollowed e, @Nullable Window before, Instant at) {
        Instant startedAt = before == null ? null : before.startedAt();
        if (startedAt == null && e.state() == WindowState.InProgress) {
            startedAt = at;
        }
        return new Window(
                e.plannerSequence(),
                e.state(),
                e.start(),
                e.end(),
                e.team(),
                e.driver(),
                e.buddy(),
                e.liaison(),
                e.acceptedBy(),
                startedAt);
    }

    /** Driver, buddy and liaison, each person once. */
    public List<String> crew() {
        return Stream.of(driver, buddy, liaison).filter(Objects::nonNull).distinct().toList();
    }

    /** The lanes that this person works in. */
    public List<String> lanesOf(String person) {
        List<String> lanes = new ArrayList<>();
        if (person.equals(driver)) {
            lanes.add("driver");
        }
        if (person.equals(buddy)) {
            lanes.add("buddy");
        }
        // with two people the buddy also talks to the customers
        if (person.equals(liaison) || (liaison == null && person.equals(buddy))) {
            lanes.add("liaison");
        }
        return lanes;
    }

    /** Who works in a lane; the lane's own name for an expert or as long as nobody is named. */
    public String workerOf(String lane) {
        String person =
                switch (lane) {
                    case "driver" -> driver;
                    case "buddy" -> buddy;
                    case "liaison" -> liaison == null ? buddy : liaison;
                    default -> null;
                };
        return person == null ? lane : person;
    }

    /** Whether a step of this phase may be worked on now. */
    public boolean permits(Phase phase) {
        return switch (phase) {
            case PREPARE -> !state.over();
            case CARRY_OUT, VERIFY -> state.underWay();
            // a rollback is begun by the planner, which has not said so
            case ROLLBACK -> false;
        };
    }
}
