package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.NotUndone;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollbackTest {

    /** A, then B in one lane, C beside them, all behind them D; E is never begun. */
    private static final String FIVE =
            """
            # Five
            ## Carry out
            - [ ] A {#a 10m}
            - [ ] B {#b 10m}
            - [ ] C {#c 10m @buddy}
            - [ ] D {#d 10m @buddy after:b,c no-rollback:"harmless"}
            - [ ] E {#e 10m after:d}
            ## Verify
            - [ ] Works {#works 5m}
            - [ ] Answers {#answers 7m @buddy verifies:both}
            - [ ] As before {#as-before 4m @buddy verifies:rollback}
            ## Rollback
            - [ ] Tell the team {#tell 1m}
            - [ ] Not A {#not-a 2m rollback-of:a}
            - [ ] Not B {#not-b 3m rollback-of:b}
            - [ ] Not C {#not-c 20m @buddy rollback-of:c}
            - [ ] Not E {#not-e 9m rollback-of:e}
            - [ ] Clean up {#clean 1m}
            """;

    private static Night inTheMiddle() {
        return Night.announced(FIVE)
                .hears("02:00", new WindowNews.Started())
                .done(BEN, ANA, "02:01", "02:10", "c")
                .done(ANA, BEN, "02:00", "02:10", "a")
                .done(ANA, BEN, "02:11", "02:20", "b")
                .starts(BEN, "02:20", "d");
    }

    private static Night turning() {
        return inTheMiddle().hears("02:25", new WindowNews.RollbackBegan());
    }

    private static Undo undo(String id, String title, String undoes, String... after) {
        return new Undo(id, title, undoes.isEmpty() ? null : undoes, List.of(after));
    }

    @Test
    void what_was_begun_is_undone_the_last_one_first() {
        var decided =
                inTheMiddle()
                        .when(
                                new FollowWindow(
                                        Acts.reaction("follow", at("02:25")),
                                        WINDOW,
                                        99,
                                        at("02:25"),
                                        new WindowNews.RollbackBegan()))
                        .thenTypes(
                                WindowFollowed.class,
                                RollbackPlanned.class,
                                ReadinessChanged.class);
        RollbackPlanned way = decided.the(RollbackPlanned.class);
        assertThat(way.steps())
                .containsExactly(
                        undo("tell", "Tell the team", ""),
                        undo("not-c", "Not C", "c", "tell"),
                        undo("not-b", "Not B", "b", "tell"),
                        undo("not-a", "Not A", "a", "not-b"),
                        undo("clean", "Clean up", "", "not-c", "not-a"));
        assertThat(way.verify())
                .containsExactly(
                        undo("answers", "Answers", "", "clean"),
                        undo("as-before", "As before", "", "answers"));
        assertThat(way.notUndone()).containsExactly(new NotUndone("d", "D", "harmless"));
    }

    @Test
    void the_way_back_is_known_at_any_time() {
        Return now = Return.from(inTheMiddle().state(), at("02:25"));
        assertThat(now.begun()).isFalse();
        assertThat(now.way().steps()).extracting(Undo::stepId).contains("not-a", "not-b");
        // tell 1, not-c 20 beside not-b and not-a, clean 1, answers 7, as-before 4
        assertThat(now.schedule()).isNotNull();
        assertThat(now.schedule().end()).isEqualTo(at("02:58"));
        var outlook = Lookout.from(inTheMiddle().state(), at("02:25")).orElseThrow();
        assertThat(outlook.lastMoment()).isEqualTo(at("04:00").minus(Duration.ofMinutes(33)));
    }

    @Test
    void on_the_way_back_nothing_goes_forward() {
        Night night = turning();
        night.when(new StartStep(by(ANA, "02:26"), "e", null)).thenRejected("wrong-state");
        night.when(new StartStep(by(ANA, "02:26"), "works", null)).thenRejected("wrong-state");
        night.when(new StartStep(by(ANA, "02:26"), "not-e", null)).thenRejected("wrong-state");
        night.when(new StartStep(by(ANA, "02:26"), "not-b", null)).thenRejected("step-not-ready");
        // what runs may be brought to its end
        assertThat(night.completes(BEN, "02:27", "d").stateOf("d"))
                .isEqualTo(StepState.AwaitingConfirmation);
    }

    @Test
    void a_step_is_rolled_back_when_all_that_undoes_it_is_done() {
        Night night =
                turning()
                        .done(ANA, BEN, "02:26", "02:27", "tell")
                        .done(ANA, BEN, "02:27", "02:30", "not-b");
        assertThat(night.stateOf("b")).isEqualTo(StepState.RolledBack);
        assertThat(night.stateOf("a")).isEqualTo(StepState.Done);
    }

    @Test
    void it_is_over_when_it_is_done_and_verified() {
        Night night =
                turning()
                        .done(ANA, BEN, "02:26", "02:27", "tell")
                        .done(ANA, BEN, "02:27", "02:30", "not-b")
                        .done(BEN, ANA, "02:27", "02:47", "not-c")
                        .done(ANA, BEN, "02:30", "02:32", "not-a")
                        .starts(ANA, "02:47", "clean")
                        .completes(ANA, "02:48", "clean");
        assertThat(night.readiness().rolledBack()).isFalse();
        Night back = night.confirms(BEN, "02:48", "clean");
        assertThat(back.readiness().rolledBack()).isTrue();
        assertThat(back.readiness().rollbackVerified()).isFalse();
        assertThat(Lookout.from(back.state(), at("02:50")).orElseThrow().p50())
                .isEqualTo(at("03:01"));
        Night verifying =
                back.hears("02:48", new WindowNews.VerificationBegan())
                        .done(BEN, ANA, "02:50", "02:57", "answers")
                        .starts(BEN, "02:57", "as-before")
                        .completes(BEN, "03:01", "as-before");
        var last =
                verifying
                        .when(
                                new ChecklistCommand.ConfirmSteps(
                                        by(ANA, "03:02"), List.of("as-before")))
                        .thenTypes(
                                ChecklistEvent.StepConfirmed.class,
                                ReadinessChanged.class,
                                ChecklistFinished.class);
        assertThat(last.the(ReadinessChanged.class).rollbackVerified()).isTrue();
        assertThat(last.the(ReadinessChanged.class).open())
                .noneMatch(gate -> gate.gate().equals("verify"));
    }

    @Test
    void what_verifies_the_way_back_alone_is_none_of_the_way_forward() {
        Night night =
                Night.announced(
                                """
                                # Forward
                                - [ ] A {#a 10m}
                                ## Verify
                                - [ ] Works {#works 5m}
                                - [ ] As before {#as-before 40m verifies:rollback}
                                - [ ] Quiet {#quiet 5m}
                                ## Rollback
                                - [ ] Not A {#not-a rollback-of:a}
                                """)
                        .hears("02:00", new WindowNews.Started())
                        .done(ANA, BEN, "02:00", "02:10", "a");
        assertThat(Lookout.from(night.state(), at("02:10")).orElseThrow().p50())
                .as("nobody counts with it")
                .isEqualTo(at("02:20"));
        Night works = night.done(ANA, BEN, "02:10", "02:15", "works");
        works.when(new StartStep(by(ANA, "02:15"), "as-before", null)).thenRejected("wrong-state");
        // who follows it follows what it follows
        Night done = works.done(ANA, BEN, "02:15", "02:20", "quiet");
        assertThat(done.readiness().verified()).isTrue();
        assertThat(done.readiness().open()).noneMatch(gate -> gate.gate().equals("verify"));
        assertThat(done.state().finished()).isTrue();
        Night back =
                works.hears("02:20", new WindowNews.RollbackBegan())
                        .done(ANA, BEN, "02:21", "02:22", "not-a");
        assertThat(back.readiness().rolledBack()).isTrue();
        assertThat(back.readiness().rollbackVerified()).isFalse();
        assertThat(
                        back.done(ANA, BEN, "02:22", "02:30", "as-before")
                                .readiness()
                                .rollbackVerified())
                .isTrue();
    }

    @Test
    void nothing_waits_for_what_is_off_the_way() {
        Night night =
                Night.announced(
                                """
                                # Off
                                - [ ] A {#a no-rollback:x}
                                ## Verify
                                - [ ] One {#one verifies:rollback}
                                - [ ] Two {#two verifies:rollback}
                                - [ ] Three {#three}
                                """)
                        .hears("02:00", new WindowNews.Started());
        assertThat(night.state().waitsFor(night.state().step("three").orElseThrow().step()))
                .containsExactly("a");
        assertThat(night.stateOf("three")).isEqualTo(StepState.Pending);
        night.when(new StartStep(by(ANA, "02:01"), "three", null)).thenRejected("step-not-ready");
        assertThat(night.done(ANA, BEN, "02:01", "02:02", "a").stateOf("three"))
                .isEqualTo(StepState.Ready);
    }

    @Test
    void resumed_work_does_again_what_was_undone() {
        Night night =
                turning()
                        .done(ANA, BEN, "02:26", "02:27", "tell")
                        .done(ANA, BEN, "02:27", "02:30", "not-b")
                        .hears("02:31", new WindowNews.CarryOutResumed());
        assertThat(night.state().rollback()).isNull();
        assertThat(night.stateOf("b")).isEqualTo(StepState.Ready);
        assertThat(night.stateOf("a")).isEqualTo(StepState.Done);
        night.when(new StartStep(by(ANA, "02:32"), "not-a", null)).thenRejected("wrong-state");
        // and once more back: what was undone and not begun since stays undone
        Night again = night.hears("02:33", new WindowNews.RollbackBegan());
        assertThat(again.rollback().steps()).extracting(Undo::stepId).contains("not-a");
        assertThat(again.stateOf("tell")).isEqualTo(StepState.Ready);
    }

    @Test
    void rollback_steps_written_forward_are_walked_backward() {
        Night night =
                Night.announced(
                                """
                                # Forward
                                - [ ] A {#a}
                                - [ ] B {#b}
                                ## Rollback
                                - [ ] Not A {#not-a rollback-of:a}
                                - [ ] Not B {#not-b rollback-of:b after:not-a}
                                """)
                        .hears("02:00", new WindowNews.Started())
                        .done(ANA, BEN, "02:00", "02:05", "a")
                        .starts(ANA, "02:05", "b");
        assertThat(Return.from(night.state(), at("02:06")).way().steps())
                .containsExactly(undo("not-b", "Not B", "b"), undo("not-a", "Not A", "a", "not-b"));
        Night turned = night.hears("02:06", new WindowNews.RollbackBegan());
        // B still runs: it is brought to its end first
        assertThat(turned.stateOf("not-b")).isEqualTo(StepState.Pending);
        assertThat(turned.completes(ANA, "02:07", "b").stateOf("not-b")).isEqualTo(StepState.Ready);
    }

    @Test
    void a_cleared_step_is_cleared_anew_on_the_way_back() {
        Night night =
                Night.announced(
                                """
                                # Careful
                                - [ ] A {#a}
                                ## Verify
                                - [ ] Look {#look mode:read-do verifies:both}
                                ## Rollback
                                - [ ] Not A {#not-a rollback-of:a}
                                """)
                        .hears("02:00", new WindowNews.Started())
                        .done(ANA, BEN, "02:00", "02:05", "a")
                        .did(new ClearStep(by(BEN, "02:05"), "look", true, null))
                        .done(ANA, BEN, "02:06", "02:07", "look")
                        .hears("02:10", new WindowNews.RollbackBegan())
                        .done(ANA, BEN, "02:11", "02:12", "not-a");
        assertThat(night.stateOf("look")).isEqualTo(StepState.AwaitingClearance);
    }

    private static StepDraft further(
            String id, Phase phase, @Nullable String undoes, @Nullable Verifies verifies) {
        return new StepDraft(
                id, id, phase, null, null, null, null, null, null, undoes, null, verifies, null);
    }

    @Test
    void the_way_back_is_changed_as_a_deviation() {
        Night night = turning();
        StepDraft more = further("not-b-either", Phase.ROLLBACK, "b", null);
        night.when(new AddStep(by(ANA, "02:26"), more, null)).thenRejected("invalid");
        Night longer = night.did(new AddStep(by(ANA, "02:26"), more, "a leftover was found"));
        assertThat(longer.rollback().steps()).extracting(Undo::stepId).contains("not-b-either");
        assertThat(longer.rollback().verify().getFirst().dependsOn())
                .containsExactly("clean", "not-b-either");
        assertThat(longer.state().deviated()).hasSize(1);
        Night undone =
                longer.done(ANA, BEN, "02:26", "02:27", "tell")
                        .done(ANA, BEN, "02:27", "02:30", "not-b");
        assertThat(undone.stateOf("b")).as("more undoes it now").isEqualTo(StepState.Done);
        // it follows the last rollback step of its lane, as added steps do
        assertThat(undone.stateOf("not-b-either")).isEqualTo(StepState.Pending);
        Night less = undone.did(new RemoveStep(by(ANA, "02:31"), "not-b-either", "it was none"));
        assertThat(less.stateOf("b")).as("what undoes it is done").isEqualTo(StepState.RolledBack);
        assertThat(less.rollback().verify().getFirst().dependsOn()).containsExactly("clean");
        undone.when(new RemoveStep(by(BEN, "02:31"), "clean", "nothing to clean up"))
                .thenRejected("takes-two");
        Night shorter =
                undone.hears("02:31", new WindowNews.GlassBroken(1, BEN.id(), true))
                        .did(new RemoveStep(by(BEN, "02:31"), "clean", "nothing to clean up"));
        assertThat(shorter.rollback().steps()).extracting(Undo::stepId).doesNotContain("clean");
        assertThat(shorter.rollback().steps().getLast().dependsOn())
                .containsExactly("not-c", "not-a");
    }

    @Test
    void what_does_not_belong_to_the_way_back_stays_off_it() {
        Night night =
                turning()
                        .did(
                                new AddStep(
                                        by(ANA, "02:26"),
                                        further("not-e-either", Phase.ROLLBACK, "e", null),
                                        "for next time"))
                        .did(
                                new AddStep(
                                        by(ANA, "02:26"),
                                        further("quiet", Phase.VERIFY, null, Verifies.BOTH),
                                        "to be sure"));
        assertThat(night.rollback().of("not-e-either")).isNull();
        assertThat(night.rollback().verify()).extracting(Undo::stepId).contains("quiet");
        night.when(new StartStep(by(ANA, "02:27"), "not-e-either", null))
                .thenRejected("wrong-state");
    }

    @Test
    void on_the_way_back_the_order_follows_from_what_was_done_and_nobody_changes_it() {
        Night night = turning();
        List<String> planned = night.state().planned().stream().map(Step::id).toList();
        night.when(
                        new ChecklistCommand.ReorderSteps(
                                by(ANA, "02:27"), planned.reversed(), "as we like"))
                .thenRejected("wrong-state");
    }

    @Test
    void the_way_back_never_waits_for_itself() {
        Night night =
                turning()
                        .did(
                                new ReviseStep(
                                        by(ANA, "02:26"),
                                        "not-b",
                                        waitingFor(List.of("not-a", "tell")),
                                        "the other way round"));
        // not-a waits for not-b already
        assertThat(night.rollback().steps())
                .filteredOn(undo -> undo.stepId().equals("not-b"))
                .containsExactly(undo("not-b", "Not B", "b", "tell"));
    }

    private static StepPatch waitingFor(List<String> others) {
        return new StepPatch(
                null, null, null, null, others, null, null, null, null, null, null, null, null,
                null, null, null, Set.of());
    }
}
