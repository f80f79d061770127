package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartingTest {

    private static ReadinessRecorded said(boolean reviewed, int concerns, boolean rollbacks) {
        return new ReadinessRecorded(
                ID, 9, "hash", reviewed, concerns, rollbacks, true, false, false, false, false,
                false, false, List.of());
    }

    @Test
    void a_ready_window_starts_at_its_time() {
        ready().when(new StartWindow(ana(TWO)))
                .then(new WindowStarted(ID, TWO, FOUR))
                .thenState(w -> assertThat(((Known) w).state()).isEqualTo(State.IN_PROGRESS));
    }

    @Test
    void nothing_starts_before_the_announced_time() {
        ready().when(new StartWindow(ana(TWO.minusSeconds(1)))).thenRejected("too-early");
    }

    @Test
    void what_nobody_notices_may_start_earlier() {
        var quiet = new ComponentImpact("api", "API", Impact.NO_IMPACT);
        nothing()
                .at(MONDAY)
                .and(planned(quiet), CREW, ANA_ACCEPTED, BEN_ACCEPTED, ANNOUNCED)
                .and(readiness(9, true, false))
                .when(new StartWindow(ana(TWO.minusSeconds(3600))))
                .thenTypes(WindowStarted.class);
    }

    @Test
    void only_the_crew_starts() {
        ready().when(new StartWindow(carla(TWO))).thenRejected("not-crew");
        ready().when(new StartWindow(stranger(TWO))).thenRejected("not-crew");
    }

    @Test
    void a_window_starts_once() {
        started().when(new StartWindow(ana(TWO))).thenRejected("wrong-state");
    }

    @Test
    void what_was_not_announced_does_not_start() {
        withCrew()
                .and(readiness(9, true, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("notice"));
    }

    @Test
    void nobody_starts_without_a_crew_that_accepted() {
        plannedOnly()
                .and(CREW, ANA_ACCEPTED, ANNOUNCED, readiness(9, true, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("crew"));
        ready().when(new DeclineCrew(ben(TWO), null))
                .next()
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("crew"));
    }

    @Test
    void nobody_starts_with_an_open_prepare_step_and_the_answer_names_it() {
        var answer =
                announced()
                        .and(readiness(9, false, false))
                        .when(new StartWindow(ana(TWO)))
                        .thenRejected("gate-closed", "gates", List.of("prepare"))
                        .rejection();
        assertThat(answer.facts().get("missing"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "gate", "prepare",
                                        "what", "Drain",
                                        "stepId", "drain",
                                        "role", "crew",
                                        "persons", List.of(ANA.id(), BEN.id()))));
    }

    @Test
    void nobody_starts_without_a_checklist() {
        announced()
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("checklist"));
    }

    @Test
    void nobody_starts_without_a_review_or_with_an_open_concern() {
        announced()
                .and(said(false, 0, true))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("review"));
        announced()
                .and(said(true, 1, true))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("review"));
    }

    @Test
    void nobody_starts_without_a_way_back() {
        announced()
                .and(said(true, 0, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("rollback"));
    }

    @Test
    void all_that_is_closed_is_listed_at_once() {
        plannedOnly()
                .and(CREW)
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("notice", "crew", "checklist"));
    }

    @Test
    void without_anyone_named_the_planner_can_mend_it() {
        var gates = StartGate.gates((Known) plannedOnly().state());
        assertThat(gates)
                .filteredOn(g -> g.name().equals("crew"))
                .singleElement()
                .satisfies(g -> assertThat(g.missing().getFirst().role()).isEqualTo("planner"));
    }
}
