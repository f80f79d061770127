package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.NextActs.NextAct;
import dev.interlude.eventlog.decider.Actor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ana drives, from three o'clock on Dan; Carla is there for databases until half past two. */
class DutyTest {

    private static final Actor DAN = Actor.person("p-dan");

    private static Night inShifts() {
        var crew =
                new WindowNews.CrewNamed(
                        ANA.id(),
                        BEN.id(),
                        null,
                        List.of(
                                new Expert("driver", DAN.id(), at("03:00"), null),
                                new Expert("dba", CARLA.id(), at("01:00"), at("02:30"))));
        return Night.announced(SMALL)
                .hears("01:03", crew)
                .done(ANA, BEN, "01:10", "01:20", "look")
                .hears("02:00", new WindowNews.Started());
    }

    private static Window window(Night night) {
        return Objects.requireNonNull(night.state().window());
    }

    private static List<String> acts(Night night, Actor who, String time) {
        return NextActs.of(night.state(), who.id(), at(time)).stream()
                .filter(act -> act.stepId() != null)
                .map(NextAct::act)
                .toList();
    }

    @Test
    void who_is_not_on_duty_starts_and_confirms_nothing() {
        Night night = inShifts().starts(BEN, "02:10", "right").completes(BEN, "02:20", "right");
        night.when(new StartStep(by(DAN, "02:59"), "left", null)).thenRejected("not-crew");
        night.when(new ConfirmSteps(by(DAN, "02:59"), List.of("right"))).thenRejected("not-crew");
        night.when(new StartStep(by(ANA, "03:00"), "left", null)).thenRejected("not-crew");
        night.when(new RequestSkip(by(ANA, "03:00"), "left", "late")).thenRejected("not-crew");
        night.starts(DAN, "03:00", "left").confirms(DAN, "03:01", "right");
        night.when(new ConfirmSteps(by(CARLA, "02:30"), List.of("right"))).thenRejected("not-crew");
        night.confirms(CARLA, "02:29", "right");
    }

    @Test
    void who_began_a_step_brings_it_to_its_end() {
        Night night = inShifts().starts(ANA, "02:50", "left");
        assertThat(acts(night, ANA, "03:05")).containsExactly("completion");
        night.completes(ANA, "03:05", "left")
                .when(new ConfirmSteps(by(ANA, "03:06"), List.of("left")))
                .thenRejected("not-crew");
    }

    @Test
    void before_the_start_all_of_the_crew_may_act() {
        Night night = Night.announced(SMALL).hears("01:03", inShiftsNamed());
        night.done(DAN, ANA, "01:10", "01:20", "look");
    }

    private static WindowNews inShiftsNamed() {
        return new WindowNews.CrewNamed(
                ANA.id(),
                BEN.id(),
                null,
                List.of(new Expert("driver", DAN.id(), at("03:00"), null)));
    }

    @Test
    void a_role_that_passes_ends_the_shift_of_that_time() {
        Night night =
                inShifts()
                        .hears("03:10", new WindowNews.RolePassed("DRIVER", DAN.id(), CARLA.id()));
        assertThat(Duty.at(window(night), at("03:20")).lanesOf(CARLA.id()))
                .containsExactly("driver");
        assertThat(Duty.at(window(night), at("03:20")).includes(DAN.id())).isFalse();
        night.starts(CARLA, "03:20", "left");
    }

    @Test
    void who_acts_alone_is_on_duty() {
        Night night =
                inShifts()
                        .hears("03:00", new WindowNews.GlassBroken(1, ANA.id(), true))
                        .starts(ANA, "03:01", "left");
        assertThat(acts(night, ANA, "03:02")).contains("completion");
    }

    @Test
    void the_forecast_counts_with_whoever_has_the_lane_then() {
        Window window = window(inShifts());
        assertThat(Duty.at(window, at("02:59")).workerOf("driver")).isEqualTo(ANA.id());
        assertThat(Duty.at(window, at("03:00")).workerOf("driver")).isEqualTo(DAN.id());
        assertThat(Duty.at(window, at("03:00")).workerOf("liaison")).isEqualTo(BEN.id());
        assertThat(Duty.at(window, at("02:30")).workerOf("dba")).isEqualTo("dba");
    }
}
