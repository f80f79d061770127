package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.SafeguardCommand.BreakGlass;
import dev.interlude.planner.window.SafeguardCommand.CountersignBreakGlass;
import dev.interlude.planner.window.SafeguardEvent.BreakGlassCountersigned;
import dev.interlude.planner.window.SafeguardEvent.CountersignatureOverdue;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingGlassTest {

    /** The night is a Saturday's, so the third working day is Wednesday, in Berlin. */
    private static final Instant WEDNESDAY_NIGHT = Instant.parse("2026-03-11T23:00:00Z");

    private static final GlassBroken BROKEN =
            new GlassBroken(ID, 1, List.of("crew"), List.of(), "alone", ANA.id(), WEDNESDAY_NIGHT);

    private static BreakGlass alone(dev.interlude.eventlog.decider.Act act) {
        return new BreakGlass(act, List.of("crew"), List.of(), "alone");
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> nobodyAnswers() {
        return plannedOnly().and(CREW, ANA_ACCEPTED, ANNOUNCED, readiness(9, true, false)).at(TWO);
    }

    private static FireTimer timer(Instant at) {
        return new FireTimer(
                Acts.timer("countersignature/1", at), "countersignature/1", WEDNESDAY_NIGHT);
    }

    @Test
    void one_operator_goes_on_alone_and_that_is_marked() {
        nobodyAnswers()
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("crew"));
        nobodyAnswers()
                .when(alone(ana(TWO)))
                .then(BROKEN)
                .next()
                .when(new StartWindow(ana(TWO)))
                .then(
                        new WindowStarted(
                                ID,
                                TWO,
                                FOUR,
                                List.of(new PassedBy("crew", PassedBy.Means.BREAK_GLASS, 1)),
                                null));
    }

    @Test
    void no_machine_and_nobody_but_an_operator_breaks_glass() {
        nobodyAnswers().when(alone(carla(TWO))).thenRejected("role-missing");
        nobodyAnswers().when(alone(machine(TWO))).thenRejected("role-missing");
        nobodyAnswers().when(alone(dan(TWO))).thenTypes(GlassBroken.class);
    }

    @Test
    void it_names_what_it_passes() {
        nobodyAnswers()
                .when(new BreakGlass(ana(TWO), List.of(), List.of(), "x"))
                .thenRejected("invalid");
        nobodyAnswers()
                .when(new BreakGlass(ana(TWO), List.of("moon"), List.of(), "x"))
                .thenRejected("invalid");
        nobodyAnswers()
                .when(new BreakGlass(ana(TWO), List.of(), List.of("moon"), "x"))
                .thenRejected("invalid");
    }

    @Test
    void nothing_is_broken_when_the_window_is_over() {
        nobodyAnswers()
                .and(new WindowEvent.WindowCancelled(ID, "x", true, null))
                .when(alone(ana(TWO)))
                .thenRejected("wrong-state");
    }

    @Test
    void another_person_countersigns_also_when_the_window_is_over() {
        var broken = nobodyAnswers().and(BROKEN);
        broken.when(new CountersignBreakGlass(ana(FIVE))).thenRejected("same-person");
        broken.when(new CountersignBreakGlass(machine(FIVE))).thenRejected("role-missing");
        broken.and(new WindowEvent.WindowCancelled(ID, "x", true, null))
                .when(new CountersignBreakGlass(ben(FIVE)))
                .then(new BreakGlassCountersigned(ID, 1, BEN.id()))
                .thenDue()
                .next()
                .when(new CountersignBreakGlass(ben(FIVE)))
                .thenNothing();
        nobodyAnswers().when(new CountersignBreakGlass(ben(FIVE))).thenRejected("wrong-state");
    }

    @Test
    void who_has_not_countersigned_in_three_working_days_is_late() {
        var over =
                nobodyAnswers().and(BROKEN, new WindowEvent.WindowCancelled(ID, "x", true, null));
        assertThat(new WindowDecider().due(over.state()))
                .containsExactly(new Due("countersignature/1", WEDNESDAY_NIGHT));
        over.when(timer(WEDNESDAY_NIGHT))
                .then(new CountersignatureOverdue(ID, 1, ANA.id(), WEDNESDAY_NIGHT))
                .thenState(w -> assertThat(safeguards(w).glasses().getFirst().overdue()).isTrue())
                .thenDue()
                .next()
                .when(timer(WEDNESDAY_NIGHT))
                .thenNothing();
    }

    @Test
    void a_late_countersignature_still_counts() {
        nobodyAnswers()
                .and(BROKEN, new CountersignatureOverdue(ID, 1, ANA.id(), WEDNESDAY_NIGHT))
                .when(new CountersignBreakGlass(ben(WEDNESDAY_NIGHT.plusSeconds(1))))
                .then(new BreakGlassCountersigned(ID, 1, BEN.id()))
                .thenState(w -> assertThat(safeguards(w).glasses().getFirst().overdue()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T01:00:00Z, Europe/Berlin,      2026-03-11T23:00:00Z", // Sat -> Wed
        "2026-03-09T09:00:00Z, Europe/Berlin,      2026-03-12T23:00:00Z", // Mon -> Thu
        "2026-03-12T09:00:00Z, Europe/Berlin,      2026-03-17T23:00:00Z", // Thu -> Tue
        "2026-03-27T09:00:00Z, Europe/Berlin,      2026-04-01T22:00:00Z", // over the change
        "2026-03-09T03:00:00Z, America/New_York,   2026-03-12T04:00:00Z", // still Sunday there
        "2026-04-02T12:00:00Z, Australia/Lord_Howe, 2026-04-07T13:30:00Z" // Thu -> Tue
    })
    void working_days_are_those_of_the_windows_zone(Instant broken, String zone, Instant due) {
        assertThat(WorkingDays.endOfNth(3, broken, ZoneId.of(zone), List.of())).isEqualTo(due);
    }

    @Test
    void a_holiday_is_no_working_day() {
        var christmas = List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"));
        Instant wednesday = Instant.parse("2026-12-23T09:00:00Z");
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(WorkingDays.endOfNth(3, wednesday, berlin, List.of()))
                .isEqualTo(Instant.parse("2026-12-28T23:00:00Z"));
        assertThat(WorkingDays.endOfNth(3, wednesday, berlin, christmas))
                .isEqualTo(Instant.parse("2026-12-29T23:00:00Z"));
    }
}
