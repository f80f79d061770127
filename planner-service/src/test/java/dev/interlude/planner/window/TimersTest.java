package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.UpdateDue;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Instant A_DAY_BEFORE = TWO.minus(Duration.ofDays(1));
    private static final Instant AN_HOUR_BEFORE = TWO.minus(Duration.ofHours(1));

    private static final Due LATE = new Due("delayed", TWO.plus(Timers.GRACE));

    private static FireTimer fire(String name, Instant dueAt, Instant now) {
        return new FireTimer(Acts.timer(name, now), name, dueAt);
    }

    @Test
    void an_announcement_plans_its_reminders_and_watches_the_end() {
        withCrew()
                .when(new AnnounceWindow(ana(MONDAY), NoticePolicy.DEFAULT))
                .thenDue(
                        new Due("reminder/P1D", A_DAY_BEFORE),
                        new Due("reminder/PT1H", AN_HOUR_BEFORE),
                        LATE,
                        new Due("overrun", FOUR));
    }

    @Test
    void nobody_is_reminded_of_what_they_have_just_been_told() {
        var harmless = new ComponentImpact("api", "API", Impact.REDUCED_REDUNDANCY);
        nothing()
                .at(MONDAY)
                .and(planned(harmless))
                .when(new AnnounceWindow(ana(TWO.minusSeconds(7200)), NoticePolicy.DEFAULT))
                .thenDue(new Due("reminder/PT1H", AN_HOUR_BEFORE), LATE, new Due("overrun", FOUR));
    }

    @Test
    void a_reminder_is_sent_once() {
        announced()
                .when(fire("reminder/P1D", A_DAY_BEFORE, A_DAY_BEFORE.plusSeconds(2)))
                .then(new ReminderDue(ID, "P1D", TWO, A_DAY_BEFORE))
                .thenDue(new Due("reminder/PT1H", AN_HOUR_BEFORE), LATE, new Due("overrun", FOUR))
                .next()
                .when(fire("reminder/P1D", A_DAY_BEFORE, A_DAY_BEFORE.plusSeconds(3)))
                .thenNothing();
    }

    @Test
    void a_reminder_that_comes_too_late_is_missed_on_record() {
        announced()
                .when(fire("reminder/P1D", A_DAY_BEFORE, A_DAY_BEFORE.plusSeconds(901)))
                .then(new ReminderMissed(ID, "P1D", TWO, A_DAY_BEFORE));
        announced()
                .when(fire("reminder/PT1H", AN_HOUR_BEFORE, AN_HOUR_BEFORE.plusSeconds(900)))
                .thenTypes(ReminderDue.class);
        announced()
                .when(fire("reminder/PT1H", AN_HOUR_BEFORE, TWO))
                .thenTypes(ReminderMissed.class);
    }

    @Test
    void a_short_lead_tolerates_a_quarter_of_itself() {
        assertThat(Reminders.stale("PT20M", FOUR, TWO, TWO.plusSeconds(300))).isFalse();
        assertThat(Reminders.stale("PT20M", FOUR, TWO, TWO.plusSeconds(301))).isTrue();
    }

    @Test
    void a_promise_that_passes_is_an_overrun_and_says_so_once() {
        started()
                .when(fire("overrun", FOUR, FOUR))
                .then(new WindowOverran(ID, FOUR))
                .thenState(w -> assertThat(((Known) w).overrun()).isTrue())
                .thenDue(new Due("update", TWO.plusSeconds(1800)))
                .next()
                .when(fire("overrun", FOUR, FOUR))
                .thenNothing();
        announced().when(fire("overrun", FOUR, FOUR)).then(new WindowOverran(ID, FOUR));
    }

    @Test
    void the_timer_of_an_end_that_was_put_off_does_nothing() {
        started()
                .and(new WindowExtended(ID, FOUR, FIVE, "slow", null, 1, null, true))
                .when(fire("overrun", FOUR, FOUR))
                .thenNothing();
    }

    @Test
    void a_start_that_is_late_is_told_once() {
        Instant found = TWO.plusSeconds(301);
        announced()
                .when(fire("delayed", LATE.at(), found))
                .then(new StartDelayed(ID, TWO, found))
                .thenState(w -> assertThat(((Known) w).promise().timing().delayed()).isTrue())
                .next()
                .when(fire("delayed", LATE.at(), found))
                .thenNothing();
        started().when(fire("delayed", LATE.at(), found)).thenNothing();
    }

    @Test
    void who_starts_after_all_is_late_no_longer() {
        ready().and(new StartDelayed(ID, TWO, LATE.at()))
                .when(new StartWindow(ana(TWO.plusSeconds(600))))
                .thenState(w -> assertThat(((Known) w).promise().timing().delayed()).isFalse());
    }

    @Test
    void an_update_that_was_promised_is_due_once_and_the_next_one_again() {
        Instant half = TWO.plusSeconds(1800);
        started()
                .when(new PostProgress(ben(TWO.plusSeconds(60)), TEXT, null, half, null))
                .thenDue(new Due("update", half), new Due("overrun", FOUR))
                .next()
                .when(fire("update", half, half))
                .then(new UpdateDue(ID, half))
                .thenDue(new Due("overrun", FOUR))
                .next()
                .when(fire("update", half, half))
                .thenNothing();
    }

    @Test
    void without_a_promise_updates_come_in_their_rhythm_while_it_runs() {
        Instant half = TWO.plusSeconds(1800);
        started()
                .when(fire("update", half, half))
                .then(new UpdateDue(ID, half))
                .next()
                .when(new PostProgress(ben(half.plusSeconds(60)), TEXT, null, null, null))
                .thenDue(new Due("update", half.plusSeconds(1860)), new Due("overrun", FOUR));
        started()
                .when(new PostProgress(ben(half), null, TEXT, null, null))
                .thenDue(new Due("update", half), new Due("overrun", FOUR));
    }

    @Test
    void whatever_its_audience_is_told_counts_as_an_update() {
        Instant now = TWO.plusSeconds(600);
        started()
                .when(
                        new ExtendWindow(
                                ana(now),
                                new NewEnd.At(FIVE),
                                "slow",
                                null,
                                null,
                                NoticePolicy.DEFAULT))
                .thenDue(new Due("update", now.plusSeconds(1800)), new Due("overrun", FIVE));
    }

    @Test
    void timers_are_asked_for_at_the_same_instant_before_and_after_the_append() {
        Instant now = TWO.plusSeconds(60);
        var decision =
                new WindowDecider().decide(new BeginVerification(ben(now)), started().state());
        assertThat(decision)
                .isEqualTo(Decision.acceptAt(now, (WindowEvent) new VerificationBegan(ID)));
    }

    @Test
    void a_window_that_nobody_was_told_of_has_no_timers() {
        assertThat(new WindowDecider().due(withCrew().state())).isEmpty();
        assertThat(new WindowDecider().due(nothing().state())).isEmpty();
    }
}
