package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Crew;
import org.jspecify.annotations.Nullable;

/** The crew; without a liaison the buddy speaks with customers too. */
public record CrewView(Member driver, Member buddy, @Nullable Member liaison) {

    /** A person and whether they said yes or no; neither while they have not answered. */
    public record Member(String person, boolean accepted, boolean declined) {

        static Member of(Crew crew, String person) {
            return new Member(person, crew.hasAccepted(person), crew.declined().contains(person));
        }
    }

    static @Nullable CrewView of(Crew crew) {
        var seats = crew.seats();
        return seats == null
                ? null
                : new CrewView(
                        Member.of(crew, seats.driver()),
                        Member.of(crew, seats.buddy()),
                        seats.liaison() == null ? null : Member.of(crew, seats.liaison()));
    }
}
