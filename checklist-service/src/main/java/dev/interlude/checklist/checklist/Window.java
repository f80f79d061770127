package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The window as the planner described it last.
 *
 * @param plannerEpoch epoch of the planner's store
 * @param plannerSequence version of the planner's stream in it
 * @param startedAt when it began in the world; null before
 * @param acceptedBy persons who agreed to be crew
 * @param experts null for none
 * @param holds numbers of the holds that are on; null for none
 * @param glass break-glasses for confirmations; null for none
 * @param rehearsal true for one that changes nothing for customers; null for all others
 */
public record Window(
        int plannerEpoch,
        long plannerSequence,
        WindowState state,
        Instant start,
        Instant end,
        String team,
        @Nullable String driver,
        @Nullable String buddy,
        @Nullable String liaison,
        List<String> acceptedBy,
        @Nullable Instant startedAt,
        @Nullable List<Expert> experts,
        @Nullable List<Integer> holds,
        @Nullable List<Glass> glass,
        @Nullable Boolean rehearsal) {

    private static final Set<String> ROLES = Set.of("driver", "buddy", "liaison");

    static final int FIRST_EPOCH = 1;
    static final String REHEARSAL = "REHEARSAL";

    public Window {
        acceptedBy = List.copyOf(acceptedBy);
    }

    static Window of(WindowFollowed e, @Nullable Window before, Instant at) {
        Instant startedAt = before == null ? null : before.startedAt();
        if (startedAt == null && e.state() == WindowState.InProgress) {
            startedAt = at;
        }
        if (e.state() == WindowState.Planned || e.state() == WindowState.Announced) {
            startedAt = null;
        }
        return new Window(
                e.plannerEpoch() == null ? FIRST_EPOCH : e.plannerEpoch(),
                e.plannerSequence(),
                e.state(),
                e.start(),
                e.end(),
                e.team(),
                e.driver(),
                e.buddy(),
                e.liaison(),
                e.acceptedBy(),
                startedAt,
                e.experts(),
                e.holds(),
                e.glass(),
                e.rehearsal());
    }

    /** Driver, buddy, liaison and experts, each person once. */
    public List<String> crew() {
        return Stream.concat(
                        Stream.of(driver, buddy, liaison).filter(Objects::nonNull),
                        named().stream().map(Expert::person))
                .distinct()
                .toList();
    }

    /** True for the lane of an expert whom nobody has named: it is open to all of the crew. */
    public boolean openToAll(String lane) {
        return !ROLES.contains(lane)
                && named().stream().noneMatch(expert -> expert.lane().equals(lane));
    }

    /** True while nothing new may be started. */
    public boolean onHold() {
        return holds != null && !holds.isEmpty();
    }

    /** The number of the break-glass under which this person may confirm alone; null for none. */
    public @Nullable Integer glassOf(String person) {
        return glass == null
                ? null
                : glass.stream()
                        .filter(broken -> broken.by().equals(person))
                        .map(Glass::ordinal)
                        .findFirst()
                        .orElse(null);
    }

    /** Who is crew besides, in the order they were named. */
    List<Expert> named() {
        return experts == null ? List.of() : experts;
    }
}
