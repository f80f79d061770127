package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.API;
import static dev.interlude.planner.window.Night.BUILDS;
import static dev.interlude.planner.window.Night.FOUR;
import static dev.interlude.planner.window.Night.MONDAY;
import static dev.interlude.planner.window.Night.TWO;
import static dev.interlude.planner.window.Night.ana;
import static dev.interlude.planner.window.Night.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.ProviderNotice.Status;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.TakeProviderNotice;
import dev.interlude.planner.window.WindowEvent.ProviderNoticeReceived;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The work of a provider goes as the provider says, by the rules that hold for people. */
class FollowingProviderTest {

    private static final Instant DURING = TWO.plusSeconds(600);

    private static ProviderNotice notice(
            String work, int sequence, Status status, Instant start, Instant end) {
        return new ProviderNotice(
                "example.net",
                "137.035999",
                work,
                sequence,
                status,
                start,
                end,
                Impact.OUTAGE,
                List.of("acme-widgets-as-a-service"),
                null);
    }

    private static TakeProviderNotice says(Instant at, int sequence, Status status) {
        return says(at, sequence, status, TWO, FOUR);
    }

    private static TakeProviderNotice says(
            Instant at, int sequence, Status status, Instant start, Instant end) {
        var notice = notice("WorkOrder-31415", sequence, status, start, end);
        return new TakeProviderNotice(ana(at), notice, NoticePolicy.DEFAULT);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> planned(boolean tentative) {
        return nothing()
                .at(MONDAY)
                .and(Night.planned(Kind.PROVIDER, Audience.PUBLIC, tentative, BUILDS, API));
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> announced(boolean tentative) {
        return planned(tentative).and(Night.ANNOUNCED);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> atWork() {
        return announced(false)
                .when(says(TWO, 1, Status.IN_PROCESS))
                .thenTypes(ProviderNoticeReceived.class, WindowStarted.class)
                .next();
    }

    private static State state(Window w) {
        return ((Known) w).state();
    }

    @Test
    void what_changes_nothing_is_on_record_and_what_is_said_twice_is_not() {
        announced(false)
                .when(says(MONDAY.plusSeconds(60), 0, Status.CONFIRMED))
                .thenTypes(ProviderNoticeReceived.class)
                .next()
                .when(says(MONDAY.plusSeconds(90), 0, Status.CONFIRMED))
                .thenNothing();
    }

    @Test
    void who_is_sure_confirms_what_was_tentative() {
        announced(true)
                .when(says(MONDAY.plusSeconds(60), 0, Status.TENTATIVE))
                .thenTypes(ProviderNoticeReceived.class)
                .next()
                .when(says(MONDAY.plusSeconds(90), 1, Status.CONFIRMED))
                .thenTypes(ProviderNoticeReceived.class, WindowConfirmed.class);
    }

    @Test
    void another_time_moves_what_has_not_begun() {
        Instant later = TWO.plus(Duration.ofDays(7));
        var moved =
                announced(true)
                        .when(
                                says(
                                        MONDAY.plusSeconds(60),
                                        1,
                                        Status.CONFIRMED,
                                        later,
                                        later.plusSeconds(7200)))
                        .thenTypes(
                                ProviderNoticeReceived.class,
                                WindowConfirmed.class,
                                WindowMoved.class);
        assertThat(moved.the(WindowMoved.class).start()).isEqualTo(later);
        assertThat(moved.the(WindowMoved.class).reason())
                .isEqualTo("example.net says so: WorkOrder-31415, notice 1");
    }

    /** What others do is told late rather than not at all, and how late is on record. */
    @Test
    void a_time_with_too_little_notice_is_told_all_the_same() {
        Instant soon = TWO.minus(Duration.ofDays(4));
        var moved =
                announced(false)
                        .when(says(soon.minusSeconds(3600), 1, Status.CONFIRMED, soon, FOUR))
                        .thenTypes(ProviderNoticeReceived.class, WindowMoved.class);
        assertThat(moved.the(WindowMoved.class).noticeGiven()).isEqualTo(Duration.ofHours(1));
        assertThat(moved.the(WindowMoved.class).noticeRequired()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void a_time_that_has_passed_is_no_plan() {
        announced(false)
                .when(says(TWO.minusSeconds(60), 1, Status.CONFIRMED, MONDAY, FOUR))
                .thenRejected("invalid");
    }

    @Test
    void it_begins_when_the_provider_begins_also_earlier() {
        announced(true)
                .when(
                        says(
                                TWO.minusSeconds(1800),
                                1,
                                Status.IN_PROCESS,
                                TWO.minusSeconds(2000),
                                FOUR))
                .thenTypes(
                        ProviderNoticeReceived.class, WindowConfirmed.class, WindowStarted.class);
        planned(false)
                .when(says(TWO, 1, Status.IN_PROCESS))
                .thenRejected("gate-closed", "gates", List.of("notice"));
    }

    @Test
    void a_later_end_of_what_goes_on_extends_it_and_an_earlier_one_promises_nothing() {
        Instant later = FOUR.plusSeconds(3600);
        atWork().when(says(DURING, 2, Status.IN_PROCESS, TWO, later))
                .thenTypes(ProviderNoticeReceived.class, WindowExtended.class)
                .next()
                .when(says(DURING.plusSeconds(60), 3, Status.IN_PROCESS, TWO, FOUR))
                .thenTypes(ProviderNoticeReceived.class)
                .thenState(w -> assertThat(((Known) w).plan().end()).isEqualTo(later));
    }

    @Test
    void it_is_over_when_the_provider_says_so_also_when_nobody_heard_of_the_start() {
        var done =
                atWork().when(says(DURING, 2, Status.COMPLETED))
                        .thenTypes(ProviderNoticeReceived.class, WindowCompleted.class);
        assertThat(done.the(WindowCompleted.class).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(done.the(WindowCompleted.class).actualEnd()).isEqualTo(DURING);
        announced(false)
                .when(says(FOUR, 2, Status.COMPLETED))
                .thenTypes(ProviderNoticeReceived.class, WindowStarted.class, WindowCompleted.class)
                .thenState(w -> assertThat(state(w)).isEqualTo(State.COMPLETED));
    }

    @Test
    void what_will_not_take_place_is_cancelled() {
        announced(false)
                .when(says(MONDAY.plusSeconds(60), 1, Status.CANCELLED))
                .thenTypes(ProviderNoticeReceived.class, WindowCancelled.class)
                .next()
                .when(says(MONDAY.plusSeconds(90), 2, Status.CANCELLED))
                .thenTypes(ProviderNoticeReceived.class)
                .next()
                .when(says(MONDAY.plusSeconds(99), 3, Status.CONFIRMED))
                .thenRejected("wrong-state");
    }

    @Test
    void of_two_notices_the_one_with_the_higher_sequence_holds() {
        var second = announced(false).when(says(MONDAY, 2, Status.CONFIRMED)).next();
        second.when(says(MONDAY, 1, Status.CANCELLED))
                .thenRejected("notice-outdated", "sequence", 2);
        announced(false)
                .when(says(MONDAY, 2, Status.CONFIRMED))
                .next()
                .when(says(MONDAY, 2, Status.CANCELLED))
                .thenRejected("notice-outdated");
    }

    @Test
    void a_window_follows_one_work() {
        var other = notice("WorkOrder-27182", 9, Status.CANCELLED, TWO, FOUR);
        announced(false)
                .when(says(MONDAY, 2, Status.CONFIRMED))
                .next()
                .when(new TakeProviderNotice(ana(MONDAY), other, NoticePolicy.DEFAULT))
                .thenRejected("other-maintenance", "maintenanceId", "WorkOrder-31415");
    }

    @Test
    void only_the_work_of_others_is_followed_and_only_by_who_may_plan_or_operate() {
        nothing()
                .at(MONDAY)
                .and(Night.planned(Kind.NORMAL, Audience.PUBLIC, false, BUILDS), Night.ANNOUNCED)
                .when(says(MONDAY, 1, Status.CANCELLED))
                .thenRejected("not-of-provider");
        announced(false)
                .when(
                        new TakeProviderNotice(
                                Night.stranger(MONDAY),
                                notice("WorkOrder-31415", 1, Status.CANCELLED, TWO, FOUR),
                                NoticePolicy.DEFAULT))
                .thenRejected("role-missing");
    }
}
