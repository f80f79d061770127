package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Crew;
import dev.interlude.planner.window.CrewRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crew; without a liaison the buddy speaks with customers too.
 *
 * @param shifts times in which somebody else has a role
 * @param gaps times in which nobody filled a role
 */
public record CrewView(
        Member driver,
        Member buddy,
        @Nullable Member liaison,
        List<Expert> experts,
        List<Shift> shifts,
        List<Crew.HandOver> handOvers,
        List<Crew.Gap> gaps) {

    /** Who works in a lane of their own; without times all the while. */
    public record Expert(
            String lane, Member member, @Nullable Instant from, @Nullable Instant to) {}

    /** Who has a role for a time; without an end to the end. */
    public record Shift(CrewRole role, Member member, Instant from, @Nullable Instant to) {}

    /** A person and whether they said yes or no; neither while they have not answered. */
    public record Member(String person, boolean accepted, boolean declined) {

        static Member of(Crew crew, String person) {
            return new Member(person, crew.hasAccepted(person), crew.declined().contains(person));
        }
    }

    /** Null while nobody is named. */
    public static @Nullable CrewView of(Crew crew) {
        var seats = crew.seats();
        return seats == null
                ? null
                : new CrewView(
                        Member.of(crew, seats.driver()),
                        Member.of(crew, seats.buddy()),
                        seats.liaison() == null ? null : Member.of(crew, seats.liaison()),
                        seats.experts().stream()
                                .map(e ->
                                        new Expert(
                                                e.lane(),
                                                Member.of(crew, e.person()),
                                                e.from(),
                                                e.to()))
                                .toList(),
                        seats.shifts().stream()
                                .map(s ->
                                        new Shift(
                                                s.role(),
                                                Member.of(crew, s.person()),
                                                s.from(),
                                                s.to()))
                                .toList(),
                        crew.handOvers(),
                        crew.gaps());
    }
}
