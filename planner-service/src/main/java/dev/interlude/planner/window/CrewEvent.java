package dev.interlude.planner.window;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles that change hands. Persons are opaque ids, instants UTC. */
public sealed interface CrewEvent extends WindowEvent.AmongPeople {

    /** Somebody who works in a lane of their own; without times all the while. */
    record Expert(String lane, String person, @Nullable Instant from, @Nullable Instant to) {}

    /**
     * A person in a role for a time, in place of who is named for it; no {@code to}: to the end.
     */
    record Shift(CrewRole role, String person, Instant from, @Nullable Instant to) {}

    /** {@code at}: from when it may be taken. */
    record HandOverOffered(
            String windowId, int ordinal, CrewRole role, String from, String to, Instant at)
            implements CrewEvent {}

    record HandOverDeclined(String windowId, int ordinal, String by, @Nullable String reason)
            implements CrewEvent {}

    record CrewHandedOver(String windowId, int ordinal, CrewRole role, String from, String to)
            implements CrewEvent {}

    /** {@code gapSince}: since when nobody had filled the role; the gap ends with this. */
    record RoleTakenOver(
            String windowId, CrewRole role, String from, String to, Instant gapSince, String reason)
            implements CrewEvent {}

    /** Absent on the wire when there are none. */
    static <T> @Nullable List<T> orAbsent(List<T> all) {
        return all.isEmpty() ? null : all;
    }

    /** None when absent on the wire. */
    static <T> List<T> orNone(@Nullable List<T> all) {
        return all == null ? List.of() : List.copyOf(all);
    }
}
