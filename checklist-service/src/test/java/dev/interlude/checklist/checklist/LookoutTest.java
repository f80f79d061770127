package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.CheckSlack;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistEvent.SlackUsedUp;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookoutTest {

    private static final Duration DAY = Duration.ofDays(1);

    /** The essay's night until the backlog is being moved, at 02:35. */
    private static Night movingTheBacklog() {
        return Night.story()
                .done(ANA, BEN, "01:05", "01:20", "copy-definitions")
                .done(BEN, ANA, "01:20", "01:30", "check-new-cluster")
                .done(ANA, BEN, "01:30", "01:40", "stage-settings")
                .hears("02:00", new WindowNews.Started())
                .done(ANA, BEN, "02:00", "02:05", "pause-builds")
                .done(BEN, ANA, "02:00", "02:10", "api-to-outbox")
                .done(ANA, BEN, "02:05", "02:25", "drain-workers")
                .did(new ClearStep(by(BEN, "02:25"), "cut-over", true, null))
                .done(ANA, BEN, "02:26", "02:34", "cut-over")
                .starts(ANA, "02:35", "move-backlog");
    }

    private static Outlook at(Night night, String time) {
        return Lookout.from(night.state(), Night.at(time)).orElseThrow();
    }

    private static Due slack(Night night) {
        return new ChecklistDecider().due(night.state()).iterator().next();
    }

    @Test
    void before_the_start_the_work_begins_with_the_window() {
        Outlook outlook = at(Night.announced(SMALL), "01:30");
        // left 20, over 5, alone 5, check 10 from 02:00
        assertThat(outlook.p50()).isEqualTo(Night.at("02:40"));
        assertThat(outlook.p90()).isEqualTo(Night.at("03:20"));
        assertThat(outlook.slack()).isEqualTo(Duration.ofMinutes(80));
        assertThat(outlook.criticalPath()).containsExactly("left", "over", "alone", "check");
        assertThat(outlook.rollbackReserve()).isNull();
    }

    @Test
    void preparing_late_moves_the_work() {
        assertThat(at(Night.announced(SMALL), "02:10").p50()).isEqualTo(Night.at("03:00"));
    }

    @Test
    void a_running_step_counts_with_what_it_took() {
        Night night =
                Night.started(SMALL)
                        .done(BEN, ANA, "02:00", "02:00", "right")
                        .starts(ANA, "02:00", "left");
        assertThat(at(night, "02:05").p50()).isEqualTo(Night.at("02:40"));
        assertThat(at(night, "02:20").p50()).isEqualTo(Night.at("02:40"));
        assertThat(at(night, "02:30").p50()).isEqualTo(Night.at("02:50"));
        assertThat(at(night, "02:10").p90()).isEqualTo(Night.at("03:10"));
    }

    @Test
    void waiting_for_a_person_is_no_work() {
        Night night =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .completes(ANA, "02:10", "left")
                        .done(BEN, ANA, "02:00", "02:10", "right");
        assertThat(at(night, "02:10").p50()).isEqualTo(Night.at("02:30"));
        assertThat(at(night, "02:15").p50()).isEqualTo(Night.at("02:35"));
    }

    @Test
    void a_failed_step_is_work_again() {
        Night night =
                Night.started(SMALL)
                        .starts(ANA, "02:00", "left")
                        .did(new ChecklistCommand.FailStep(by(ANA, "02:15"), "left", null));
        assertThat(at(night, "02:15").p50()).isEqualTo(Night.at("02:55"));
    }

    @Test
    void the_night_of_the_story_has_a_quarter_of_an_hour_to_spare() {
        Outlook outlook = at(movingTheBacklog(), "02:35");
        assertThat(outlook.p50()).isEqualTo(Night.at("03:45"));
        assertThat(outlook.p90()).isEqualTo(Night.at("04:55"));
        assertThat(outlook.slack()).isEqualTo(Duration.ofMinutes(15));
        assertThat(outlook.criticalPath())
                .containsExactly("move-backlog", "replay-outbox", "start-builds", "test-build");
    }

    @Test
    void an_overdue_step_speaks_up_at_five_past_three() {
        Night night = movingTheBacklog();
        assertThat(slack(night)).isEqualTo(new Due("slack", Night.at("03:05")));
        Instant fired = Night.at("03:05").plusMillis(40);
        Outlook outlook = Lookout.from(night.state(), fired).orElseThrow();
        assertThat(outlook.p50()).isEqualTo(Night.at("04:00").plusSeconds(1));
        assertThat(outlook.p90()).isEqualTo(Night.at("04:55").plusSeconds(1));
        var decided = night.when(new CheckSlack(Acts.timer("slack", fired)));
        SlackUsedUp said = decided.the(SlackUsedUp.class);
        assertThat(said.announcedEnd()).isEqualTo(Night.at("04:00"));
        assertThat(said.late())
                .containsExactly(
                        new ChecklistEvent.LateStep(
                                "move-backlog",
                                "Move the backlog with a shovel",
                                Duration.ofMinutes(15)));
        // once: from now on the forecast says how late it is
        assertThat(new ChecklistDecider().due(decided.state())).isEmpty();
    }

    @Test
    void a_long_step_with_little_slack_is_watched_to_the_minute() {
        Night night =
                Night.announced(
                                """
                                - [ ] Long {#long 23h no-rollback:x}
                                - [ ] Short {#short 5m no-rollback:x}
                                """)
                        .hears("02:00", new WindowNews.EndMoved(Night.at("02:00").plus(DAY)))
                        .hears("02:00", new WindowNews.Started())
                        .starts(ANA, "02:00", "long");
        // 55 minutes of slack, first touched after 23 hours
        assertThat(slack(night)).isEqualTo(new Due("slack", Night.at("01:55").plus(DAY)));
    }

    @Test
    void a_timer_that_no_longer_holds_says_nothing() {
        movingTheBacklog()
                .when(new CheckSlack(Acts.timer("slack", Night.at("03:04"))))
                .thenNothing();
        movingTheBacklog()
                .hears("03:04", new WindowNews.EndMoved(Night.at("05:00")))
                .when(new CheckSlack(Acts.timer("slack", Night.at("03:05"))))
                .thenNothing();
    }

    @Test
    void an_extension_gives_time() {
        Night night = movingTheBacklog().hears("03:07", new WindowNews.EndMoved(Night.at("05:00")));
        assertThat(slack(night)).isEqualTo(new Due("slack", Night.at("04:05")));
    }

    @Test
    void the_way_back_ends_at_the_point_of_no_return() {
        Night night =
                Night.started(SMALL).starts(ANA, "02:00", "left").starts(BEN, "02:00", "right");
        Outlook outlook = at(night, "02:10");
        assertThat(outlook.rollbackReserve()).isEqualTo(Duration.ofMinutes(95));
        assertThat(outlook.lastMoment()).isEqualTo(Night.at("03:45"));
        assertThat(at(movingTheBacklog(), "02:36").rollbackReserve()).isNull();
    }

    @Test
    void what_was_not_begun_need_not_be_undone() {
        Night night = Night.started(SMALL).starts(ANA, "02:00", "left");
        assertThat(at(night, "02:00").lastMoment()).isEqualTo(Night.at("04:00"));
    }

    @Test
    void a_finished_checklist_ended_when_it_did() {
        Night night =
                movingTheBacklog()
                        .completes(ANA, "03:25", "move-backlog")
                        .confirms(BEN, "03:25", "move-backlog")
                        .done(BEN, ANA, "03:25", "03:40", "replay-outbox")
                        .done(ANA, BEN, "03:40", "03:50", "start-builds")
                        .done(ANA, BEN, "03:50", "04:20", "test-build")
                        .done(BEN, ANA, "03:50", "04:10", "watch-queues");
        assertThat(at(night, "04:40").p50()).isEqualTo(Night.at("04:20"));
        assertThat(new ChecklistDecider().due(night.state())).isEmpty();
        assertThat(night.state().finished()).isTrue();
    }
}
