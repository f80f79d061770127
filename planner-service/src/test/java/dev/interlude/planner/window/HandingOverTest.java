package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.Crew.Gap;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewCommand.DeclineHandOver;
import dev.interlude.planner.window.CrewCommand.OfferHandOver;
import dev.interlude.planner.window.CrewCommand.TakeOver;
import dev.interlude.planner.window.CrewEvent.CrewHandedOver;
import dev.interlude.planner.window.CrewEvent.Expert;
import dev.interlude.planner.window.CrewEvent.HandOverDeclined;
import dev.interlude.planner.window.CrewEvent.HandOverOffered;
import dev.interlude.planner.window.CrewEvent.RoleTakenOver;
import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandingOverTest {

    private static final HandOverOffered OFFERED =
            new HandOverOffered(ID, 1, CrewRole.DRIVER, ANA.id(), DAN.id(), THREE);
    private static final CrewHandedOver HANDED_OVER =
            new CrewHandedOver(ID, 1, CrewRole.DRIVER, ANA.id(), DAN.id());

    private static Crew crew(Window w) {
        return ((Known) w).crew();
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> offered() {
        return started().at(TWO).and(OFFERED);
    }

    @Test
    void who_has_a_role_offers_it() {
        started()
                .when(new OfferHandOver(ana(THREE), CrewRole.DRIVER, DAN.id(), null))
                .then(OFFERED);
        started()
                .when(new OfferHandOver(ben(THREE), CrewRole.DRIVER, DAN.id(), null))
                .thenRejected("not-crew");
        plannedOnly()
                .when(new OfferHandOver(ana(MONDAY), CrewRole.DRIVER, DAN.id(), null))
                .thenRejected("not-crew");
    }

    @Test
    void nobody_hands_over_to_themselves_to_the_other_of_the_pair_or_into_the_past() {
        started()
                .when(new OfferHandOver(ana(THREE), CrewRole.DRIVER, ANA.id(), null))
                .thenRejected("invalid");
        started()
                .when(new OfferHandOver(ana(THREE), CrewRole.DRIVER, BEN.id(), null))
                .thenRejected("same-person");
        started()
                .when(new OfferHandOver(ana(THREE), CrewRole.DRIVER, DAN.id(), TWO))
                .thenRejected("invalid");
        started()
                .when(
                        new OfferHandOver(
                                ana(THREE),
                                CrewRole.DRIVER,
                                DAN.id(),
                                THREE.plus(Duration.ofDays(200))))
                .thenRejected("invalid");
        started()
                .when(new OfferHandOver(ana(THREE), CrewRole.EXPERT, DAN.id(), null))
                .thenRejected("invalid");
    }

    @Test
    void it_is_complete_when_the_taker_accepts() {
        assertThat(crew(offered().state()).rolesOf(ANA.id())).containsExactly(CrewRole.DRIVER);
        offered()
                .when(new AcceptHandOver(dan(THREE), 1))
                .then(HANDED_OVER)
                .thenState(w -> assertThat(crew(w).rolesOf(DAN.id())).contains(CrewRole.DRIVER))
                .thenState(w -> assertThat(crew(w).hasAccepted(DAN.id())).isTrue())
                .thenState(w -> assertThat(crew(w).members()).doesNotContain(ANA.id()));
    }

    @Test
    void only_the_taker_answers_once_and_not_before_the_role_is_free() {
        offered().when(new AcceptHandOver(eve(THREE), 1)).thenRejected("not-crew");
        offered().when(new AcceptHandOver(machine(THREE), 1)).thenRejected("not-crew");
        offered().when(new AcceptHandOver(dan(THREE), 2)).thenRejected("not-found");
        offered()
                .when(new AcceptHandOver(dan(THREE.minusSeconds(1)), 1))
                .thenRejected("too-early", "at", THREE.toString());
        offered()
                .when(new AcceptHandOver(Acts.by(DAN, THREE, "liaison"), 1))
                .thenRejected("role-missing");
        offered()
                .and(HANDED_OVER)
                .when(new AcceptHandOver(dan(THREE), 1))
                .thenRejected("wrong-state");
    }

    @Test
    void who_declines_leaves_the_role_where_it_is() {
        offered()
                .when(new DeclineHandOver(dan(THREE), 1, "on call"))
                .then(new HandOverDeclined(ID, 1, DAN.id(), "on call"))
                .thenState(w -> assertThat(crew(w).members()).contains(ANA.id()))
                .next()
                .when(new AcceptHandOver(dan(THREE), 1))
                .thenRejected("wrong-state");
        offered().when(new DeclineHandOver(eve(THREE), 1, null)).thenRejected("not-crew");
    }

    @Test
    void an_offer_is_void_when_the_role_went_elsewhere() {
        offered()
                .when(new TakeOver(eve(THREE), CrewRole.DRIVER, null, "Ana sleeps"))
                .next()
                .when(new AcceptHandOver(dan(THREE), 1))
                .thenRejected("wrong-state");
    }

    @Test
    void who_was_handed_the_role_acts_as_crew_and_who_gave_it_no_longer() {
        var after = offered().when(new AcceptHandOver(dan(THREE), 1)).next();
        after.when(new HoldWork(dan(THREE), "smoke")).thenTypes(SafeguardEvent.HoldCalled.class);
        after.when(new HoldWork(ana(THREE), "smoke")).thenRejected("not-crew");
    }

    @Test
    void a_role_whose_holder_does_not_answer_is_taken_at_once_and_the_gap_is_recorded() {
        var since = THREE.minusSeconds(600);
        started()
                .when(new TakeOver(dan(THREE), CrewRole.DRIVER, since, "No answer"))
                .then(
                        new RoleTakenOver(
                                ID, CrewRole.DRIVER, ANA.id(), DAN.id(), since, "No answer"))
                .thenState(w ->
                        assertThat(crew(w).gaps())
                                .containsExactly(
                                        new Gap(
                                                CrewRole.DRIVER,
                                                ANA.id(),
                                                since,
                                                THREE,
                                                "No answer")))
                .thenState(w -> assertThat(crew(w).hasAccepted(DAN.id())).isTrue());
    }

    @Test
    void any_operator_outside_the_pair_takes_over() {
        started()
                .when(new TakeOver(ben(THREE), CrewRole.DRIVER, null, "x"))
                .thenRejected("same-person");
        started()
                .when(new TakeOver(ana(THREE), CrewRole.DRIVER, null, "x"))
                .thenRejected("same-person");
        started()
                .when(new TakeOver(carla(THREE), CrewRole.DRIVER, null, "x"))
                .thenRejected("role-missing");
        started()
                .when(new TakeOver(machine(THREE), CrewRole.DRIVER, null, "x"))
                .thenRejected("role-missing");
        started()
                .when(new TakeOver(dan(THREE), CrewRole.EXPERT, null, "x"))
                .thenRejected("invalid");
    }

    @Test
    void a_liaison_takes_over_speaking_with_customers() {
        started()
                .when(new TakeOver(carla(THREE), CrewRole.LIAISON, null, "busy"))
                .thenTypes(RoleTakenOver.class)
                .thenState(w -> assertThat(crew(w).members()).contains(CARLA.id()));
        started()
                .when(new TakeOver(ben(THREE), CrewRole.LIAISON, null, "x"))
                .thenRejected("wrong-state");
    }

    @Test
    void a_gap_lies_in_the_last_day() {
        started()
                .when(new TakeOver(dan(THREE), CrewRole.DRIVER, THREE.plusSeconds(1), "x"))
                .thenRejected("invalid");
        started()
                .when(
                        new TakeOver(
                                dan(THREE), CrewRole.DRIVER, THREE.minus(Duration.ofDays(2)), "x"))
                .thenRejected("invalid");
    }

    @Test
    void nothing_is_taken_over_before_the_announcement_or_after_the_end() {
        withCrew()
                .when(new TakeOver(dan(MONDAY), CrewRole.DRIVER, null, "x"))
                .thenRejected("wrong-state");
        announced()
                .when(new TakeOver(dan(MONDAY), CrewRole.DRIVER, null, "x"))
                .thenTypes(RoleTakenOver.class);
        withCrew()
                .and(new WindowEvent.WindowCancelled(ID, "x", false, null))
                .when(new TakeOver(dan(MONDAY), CrewRole.DRIVER, null, "x"))
                .thenRejected("wrong-state");
    }

    @Test
    void whoever_would_be_both_at_a_later_instant_takes_nothing_over() {
        var relieved =
                plannedOnly()
                        .and(
                                new CrewAssigned(
                                        ID,
                                        ANA.id(),
                                        BEN.id(),
                                        null,
                                        null,
                                        List.of(new Shift(CrewRole.BUDDY, DAN.id(), FOUR, null))),
                                ANNOUNCED);
        relieved.when(new TakeOver(dan(TWO), CrewRole.DRIVER, null, "x"))
                .thenRejected("same-person", "at", FOUR.toString());
    }

    @Test
    void shifts_and_experts_are_named_with_the_crew() {
        var shift = new Shift(CrewRole.DRIVER, DAN.id(), THREE, FOUR);
        var expert = new Expert("dba", EVE.id(), null, null);
        var seats = new Seats(ANA.id(), BEN.id(), null, List.of(expert), List.of(shift));
        plannedOnly()
                .when(new AssignCrew(ana(MONDAY), seats))
                .then(
                        new CrewAssigned(
                                ID, ANA.id(), BEN.id(), null, List.of(expert), List.of(shift)))
                .thenState(w ->
                        assertThat(crew(w).members())
                                .containsExactly(ANA.id(), BEN.id(), DAN.id(), EVE.id()))
                .next()
                .when(new AcceptCrew(Acts.by(EVE, MONDAY)))
                .then(new CrewAccepted(ID, EVE.id(), List.of(CrewRole.EXPERT)));
    }

    @Test
    void times_of_shifts_and_experts_run_forward() {
        var backward = new Shift(CrewRole.DRIVER, DAN.id(), FOUR, THREE);
        plannedOnly()
                .when(new AssignCrew(ana(MONDAY), seats(List.of(), backward)))
                .thenRejected("invalid");
        plannedOnly()
                .when(
                        new AssignCrew(
                                ana(MONDAY),
                                seats(List.of(), new Shift(CrewRole.EXPERT, DAN.id(), TWO, FOUR))))
                .thenRejected("invalid");
        plannedOnly()
                .when(
                        new AssignCrew(
                                ana(MONDAY),
                                seats(List.of(new Expert("dba", EVE.id(), FOUR, TWO)))))
                .thenRejected("invalid");
        plannedOnly()
                .when(
                        new AssignCrew(
                                ana(MONDAY),
                                seats(
                                        List.of(),
                                        new Shift(CrewRole.DRIVER, BEN.id(), THREE, FOUR))))
                .thenRejected("same-person", "at", THREE.toString());
    }

    private static Seats seats(List<Expert> experts, Shift... shifts) {
        return new Seats(ANA.id(), BEN.id(), null, experts, List.of(shifts));
    }

    @Test
    void who_drives_later_says_yes_before_the_start_too() {
        announced()
                .and(
                        new CrewAssigned(
                                ID,
                                ANA.id(),
                                BEN.id(),
                                null,
                                null,
                                List.of(new Shift(CrewRole.DRIVER, DAN.id(), THREE, null))),
                        readiness(9, true, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("crew"));
    }
}
