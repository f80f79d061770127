package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import dev.interlude.testkit.Acts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrewingTest {

    private static final Seats THREE = new Seats(ANA.id(), BEN.id(), CARLA.id());

    private static Crew crew(Window w) {
        return ((Known) w).crew();
    }

    @Test
    void driver_and_buddy_are_two_people() {
        plannedOnly()
                .when(new AssignCrew(ana(MONDAY), new Seats(ANA.id(), ANA.id(), BEN.id())))
                .thenRejected("same-person");
    }

    @Test
    void a_planner_or_an_operator_names_the_crew() {
        plannedOnly().when(new AssignCrew(ana(MONDAY), SEATS)).then(CREW);
        plannedOnly().when(new AssignCrew(ben(MONDAY), SEATS)).then(CREW);
        plannedOnly().when(new AssignCrew(carla(MONDAY), SEATS)).thenRejected("role-missing");
    }

    @Test
    void with_two_people_the_buddy_speaks_with_customers() {
        plannedOnly().and(CREW).when(new AcceptCrew(ben(MONDAY))).then(BEN_ACCEPTED);
        plannedOnly()
                .and(new CrewAssigned(ID, ANA.id(), BEN.id(), CARLA.id()))
                .when(new AcceptCrew(ben(MONDAY)))
                .then(new CrewAccepted(ID, BEN.id(), List.of(CrewRole.BUDDY)));
    }

    @Test
    void only_who_is_named_accepts_or_declines() {
        plannedOnly().and(CREW).when(new AcceptCrew(carla(MONDAY))).thenRejected("not-crew");
        plannedOnly().and(CREW).when(new DeclineCrew(carla(MONDAY), null)).thenRejected("not-crew");
        plannedOnly().when(new AcceptCrew(ana(MONDAY))).thenRejected("not-crew");
    }

    @Test
    void a_machine_is_never_crew() {
        plannedOnly()
                .and(new CrewAssigned(ID, CI.id(), BEN.id(), null))
                .when(new AcceptCrew(Acts.by(CI, MONDAY, "operator")))
                .thenRejected("not-crew");
    }

    @Test
    void driver_and_buddy_are_operators_and_a_liaison_need_not_be() {
        var named = plannedOnly().and(new CrewAssigned(ID, ANA.id(), BEN.id(), CARLA.id()));
        named.when(new AcceptCrew(Acts.by(BEN, MONDAY, "liaison"))).thenRejected("role-missing");
        named.when(new AcceptCrew(carla(MONDAY))).thenTypes(CrewAccepted.class);
    }

    @Test
    void who_has_accepted_accepts_no_second_time() {
        withCrew().when(new AcceptCrew(ben(MONDAY))).thenNothing();
    }

    @Test
    void who_keeps_a_role_keeps_their_word_on_it() {
        withCrew()
                .when(new AssignCrew(ana(MONDAY), THREE))
                .thenState(w -> assertThat(crew(w).hasAccepted(BEN.id())).isTrue())
                .thenState(w -> assertThat(crew(w).hasAccepted(CARLA.id())).isFalse());
        withCrew()
                .when(new AssignCrew(ana(MONDAY), new Seats(BEN.id(), ANA.id(), null)))
                .thenState(w -> assertThat(crew(w).waitingFor()).hasSize(2));
    }

    @Test
    void who_declines_has_not_accepted_and_may_be_named_anew() {
        withCrew()
                .when(new DeclineCrew(ben(MONDAY), "ill"))
                .then(new CrewDeclined(ID, BEN.id(), "ill"))
                .thenState(w -> assertThat(crew(w).waitingFor()).containsExactly(BEN.id()))
                .next()
                .when(new AssignCrew(ana(MONDAY), SEATS))
                .then(CREW)
                .thenState(w -> assertThat(crew(w).declined()).isEmpty());
    }

    @Test
    void the_same_crew_is_not_named_twice() {
        withCrew().when(new AssignCrew(ana(MONDAY), SEATS)).thenNothing();
    }

    @Test
    void a_crew_at_work_is_not_changed_by_naming() {
        started().when(new AssignCrew(ana(TWO), THREE)).thenRejected("wrong-state");
        started().when(new DeclineCrew(ben(TWO), null)).thenRejected("wrong-state");
    }
}
