package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.SafeguardCommand.ApproveOverride;
import dev.interlude.planner.window.SafeguardCommand.RejectOverride;
import dev.interlude.planner.window.SafeguardCommand.RequestOverride;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.OverrideRejected;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridingTest {

    private static OverrideRequested requested(String... gates) {
        return new OverrideRequested(ID, 1, List.of(gates), "why", ANA.id());
    }

    private static GateOverridden overridden(String... gates) {
        return new GateOverridden(ID, 1, List.of(gates), "why", ANA.id(), BEN.id());
    }

    private static PassedBy override(String gate) {
        return new PassedBy(gate, PassedBy.Means.OVERRIDE, 1);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> asked() {
        return announced().and(requested("prepare"));
    }

    @Test
    void one_asks_and_another_agrees() {
        announced()
                .when(new RequestOverride(ana(MONDAY), List.of("prepare"), "why"))
                .then(requested("prepare"))
                .next()
                .when(new ApproveOverride(ben(MONDAY), 1))
                .then(overridden("prepare"));
    }

    @Test
    void the_same_person_does_not_decide_on_it() {
        asked().when(new ApproveOverride(ana(MONDAY), 1)).thenRejected("same-person");
        asked().when(new RejectOverride(ana(MONDAY), 1, null)).thenRejected("same-person");
    }

    @Test
    void crew_planners_and_operators_ask_and_operators_decide() {
        withCrew()
                .when(new RequestOverride(dan(MONDAY), List.of("crew"), "why"))
                .thenTypes(OverrideRequested.class);
        withCrew()
                .when(new RequestOverride(carla(MONDAY), List.of("crew"), "why"))
                .thenRejected("role-missing");
        withCrew()
                .when(new RequestOverride(machine(MONDAY), List.of("crew"), "why"))
                .thenRejected("role-missing");
        asked().when(new ApproveOverride(carla(MONDAY), 1)).thenRejected("role-missing");
        asked().when(new ApproveOverride(machine(MONDAY), 1)).thenRejected("role-missing");
        asked().when(new RejectOverride(machine(MONDAY), 1, null)).thenRejected("role-missing");
    }

    @Test
    void it_names_gates_that_there_are_each_once() {
        announced()
                .when(new RequestOverride(ana(MONDAY), List.of(), "why"))
                .thenRejected("invalid");
        announced()
                .when(new RequestOverride(ana(MONDAY), List.of("moon"), "why"))
                .thenRejected("invalid");
        announced()
                .when(new RequestOverride(ana(MONDAY), List.of("crew", "crew"), "why"))
                .thenRejected("invalid");
    }

    @Test
    void it_is_decided_once() {
        asked().when(new RejectOverride(ben(MONDAY), 1, "no"))
                .then(new OverrideRejected(ID, 1, BEN.id(), "no"))
                .next()
                .when(new ApproveOverride(dan(MONDAY), 1))
                .thenRejected("wrong-state");
        asked().and(overridden("prepare"))
                .when(new RejectOverride(dan(MONDAY), 1, null))
                .thenRejected("wrong-state");
        asked().when(new ApproveOverride(ben(MONDAY), 7)).thenRejected("not-found");
    }

    @Test
    void nothing_is_overridden_when_the_window_is_over() {
        var over = asked().and(new WindowEvent.WindowCancelled(ID, "x", true, null));
        over.when(new ApproveOverride(ben(MONDAY), 1)).thenRejected("wrong-state");
        over.when(new RequestOverride(ana(MONDAY), List.of("crew"), "x"))
                .thenRejected("wrong-state");
    }

    @Test
    void a_request_alone_passes_nothing() {
        announced()
                .and(readiness(9, false, false), requested("prepare"))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("prepare"));
        announced()
                .and(
                        readiness(9, false, false),
                        requested("prepare"),
                        new OverrideRejected(ID, 1, BEN.id(), null))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("prepare"));
    }

    @Test
    void what_passes_by_it_is_marked_and_nothing_else_passes() {
        announced()
                .and(readiness(9, false, false), requested("prepare"), overridden("prepare"))
                .when(new StartWindow(ana(TWO)))
                .then(new WindowStarted(ID, TWO, FOUR, List.of(override("prepare")), null));
        announced()
                .and(readiness(9, false, false), requested("review"), overridden("review"))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("prepare"));
        ready().and(requested("prepare"), overridden("prepare"))
                .when(new StartWindow(ana(TWO)))
                .then(new WindowStarted(ID, TWO, FOUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crew", "checklist"})
    void each_gate_of_the_start_can_be_passed(String gate) {
        plannedOnly()
                .and(CREW, ANNOUNCED)
                .and(requested("crew", "checklist"), overridden("crew", "checklist"))
                .when(new StartWindow(ana(TWO)))
                .thenState(w -> assertThat(state(w)).isEqualTo(State.IN_PROGRESS));
        plannedOnly()
                .and(CREW, ANNOUNCED)
                .and(requested(gate), overridden(gate))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed");
    }

    @Test
    void too_short_a_notice_is_passed_by_it_once() {
        var late = TWO.minus(Duration.ofHours(2));
        withCrew()
                .when(new AnnounceWindow(ana(late), NoticePolicy.DEFAULT))
                .thenRejected("notice-too-short");
        var announced =
                withCrew()
                        .and(requested("notice"), overridden("notice"))
                        .when(new AnnounceWindow(ana(late), NoticePolicy.DEFAULT));
        assertThat(announced.the(WindowAnnounced.class).exceptions())
                .containsExactly(override("notice"));
        assertThat(safeguards(announced.state()).leave("notice")).isNull();
    }

    @Test
    void nothing_starts_that_was_not_announced_even_so() {
        withCrew()
                .and(readiness(9, true, false), requested("notice"), overridden("notice"))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("notice"));
    }

    @Test
    void what_was_passed_for_the_start_passes_nothing_after_it() {
        var started =
                ready().and(requested("rollback", "verify"), overridden("rollback", "verify"))
                        .when(new StartWindow(ana(TWO)));
        assertThat(safeguards(started.state()).leave("rollback")).isNull();
        assertThat(safeguards(started.state()).leave("verify")).isEqualTo(override("verify"));
    }

    @Test
    void open_verify_steps_are_passed_by_it_alone() {
        var open = verifying();
        open.when(new CompleteWindow(ana(FOUR), Outcome.FAILED, null, null, null))
                .thenRejected("gate-closed", "gates", List.of("verify"));
        var failed =
                open.and(requested("verify"), overridden("verify"))
                        .when(new CompleteWindow(ana(FOUR), Outcome.FAILED, null, null, null));
        assertThat(failed.the(WindowCompleted.class).exceptions())
                .containsExactly(override("verify"));
    }

    @Test
    void a_gate_that_is_passed_says_by_what() {
        var w =
                (Known)
                        announced()
                                .and(readiness(9, false, false))
                                .and(requested("prepare"), overridden("prepare"))
                                .state();
        assertThat(StartGate.gates(w))
                .filteredOn(g -> g.name().equals("prepare"))
                .singleElement()
                .satisfies(g -> assertThat(g.passed()).isTrue())
                .satisfies(g -> assertThat(g.missing()).isNotEmpty())
                .satisfies(g -> assertThat(g.passedBy()).isEqualTo(override("prepare")));
    }
}
