package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps.Clearance;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist.Doubt;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCleared;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.checklist.checklist.NextActs.NextAct;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.testkit.DecisionSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One act of the night: what another did is done, what comes next may begin, and one goes on. */
class ConfirmingTest {

    private static final String READ_DO =
            """
            # Read
            ## Carry out
            - [ ] First {#first 10m @driver no-rollback:x}
            - [ ] Second {#second 10m @driver mode:read-do no-rollback:x}
            - [ ] Third {#third 10m @driver mode:read-do no-rollback:x}
            - [ ] Aside {#aside 10m @buddy no-rollback:x}
            - [ ] Beside {#beside 10m @buddy mode:read-do no-rollback:x}
            """;

    /** Left waits to be confirmed; over may begin then. */
    private static Night beforeTheEdge() {
        return Night.started(SMALL)
                .done(BEN, ANA, "02:00", "02:10", "right")
                .starts(ANA, "02:00", "left")
                .completes(ANA, "02:20", "left");
    }

    private static Night reading() {
        return Night.announced(READ_DO)
                .hears("02:00", new WindowNews.Started())
                .starts(ANA, "02:00", "first")
                .completes(ANA, "02:10", "first");
    }

    private static Seen seen(Night night, String time) {
        return Objects.requireNonNull(GoNoGo.seen(night.state(), at(time)));
    }

    private static DecisionSpec<ChecklistCommand, ChecklistEvent, Checklist> go(
            Night night, Actor who, String time, String step, @Nullable Seen seen) {
        return night.when(
                new ConfirmSteps(
                        by(who, time),
                        List.of("left"),
                        List.of(new Clearance(step, true, "all quiet", seen)),
                        false));
    }

    @Test
    void a_go_comes_along_with_the_confirmation_before_it() {
        Night night = beforeTheEdge();
        var decided = go(night, BEN, "02:21", "over", seen(night, "02:20"));
        decided.thenTypes(StepConfirmed.class, StepCleared.class);
        assertThat(decided.the(StepCleared.class).seen()).isEqualTo(seen(night, "02:21"));
        assertThat(decided.state().stateOf(decided.state().step("over").orElseThrow()))
                .isEqualTo(StepState.Ready);
    }

    @Test
    void the_go_of_a_point_of_no_return_says_what_it_rests_on() {
        go(beforeTheEdge(), BEN, "02:21", "over", null).thenRejected("invalid");
    }

    @Test
    void a_go_does_not_hold_once_five_minutes_are_lost() {
        Night night = beforeTheEdge();
        Seen then = seen(night, "02:20");
        go(night, BEN, "02:24", "over", then).thenTypes(StepConfirmed.class, StepCleared.class);
        go(night, BEN, "02:25", "over", then).thenRejected("seen-differs");
        for (Duration slack : List.of(Duration.ofHours(9), Duration.ofSeconds(Long.MAX_VALUE))) {
            Seen dream =
                    new Seen(
                            then.p50(),
                            then.p90(),
                            then.announcedEnd(),
                            slack,
                            then.rollbackReserve(),
                            0);
            go(night, BEN, "02:20", "over", dream).thenRejected("seen-differs");
        }
        Seen gloomy =
                new Seen(
                        then.p50(),
                        then.p90(),
                        then.announcedEnd(),
                        Duration.ofSeconds(Long.MIN_VALUE),
                        then.rollbackReserve(),
                        0);
        go(night, BEN, "02:20", "over", gloomy).thenTypes(StepConfirmed.class, StepCleared.class);
    }

    @Test
    void a_go_does_not_hold_when_the_way_back_is_not_looked_at() {
        Night night = beforeTheEdge();
        Seen then = seen(night, "02:20");
        assertThat(then.rollbackReserve()).isNotNull();
        Seen without = new Seen(then.p50(), then.p90(), then.announcedEnd(), then.slack(), null, 0);
        go(night, BEN, "02:20", "over", without).thenRejected("seen-differs");
    }

    @Test
    void a_go_does_not_hold_for_another_end_or_another_concern() {
        Night night = beforeTheEdge();
        Seen then = seen(night, "02:20");
        Night moved = night.hears("02:20", new WindowNews.EndMoved(at("05:00")));
        go(moved, BEN, "02:20", "over", then).thenRejected("seen-differs");
        Night doubted =
                night.did(
                        new ReviewChecklist(
                                by(BEN, "02:20"), List.of(new Doubt("over", "really?"))));
        go(doubted, BEN, "02:20", "over", then).thenRejected("seen-differs");
        go(doubted, BEN, "02:20", "over", seen(doubted, "02:20"))
                .thenTypes(StepConfirmed.class, StepCleared.class);
    }

