package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.FollowAnew;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowForgotten;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.testkit.Acts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The planner's store comes back from a backup. */
class FollowingAnewTest {

    private static final int RESTORED = 7;
    private static final Act REACTION = Acts.reaction("follow-anew", at("02:30"));

    private static FollowWindow said(int epoch, long sequence, String time, WindowNews news) {
        return new FollowWindow(
                Acts.reaction("follow", at(time)), WINDOW, epoch, sequence, at(time), news);
    }

    private static final List<FollowWindow> STILL_KNOWN =
            List.of(
                    said(
                            1,
                            1,
                            "01:00",
                            new WindowNews.Planned(at("02:00"), at("04:00"), Acts.TEAM)),
                    said(1, 2, "01:01", new WindowNews.CrewNamed(ANA.id(), BEN.id(), null)),
                    said(1, 3, "01:02", new WindowNews.Announced(at("02:00"), at("04:00"))));

    private static Night extended() {
        return Night.started(SMALL).hears("02:10", new WindowNews.EndMoved(at("05:00")));
    }

    @Test
    void the_window_stands_where_the_planner_still_knows_it_to_stand() {
        Window window =
                extended()
                        .did(new FollowAnew(REACTION, WINDOW, RESTORED, STILL_KNOWN))
                        .state()
                        .window();
        assertThat(window).isNotNull();
        assertThat(window.state()).isEqualTo(WindowState.Announced);
        assertThat(window.end()).isEqualTo(at("04:00"));
        assertThat(window.startedAt()).isNull();
        assertThat(window.crew()).containsExactly(ANA.id(), BEN.id());
    }

    @Test
    void what_the_planner_says_from_then_on_is_news_although_its_sequence_is_lower() {
        Night restored = extended().did(new FollowAnew(REACTION, WINDOW, RESTORED, STILL_KNOWN));
        Window window =
                restored.did(said(RESTORED, 4, "02:40", new WindowNews.Started())).state().window();
        assertThat(window).isNotNull();
        assertThat(window.state()).isEqualTo(WindowState.InProgress);
        assertThat(window.startedAt()).isEqualTo(at("02:40"));
        restored.when(said(1, 9, "02:41", new WindowNews.Cancelled())).thenNothing();
    }

    @Test
    void a_window_from_the_lost_future_is_forgotten() {
        Night forgotten = extended().did(new FollowAnew(REACTION, WINDOW, RESTORED, List.of()));
        assertThat(forgotten.said()).contains(new WindowForgotten(WINDOW, RESTORED));
        assertThat(forgotten.state().window()).isNull();
        assertThat(forgotten.state().drafted()).isTrue();
        Night.empty().when(new FollowAnew(REACTION, WINDOW, RESTORED, List.of())).thenNothing();
    }
}
