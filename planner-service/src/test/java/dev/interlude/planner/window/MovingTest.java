package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovingTest {

    private static final Instant SIX = FIVE.plusSeconds(3600);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final PolicyUsed POLICY = new PolicyUsed("default", 1);

    private static MoveWindow move(Act act, Instant start, @Nullable Instant end) {
        return new MoveWindow(act, start, end, "parts are late", null, NoticePolicy.DEFAULT);
    }

    private static WindowMoved moved(
            Instant start, Instant end, int ordinal, @Nullable Duration noticeGiven) {
        return new WindowMoved(
                ID,
                TWO,
                FOUR,
                start,
                end,
                "parts are late",
                null,
                ordinal,
                true,
                noticeGiven,
                noticeGiven == null ? null : Duration.ofDays(3),
                noticeGiven == null ? null : POLICY,
                null);
    }

    private static Plan plan(Window w) {
        return ((Known) w).plan();
    }

    @Test
    void a_window_moves_to_another_time_and_its_audience_is_told() {
        Instant start = TWO.plus(WEEK);
        announced()
                .when(move(ana(MONDAY), start, FOUR.plus(WEEK)))
                .then(moved(start, FOUR.plus(WEEK), 1, Duration.between(MONDAY, start)))
                .thenState(w -> assertThat(plan(w).start()).isEqualTo(start))
                .thenState(w -> assertThat(plan(w).end()).isEqualTo(FOUR.plus(WEEK)));
    }

    @Test
    void without_an_end_it_keeps_its_length() {
        assertThat(
                        announced()
                                .when(move(ana(MONDAY), TWO.plus(WEEK), null))
                                .the(WindowMoved.class)
                                .end())
                .isEqualTo(FOUR.plus(WEEK));
    }

    @Test
    void what_nobody_was_told_of_moves_without_notice() {
        var e =
                withCrew()
                        .when(move(ana(TWO.minusSeconds(600)), FOUR, null))
                        .the(WindowMoved.class);
        assertThat(e.announced()).isFalse();
        assertThat(e.noticeGiven()).isNull();
        assertThat(e.policy()).isNull();
    }

    @Test
    void time_that_was_not_announced_before_needs_its_notice() {
        Instant late = TWO.minus(Duration.ofDays(2));
        announced()
                .when(move(ana(late), FOUR, SIX))
                .thenRejected("notice-too-short", "given", "PT50H");
        announced()
                .when(move(ana(late), TWO.minusSeconds(1800), FOUR))
                .thenRejected("notice-too-short", "given", "PT47H30M");
        announced()
                .when(move(ana(late), TWO, FOUR.plusSeconds(3601)))
                .thenRejected("notice-too-short", "given", "PT50H");
    }

    @Test
    void time_that_was_announced_needs_none() {
        Instant late = TWO.minusSeconds(60);
        announced()
                .when(move(ana(late), TWO, FOUR.minusSeconds(3600)))
                .then(moved(TWO, FOUR.minusSeconds(3600), 1, null));
    }

    @Test
    void a_delay_within_the_tolerance_is_told_and_not_gated() {
        Instant late = TWO.minusSeconds(60);
        announced()
                .when(move(ana(late), TWO.plusSeconds(3600), FIVE))
                .then(moved(TWO.plusSeconds(3600), FIVE, 1, null));
        announced()
                .when(move(ana(late), TWO.plusSeconds(3601), FIVE))
                .thenRejected("notice-too-short");
    }

    @Test
    void many_small_delays_are_no_way_around_the_notice() {
        announced()
                .and(moved(TWO.plusSeconds(3600), FIVE, 1, null))
                .when(move(ana(TWO), TWO.plusSeconds(5400), null))
                .thenRejected("notice-too-short");
    }

    @Test
    void after_a_move_with_notice_delays_count_from_there() {
        Instant start = TWO.plus(WEEK);
        announced()
                .and(moved(start, FOUR.plus(WEEK), 1, Duration.between(MONDAY, start)))
                .when(move(ana(start.minusSeconds(60)), start.plusSeconds(3600), null))
                .thenTypes(WindowMoved.class);
    }

    @Test
    void earlier_is_never_a_delay() {
        announced()
                .and(moved(TWO.plusSeconds(3600), FIVE, 1, null))
                .when(move(ana(TWO.minusSeconds(60)), TWO, null))
                .thenRejected("notice-too-short");
    }

    @Test
    void a_policy_that_only_warns_lets_it_through_and_the_record_shows_it() {
        var warns =
                new NoticePolicy(
                        "platform",
                        3,
                        NoticePolicy.DEFAULT.minimum(),
                        NoticePolicy.Mode.WARN,
                        Duration.ZERO,
                        null);
        var e =
                announced()
                        .when(
                                new MoveWindow(
                                        ana(TWO.minusSeconds(60)), FOUR, SIX, "late", null, warns))
                        .the(WindowMoved.class);
        assertThat(e.noticeGiven()).isEqualTo(Duration.ofMinutes(121));
        assertThat(e.noticeRequired()).isEqualTo(Duration.ofDays(3));
        assertThat(e.policy()).isEqualTo(new PolicyUsed("platform", 3));
    }

    @Test
    void an_override_lets_one_move_pass_and_the_record_names_it() {
        Instant late = TWO.minusSeconds(60);
        var overridden =
                announced()
                        .and(
                                new OverrideRequested(
                                        ID, 1, List.of("notice"), "must be", ANA.id()),
                                new GateOverridden(
                                        ID, 1, List.of("notice"), "must be", ANA.id(), BEN.id()))
                        .when(move(ana(late), FOUR, SIX));
        assertThat(overridden.the(WindowMoved.class).exceptions())
                .containsExactly(new PassedBy("notice", PassedBy.Means.OVERRIDE, 1));
        overridden.next().when(move(ana(late), SIX, null)).thenRejected("notice-too-short");
    }

    @Test
    void another_time_is_not_what_was_approved() {
        announced()
                .and(new WindowApproved(ID, BEN.id(), 5, null))
                .when(move(ana(MONDAY), TWO.plus(WEEK), null))
                .thenTypes(WindowMoved.class, ApprovalVoided.class);
    }

    @Test
    void reminders_and_the_end_are_planned_anew_by_the_same_append() {
        Instant start = TWO.plus(WEEK);
        announced()
                .and(new ReminderDue(ID, "P1D", TWO, TWO.minus(Duration.ofDays(1))))
                .when(move(ana(TWO.minusSeconds(7200)), start, null))
                .thenDue(
                        new Due("reminder/P1D", start.minus(Duration.ofDays(1))),
                        new Due("reminder/PT1H", start.minusSeconds(3600)),
                        new Due("delayed", start.plus(Timers.GRACE)),
                        new Due("overrun", FOUR.plus(WEEK)));
    }

    @Test
    void nobody_is_reminded_of_a_time_they_have_just_been_told() {
        announced()
                .when(move(ana(TWO.minusSeconds(60)), TWO.plusSeconds(1800), null))
                .thenDue(
                        new Due("delayed", TWO.plusSeconds(1800).plus(Timers.GRACE)),
                        new Due("overrun", FOUR.plusSeconds(1800)));
    }

    @Test
    void the_timers_of_the_old_time_do_nothing() {
        var w = announced().and(moved(TWO.plus(WEEK), FOUR.plus(WEEK), 1, WEEK));
        for (Due old :
                List.of(
                        new Due("reminder/PT1H", TWO.minusSeconds(3600)),
                        new Due("delayed", TWO.plus(Timers.GRACE)),
                        new Due("overrun", FOUR))) {
            w.when(new FireTimer(Acts.timer(old.name(), old.at()), old.name(), old.at()))
                    .thenNothing();
        }
    }

    @Test
    void a_late_start_is_made_good_by_another_time() {
        Instant now = TWO.plusSeconds(600);
        announced()
                .and(new StartDelayed(ID, TWO, TWO.plusSeconds(300)))
                .when(move(ana(now), TWO.plusSeconds(1800), null))
                .thenState(w -> assertThat(((Known) w).promise().timing().delayed()).isFalse())
                .thenDue(
                        new Due("delayed", TWO.plusSeconds(1800).plus(Timers.GRACE)),
                        new Due("overrun", FOUR.plusSeconds(1800)));
    }

    @Test
    void a_window_that_has_started_is_not_moved() {
        started()
                .when(move(ana(TWO), FIVE, SIX))
                .thenRejected("wrong-state", "state", "InProgress");
        verifying().when(move(ana(TWO), FIVE, SIX)).thenRejected("wrong-state");
        announced()
                .and(new WindowCancelled(ID, "no", true, null))
                .when(move(ana(MONDAY), FIVE, SIX))
                .thenRejected("wrong-state", "state", "Cancelled");
    }

    @Test
    void the_new_time_is_one_that_could_be_planned() {
        announced().when(move(ana(MONDAY), MONDAY, FOUR)).thenRejected("invalid");
        announced().when(move(ana(MONDAY), FOUR, FOUR)).thenRejected("invalid");
        announced()
                .when(move(ana(MONDAY), TWO, TWO.plus(Duration.ofDays(91))))
                .thenRejected("invalid");
        announced().when(move(ana(MONDAY), Instant.MAX, null)).thenRejected("invalid");
    }

    @Test
    void the_same_time_is_no_move() {
        announced().when(move(ana(MONDAY), TWO, FOUR)).thenNothing();
        announced().when(move(ana(TWO.minusSeconds(60)), TWO, null)).thenNothing();
    }

    @Test
    void only_a_planner_moves() {
        announced().when(move(ben(MONDAY), FIVE, SIX)).thenRejected("role-missing");
    }
}
