package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFrozen;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.testkit.Acts;
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
}
