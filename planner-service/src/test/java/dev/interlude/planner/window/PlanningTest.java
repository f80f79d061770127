package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {

    private static PlanWindow plan(
            String zone, Instant start, Instant end, List<String> reminders) {
        return APlan.by(ana(MONDAY))
                .in(zone)
                .from(start, end)
                .of(BUILDS)
                .reminding(reminders.toArray(String[]::new))
                .build();
    }

    private static PlanWindow plan(String zone, Instant start, Instant end) {
        return plan(zone, start, end, List.of());
    }

    @Test
    void a_planner_plans_a_window() {
        nothing()
                .when(Night.plan(ana(MONDAY), BUILDS, API))
                .then(planned(BUILDS, API))
                .thenState(w -> assertThat(((Known) w).state()).isEqualTo(State.PLANNED))
                .thenDue();
    }

    @Test
    void a_window_has_the_number_of_its_stream() {
        assertThat(((Known) plannedOnly().state()).plan().number()).isEqualTo(142);
    }

    @Test
    void only_a_planner_of_the_team_plans() {
        nothing().when(Night.plan(ben(MONDAY), BUILDS)).thenRejected("role-missing");
    }

    @Test
    void a_window_is_planned_once() {
        plannedOnly()
                .when(Night.plan(ana(MONDAY), BUILDS))
                .thenRejected("wrong-state", "state", "Planned");
    }

    @Test
    void a_window_ends_after_it_starts() {
        nothing().when(plan("Europe/Berlin", TWO, TWO)).thenRejected("invalid");
        nothing().when(plan("Europe/Berlin", FOUR, TWO)).thenRejected("invalid");
    }

    @Test
    void a_window_starts_in_the_future() {
        nothing().when(plan("Europe/Berlin", MONDAY, TWO)).thenRejected("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Nowhere", "+02:00", "CEST", "", "../x"})
    void a_window_has_an_iana_zone(String zone) {
        nothing().when(plan(zone, TWO, FOUR)).thenRejected("invalid");
    }

    @Test
    void a_window_names_each_component_once_and_at_least_one() {
        nothing().when(Night.plan(ana(MONDAY))).thenRejected("invalid");
        nothing().when(Night.plan(ana(MONDAY), BUILDS, BUILDS)).thenRejected("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "PT0S", "-PT1H", "P1M", "P400D"})
    void a_reminder_is_a_lead_of_days_hours_or_minutes(String reminder) {
        nothing()
                .when(plan("Europe/Berlin", TWO, FOUR, List.of("PT1H", reminder)))
                .thenRejected("invalid");
    }

    @Test
    void the_same_reminder_is_not_named_twice() {
        nothing()
                .when(plan("Europe/Berlin", TWO, FOUR, List.of("P1D", "PT24H")))
                .thenRejected("invalid");
    }

    @Test
    void a_window_without_impact_is_for_staff_and_promises_no_updates() {
        var quiet = new ComponentImpact("api", "API", Impact.NO_IMPACT);
        var planned = nothing().when(Night.plan(ana(MONDAY), quiet)).the(WindowPlanned.class);
        assertThat(planned.audience()).isEqualTo(Audience.STAFF);
        assertThat(planned.updateEvery()).isNull();
    }

    @Test
    void the_crew_may_be_named_with_the_plan() {
        nothing().when(withSeats(SEATS)).thenTypes(WindowPlanned.class, CrewAssigned.class);
        nothing().when(withSeats(new Seats(ANA.id(), ANA.id(), null))).thenRejected("same-person");
    }

    private static PlanWindow withSeats(Seats seats) {
        return APlan.by(ana(MONDAY)).of(BUILDS).with(seats).build();
    }

    @Test
    void a_tentative_window_is_shown_as_such_and_does_not_start() {
        nothing()
                .when(APlan.by(ana(MONDAY)).unsure().build())
                .then(planned(Kind.NORMAL, Audience.PUBLIC, true, BUILDS, API));
        tentative()
                .and(readiness(9, true, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("tentative"));
    }

    @Test
    void who_confirms_a_tentative_window_makes_it_sure() {
        tentative()
                .when(new ConfirmWindow(ana(MONDAY)))
                .then(new WindowConfirmed(ID))
                .thenState(w -> assertThat(((Known) w).plan().tentative()).isFalse())
                .next()
                .and(readiness(9, true, false))
                .when(new StartWindow(ana(TWO)))
                .thenTypes(WindowStarted.class);
        announced().when(new ConfirmWindow(ana(MONDAY))).thenNothing();
        tentative().when(new ConfirmWindow(ben(MONDAY))).thenRejected("role-missing");
        tentative()
                .and(new WindowCancelled(ID, "no", true, null))
                .when(new ConfirmWindow(ana(MONDAY)))
                .thenRejected("wrong-state");
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> tentative() {
        return nothing()
                .at(MONDAY)
                .and(planned(Kind.NORMAL, Audience.PUBLIC, true, BUILDS, API))
                .and(CREW, ANA_ACCEPTED, BEN_ACCEPTED, ANNOUNCED);
    }

    @Test
    void an_announcement_says_how_much_notice_it_gives() {
        plannedOnly().when(new AnnounceWindow(ana(MONDAY), NoticePolicy.DEFAULT)).then(ANNOUNCED);
    }

    @Test
    void an_outage_needs_72_hours_of_notice() {
        var late = TWO.minus(Duration.ofDays(3)).plusSeconds(1);
        plannedOnly()
                .when(new AnnounceWindow(ana(late), NoticePolicy.DEFAULT))
                .thenRejected("notice-too-short", "required", "PT72H")
                .thenRejected("notice-too-short", "given", "PT71H59M59S");
        plannedOnly()
                .when(new AnnounceWindow(ana(late.minusSeconds(1)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
    }

    @Test
    void a_degradation_needs_24_hours_of_notice() {
        var late = TWO.minus(Duration.ofDays(1)).plusSeconds(1);
        var degraded = nothing().at(MONDAY).and(planned(API));
        degraded.when(new AnnounceWindow(ana(late), NoticePolicy.DEFAULT))
                .thenRejected("notice-too-short", "required", "PT24H");
        degraded.when(new AnnounceWindow(ana(late.minusSeconds(1)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
    }

    @Test
    void less_than_a_degradation_needs_no_notice_but_a_start_to_come() {
        var harmless = new ComponentImpact("api", "API", Impact.REDUCED_REDUNDANCY);
        var spec = nothing().at(MONDAY).and(planned(harmless));
        spec.when(new AnnounceWindow(ana(TWO.minusSeconds(1)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
        spec.when(new AnnounceWindow(ana(TWO.plusSeconds(1)), NoticePolicy.DEFAULT))
                .thenRejected("notice-too-short");
    }

    @Test
    void a_policy_that_only_warns_wants_a_start_to_come_as_well() {
        var warns =
                new NoticePolicy(
                        "platform",
                        3,
                        NoticePolicy.DEFAULT.minimum(),
                        NoticePolicy.Mode.WARN,
                        Duration.ZERO,
                        null);
        plannedOnly()
                .when(new AnnounceWindow(ana(TWO.minusSeconds(1)), warns))
                .thenTypes(WindowAnnounced.class);
        plannedOnly()
                .when(new AnnounceWindow(ana(TWO.plusSeconds(1)), warns))
                .thenRejected("notice-too-short", "given", "PT-1S");
    }

    @Test
    void staff_need_no_notice() {
        assertThat(NoticePolicy.DEFAULT.required(List.of(BUILDS), Audience.STAFF))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void only_a_planner_announces_and_only_once() {
        plannedOnly()
                .when(new AnnounceWindow(ben(MONDAY), NoticePolicy.DEFAULT))
                .thenRejected("role-missing");
        announced()
                .when(new AnnounceWindow(ana(MONDAY), NoticePolicy.DEFAULT))
                .thenRejected("wrong-state");
    }

    @Test
    void a_window_that_nobody_was_told_of_is_cancelled_quietly() {
        plannedOnly()
                .when(new CancelWindow(ana(MONDAY), "not ready", null))
                .then(new WindowCancelled(ID, "not ready", false, null))
                .thenDue();
        announced()
                .when(new CancelWindow(ana(MONDAY), "not ready", null))
                .then(new WindowCancelled(ID, "not ready", true, null))
                .thenDue();
    }

    @Test
    void a_window_is_cancelled_until_a_carry_out_step_has_started() {
        started().when(new CancelWindow(ana(TWO), "no", null)).thenTypes(WindowCancelled.class);
        started()
                .and(carriedOut(12, false))
                .when(new CancelWindow(ana(TWO), "no", null))
                .thenRejected("wrong-state", "state", "InProgress");
        verifying().when(new CancelWindow(ana(TWO), "no", null)).thenRejected("wrong-state");
    }

    @Test
    void only_a_planner_cancels() {
        announced().when(new CancelWindow(ben(TWO), "no", null)).thenRejected("role-missing");
    }

    @Test
    void what_is_over_stays_over() {
        var over =
                verifying().and(new WindowCompleted(ID, Outcome.SUCCEEDED, FOUR, null, null, null));
        over.when(new CancelWindow(ana(FOUR), "no", null)).thenRejected("wrong-state");
        over.when(new StartWindow(ana(FOUR))).thenRejected("wrong-state");
    }

    @Test
    void nothing_can_be_asked_of_a_window_that_is_not_there() {
        nothing().when(new StartWindow(ana(TWO))).thenRejected("not-found");
    }
}