    @Test
    void a_no_go_needs_no_reasons_to_hold() {
        beforeTheEdge()
                .when(
                        new ConfirmSteps(
                                by(BEN, "02:21"),
                                List.of("left"),
                                List.of(new Clearance("over", false, "disk alarm", null)),
                                false))
                .thenTypes(StepConfirmed.class, StepCleared.class);
    }

    @Test
    void what_a_go_alone_rests_on_may_be_said_and_must_hold_then() {
        Night night = beforeTheEdge().confirms(BEN, "02:21", "left");
        Seen then = seen(night, "02:21");
        night.when(new ClearStep(by(BEN, "02:22"), "over", true, null, then))
                .thenTypes(StepCleared.class);
        night.when(new ClearStep(by(BEN, "02:40"), "over", true, null, then))
                .thenRejected("seen-differs");
        night.when(new ClearStep(by(BEN, "02:40"), "over", false, null, then))
                .thenTypes(StepCleared.class);
    }

    @Test
    void it_takes_the_same_two_people_as_act_by_act() {
        Night night = beforeTheEdge();
        go(night, ANA, "02:21", "over", seen(night, "02:20")).thenRejected("same-person");
        Night cleared =
                night.did(
                        new ConfirmSteps(
                                by(BEN, "02:21"),
                                List.of("left"),
                                List.of(new Clearance("over", true, null, seen(night, "02:21"))),
                                true));
        cleared.when(new StartStep(by(BEN, "02:22"), "over", null)).thenRejected("same-person");
        assertThat(cleared.starts(ANA, "02:22", "over").stateOf("over"))
                .isEqualTo(StepState.Running);
    }

    @Test
    void what_is_not_free_by_that_is_not_cleared_and_nothing_is_confirmed() {
        Night night = reading();
        night.when(
                        new ConfirmSteps(
                                by(BEN, "02:11"),
                                List.of("first"),
                                List.of(
                                        new Clearance("second", true, null, null),
                                        new Clearance("third", true, null, null)),
                                false))
                .thenRejected("step-not-ready");
        assertThat(night.stateOf("first")).isEqualTo(StepState.AwaitingConfirmation);
    }

    @Test
    void who_confirms_goes_on_with_their_own_lane() {
        Night night = reading();
        var decided =
                night.when(
                        new ConfirmSteps(
                                by(BEN, "02:11"),
                                List.of("first"),
                                List.of(new Clearance("second", true, null, null)),
                                true));
        decided.thenTypes(
                StepConfirmed.class, StepCleared.class, StepStarted.class, ReadinessChanged.class);
        assertThat(decided.the(StepStarted.class).stepId()).isEqualTo("aside");
    }

    @Test
    void who_is_at_a_step_is_given_no_second_one() {
        reading()
                .starts(BEN, "02:05", "aside")
                .when(new ConfirmSteps(by(BEN, "02:11"), List.of("first"), List.of(), true))
                .thenTypes(StepConfirmed.class, ReadinessChanged.class);
    }

    @Test
    void a_step_that_failed_is_not_begun_again_unasked() {
        reading()
                .starts(BEN, "02:05", "aside")
                .did(new ChecklistCommand.FailStep(by(BEN, "02:06"), "aside", null))
                .when(new ConfirmSteps(by(BEN, "02:11"), List.of("first"), List.of(), true))
                .thenTypes(StepConfirmed.class, ReadinessChanged.class);
    }

    @Test
    void what_may_be_cleared_along_is_shown_beforehand_to_who_may() {
        Night night = reading();
        assertThat(NextActs.of(night.state(), BEN.id(), at("02:11")))
                .contains(new NextAct("clearance", "second", List.of("first")))
                .contains(new NextAct("confirmation", "first", null));
        assertThat(NextActs.of(night.state(), ANA.id(), at("02:11")))
                .noneMatch(next -> next.act().equals("clearance") && next.with() != null);
    }

    /** The one kind of step that costs the second person two acts. */
    @Test
    void a_go_that_follows_no_confirmation_of_theirs_is_an_act_of_its_own() {
        Night first =
                Night.announced("- [ ] Read {#read 5m @driver mode:read-do no-rollback:x}\n")
                        .hears("02:00", new WindowNews.Started());
        assertThat(NextActs.of(first.state(), BEN.id(), at("02:00")))
                .contains(new NextAct("clearance", "read", null));
        // what ana clears comes after what ben has done, so it is she who confirms before it
        Night beside = reading().starts(BEN, "02:00", "aside").completes(BEN, "02:11", "aside");
        assertThat(NextActs.of(beside.state(), ANA.id(), at("02:11")))
                .contains(new NextAct("clearance", "beside", List.of("aside")));
    }
}
