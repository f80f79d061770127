package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFrozen;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.testkit.Acts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static FollowWindow heard(long sequence, String time, WindowNews news) {
        return new FollowWindow(
                Acts.reaction("follow", at(time)), WINDOW, sequence, at(time), news);
    }

    @Test
    void the_start_of_the_window_freezes_the_plan() {
        Night.announced(SMALL)
                .when(heard(9, "02:00", new WindowNews.Started()))
                .thenTypes(WindowFollowed.class, ChecklistFrozen.class)
                .thenState(state -> assertThat(state.drafted()).isTrue());
    }

    @Test
    void what_was_heard_before_changes_nothing() {
        Night night = Night.announced(SMALL);
        night.when(heard(3, "02:00", new WindowNews.Started())).thenNothing();
        night.when(heard(2, "02:00", new WindowNews.Cancelled())).thenNothing();
    }

    @Test
    void a_window_can_be_known_before_its_checklist() {
        Night.empty()
                .when(heard(1, "01:00", new WindowNews.Planned(at("02:00"), at("04:00"), "t")))
                .thenTypes(WindowFollowed.class);
        Night.empty().when(heard(2, "01:00", new WindowNews.Started())).thenNothing();
    }

    @Test
    void an_extension_moves_the_end() {
        Night night = Night.started(SMALL).hears("02:30", new WindowNews.EndMoved(at("05:00")));
        Window window = night.state().window();
        assertThat(window).isNotNull();
        assertThat(window.end()).isEqualTo(at("05:00"));
        assertThat(window.state()).isEqualTo(WindowState.InProgress);
        assertThat(window.startedAt()).isEqualTo(at("02:00"));
    }

    @Test
    void who_declines_is_no_longer_crew() {
        Night night =
                Night.announced(SMALL)
                        .hears("01:10", new WindowNews.CrewNamed(ANA.id(), BEN.id(), CARLA.id()))
                        .hears("01:11", new WindowNews.CrewAgreed(ANA.id()))
                        .hears("01:12", new WindowNews.CrewAgreed(BEN.id()))
                        .hears("01:13", new WindowNews.CrewLeft(BEN.id()));
        Window window = night.state().window();
        assertThat(window).isNotNull();
        assertThat(window.crew()).containsExactly(ANA.id(), CARLA.id());
        assertThat(window.acceptedBy()).containsExactly(ANA.id());
    }

    @Test
    void what_happens_in_the_future_of_this_clock_happened_now() {
        Night.announced(SMALL)
                .when(
                        new FollowWindow(
                                Acts.reaction("follow", at("02:00")),
                                WINDOW,
                                9,
                                at("02:01"),
                                new WindowNews.Started()))
                .thenOccurredAt(at("02:00"));
    }

    @Test
    void a_hold_stops_new_starts_at_once() {
        Night held =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .hears("02:05", new WindowNews.Held(1));
        held.when(new StartStep(by(BEN, "02:06"), "right", null)).thenRejected("work-held");
        held.when(Night.complete(by(BEN, "02:06"), "right")).thenRejected("work-held");
        assertThat(NextActs.of(held.state(), BEN.id(), held.state().at()))
                .noneMatch(next -> next.act().equals("start"));
        // what runs may be brought to its end, and looked at
        Night ended = held.completes(ANA, "02:07", "left").confirms(BEN, "02:08", "left");
        Night twice = ended.hears("02:09", new WindowNews.Held(2));
        Night once = twice.hears("02:10", new WindowNews.Released(1));
        once.when(new StartStep(by(BEN, "02:11"), "right", null)).thenRejected("work-held");
        once.hears("02:12", new WindowNews.Released(2)).starts(BEN, "02:13", "right");
    }

    @Test
    void who_takes_a_role_has_its_lane() {
        Night night =
                Night.started(SMALL)
                        .hears("02:10", new WindowNews.RolePassed("BUDDY", BEN.id(), CARLA.id()));
        Window window = night.state().window();
        assertThat(window).isNotNull();
        assertThat(window.crew()).containsExactly(ANA.id(), CARLA.id());
        night.when(new StartStep(by(BEN, "02:11"), "right", null)).thenRejected("not-crew");
        night.starts(CARLA, "02:11", "right");
    }

    @Test
    void experts_work_in_their_own_lanes() {
        Night night =
                Night.announced("- [ ] Vacuum {#vacuum @dba no-rollback:x}")
                        .hears(
                                "01:30",
                                new WindowNews.CrewNamed(
                                        ANA.id(),
                                        BEN.id(),
                                        null,
                                        List.of(new Expert("dba", CARLA.id()))))
                        .hears("02:00", new WindowNews.Started());
        Window window = night.state().window();
        assertThat(window).isNotNull();
        assertThat(Duty.at(window, at("01:30")).lanesOf(CARLA.id())).containsExactly("dba");
        assertThat(Duty.at(window, at("01:30")).workerOf("dba")).isEqualTo(CARLA.id());
        assertThat(NextActs.of(night.state(), CARLA.id(), night.state().at()))
                .containsExactly(new NextActs.NextAct("start", "vacuum"));
        assertThat(NextActs.of(night.state(), ANA.id(), night.state().at()))
                .noneMatch(next -> next.act().equals("start"));
        night.done(CARLA, ANA, "02:00", "02:10", "vacuum");
    }

    @Test
    void a_window_is_moved_before_it_starts() {
        Night night =
                Night.announced(SMALL)
                        .hears("01:30", new WindowNews.Moved(at("03:00"), at("05:00")));
        Window window = night.state().window();
        assertThat(window).isNotNull();
        assertThat(window.start()).isEqualTo(at("03:00"));
        assertThat(window.state()).isEqualTo(WindowState.Announced);
    }

    @Test
    void who_breaks_the_glass_confirms_alone_and_that_is_said() {
        Night alone =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .completes(ANA, "02:10", "left")
                        .hears("02:12", new WindowNews.GlassBroken(1, ANA.id(), true));
        alone.when(new ConfirmSteps(by(ANA, "02:13"), List.of("left")))
                .then(new StepConfirmed(WINDOW, "left", "Left", Phase.CARRY_OUT, 1));
        // only that person; another's confirmation is one like any
        alone.when(new ConfirmSteps(by(BEN, "02:13"), List.of("left")))
                .then(new StepConfirmed(WINDOW, "left", "Left", Phase.CARRY_OUT, null));
        Night.started(SMALL)
                .hears("02:00", new WindowNews.GlassBroken(1, ANA.id(), false))
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:10", "left")
                .when(new ConfirmSteps(by(ANA, "02:11"), List.of("left")))
                .thenRejected("same-person");
    }

    @Test
    void who_breaks_the_glass_carries_out_what_they_cleared() {
        Night edge =
                Night.started(SMALL)
                        .done(ANA, BEN, "02:00", "02:20", "left")
                        .done(BEN, ANA, "02:00", "02:10", "right")
                        .hears("02:21", new WindowNews.GlassBroken(2, ANA.id(), true))
                        .did(new ChecklistCommand.ClearStep(by(ANA, "02:22"), "over", true, null));
        var started = edge.when(new StartStep(by(ANA, "02:23"), "over", null));
        assertThat(started.the(ChecklistEvent.StepStarted.class).breakGlass()).isEqualTo(2);
    }
}
