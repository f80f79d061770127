package dev.interlude.planner.window;

import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.WindowCommand.Seats;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which role when. */
final class Rota {

    /** Experts have lanes of their own, and no shifts. */
    private static final String NOBODY = "";

    private Rota() {}

    /**
     * Who has the role at an instant: the shift that began last, or who is named for it. Without a
     * liaison the buddy of that instant speaks with customers.
     */
    static String holder(Seats seats, CrewRole role, Instant at) {
        return seats.shifts().stream()
                .filter(shift -> shift.role() == role && covers(shift, at))
                .max(Comparator.comparing(Shift::from))
                .map(Shift::person)
                .orElseGet(() -> named(seats, role, at));
    }

    private static String named(Seats seats, CrewRole role, Instant at) {
        return switch (role) {
            case DRIVER -> seats.driver();
            case BUDDY -> seats.buddy();
            case LIAISON ->
                    seats.liaison() == null ? holder(seats, CrewRole.BUDDY, at) : seats.liaison();
            case EXPERT -> NOBODY;
        };
    }

    /**
     * The first instant at which driver and buddy are the same person. Roles only change hands at
     * the bounds of shifts, so no other instant has to be looked at.
     */
    static Optional<Instant> sameAt(Seats seats) {
        return Stream.concat(Stream.of(Instant.MIN), bounds(seats))
                .sorted()
                .filter(at ->
                        holder(seats, CrewRole.DRIVER, at)
                                .equals(holder(seats, CrewRole.BUDDY, at)))
                .findFirst();
    }

    private static Stream<Instant> bounds(Seats seats) {
        return seats.shifts().stream()
                .flatMap(shift -> Stream.of(shift.from(), shift.to()).flatMap(Stream::ofNullable));
    }

    /** The seats after the role has changed hands: the shift of that instant is over. */
    static Seats turned(Seats seats, CrewRole role, String to, Instant at) {
        var shifts =
                seats.shifts().stream()
                        .filter(shift -> shift.role() != role || !covers(shift, at))
                        .toList();
        return new Seats(
                role == CrewRole.DRIVER ? to : seats.driver(),
                role == CrewRole.BUDDY ? to : seats.buddy(),
                role == CrewRole.LIAISON ? to : seats.liaison(),
                seats.experts(),
                shifts);
    }

    private static boolean covers(Shift shift, Instant at) {
        return !at.isBefore(shift.from()) && isBefore(at, shift.to());
    }

    private static boolean isBefore(Instant at, @Nullable Instant end) {
        return end == null || at.isBefore(end);
    }
}
