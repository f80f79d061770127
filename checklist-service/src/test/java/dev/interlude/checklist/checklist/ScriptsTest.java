package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.ROBOT;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ExpireScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptCancelled;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptClaimed;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptReportedLate;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepFailed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.checklist.checklist.ScriptReport.Ending;
import dev.interlude.checklist.checklist.ScriptReport.Reading;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.testkit.Acts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final String RUN = "01980000-0000-7000-8000-0000000000a1";
    private static final String AGAIN = "01980000-0000-7000-8000-0000000000a2";
    private static final String RUNNER = "01980000-0000-7000-8000-0000000000b1";
    private static final String OTHER = "01980000-0000-7000-8000-0000000000b2";
    private static final String SHA = "0".repeat(64);

    private static final String SCRIPTED =
            """
            # Scripted
            ## Prepare
            - [ ] By hand {#hand after:}
            - [ ] Drain {#drain after: script:drain.sh arg:"--all" timeout:10m}
            - [ ] Late {#late after: script:late.sh not-before:2026-03-07T01:50:00Z}
            - [ ] Read {#read after: mode:read-do script:read.sh}
            - [ ] Count {#count after: script:count.sh expect:"left" at-most:5}
            - [ ] Look {#look after: expect:"left" at-most:5 probe:"http://localhost/x" probe-value:/n probe-within:2s}
            - [ ] Alone {#alone after: mode:solo script:alone.sh}
            """;

    private static Night night() {
        return Night.announced(SCRIPTED);
    }

    private static Night asked(String step) {
        return night().did(new RequestScript(by(ANA, "01:10"), step, RUN));
    }

    private static Night claimed(String step) {
        return asked(step).did(claim(RUN, RUNNER, "01:11"));
    }

    private static Act runner(String time) {
        return new Act(
                Actor.machine("runner-" + RUNNER),
                Acts.timer("x", at(time)).authority(),
                at(time),
                Acts.timer("x", at(time)).correlationId());
    }

    private static ClaimScript claim(String run, String runner, String time) {
        return new ClaimScript(runner(time), run, runner, "host", "c-" + runner);
    }

    private static ScriptReport report(
            Ending ending, @Nullable Integer exit, @Nullable Reading reading) {
        Instant from = at("01:11");
        return new ScriptReport(ending, exit, from, from.plusSeconds(90), 17L, SHA, null, reading);
    }

    private static FinishScript finish(ScriptReport report) {
        return new FinishScript(runner("01:13"), RUN, RUNNER, report);
    }

    private static FinishScript exits(int code) {
        return finish(report(Ending.EXITED, code, null));
    }

    private static ScriptRun run(Night night, String step) {
        return night.state().step(step).orElseThrow().scriptRuns().getLast();
    }

    private static ScriptRun.End end(Night night, String step) {
        return Objects.requireNonNull(run(night, step).end());
    }

    @Test
    void who_asks_for_the_script_starts_the_step() {
        var decided =
                night().when(new RequestScript(by(ANA, "01:10"), "drain", RUN))
                        .thenTypes(StepStarted.class, ScriptRequested.class);
        var requested = decided.the(ScriptRequested.class);
        assertThat(requested.team()).isEqualTo(Acts.TEAM);
        assertThat(requested.script())
                .isEqualTo(new Script("drain.sh", List.of("--all"), Duration.ofMinutes(10)));
        assertThat(asked("drain").stateOf("drain")).isEqualTo(StepState.Running);
    }

    @Test
    void only_who_may_start_it_may_ask() {
        Night night = night();
        night.when(new RequestScript(by(CARLA, "01:10"), "drain", RUN)).thenRejected("not-crew");
        night.when(new RequestScript(by(ROBOT, "01:10", "planner"), "drain", RUN))
                .thenRejected("role-missing");
        night.when(new RequestScript(by(ANA, "01:10"), "hand", RUN)).thenRejected("no-script");
        night.when(new RequestScript(by(ANA, "01:10"), "late", RUN)).thenRejected("too-early");
        night.when(new RequestScript(by(ANA, "01:10"), "read", RUN)).thenRejected("step-not-ready");
        night.did(new ClearStep(by(BEN, "01:10"), "read", true, null))
                .when(new RequestScript(by(BEN, "01:11"), "read", RUN))
                .thenRejected("same-person");
        night.hears("01:10", new WindowNews.Held(1))
                .when(new RequestScript(by(ANA, "01:11"), "drain", RUN))
                .thenRejected("work-held");
    }

    @Test
    void a_step_that_runs_gets_its_script_from_who_started_it() {
        Night started = night().did(new StartStep(by(ANA, "01:10"), "drain", null));
        started.when(new RequestScript(by(BEN, "01:11"), "drain", RUN)).thenRejected("wrong-state");
        started.when(new RequestScript(by(ANA, "01:11"), "drain", RUN))
                .thenTypes(ScriptRequested.class);
    }

    @Test
    void while_a_script_runs_nobody_ends_the_step_by_hand() {
        for (Night night : List.of(asked("drain"), claimed("drain"))) {
            night.when(Night.complete(by(ANA, "01:11"), "drain")).thenRejected("script-running");
            night.when(new FailStep(by(ANA, "01:11"), "drain", null))
                    .thenRejected("script-running");
            night.when(new WithdrawStart(by(ANA, "01:11"), "drain")).thenRejected("script-running");
            night.when(new RequestScript(by(ANA, "01:11"), "drain", AGAIN))
                    .thenRejected("script-running");
        }
    }

    @Test
    void a_request_is_given_to_one_runner_once() {
        Night asked = asked("drain");
        asked.when(claim(RUN, RUNNER, "01:11")).thenTypes(ScriptClaimed.class);
        Night claimed = claimed("drain");
        claimed.when(claim(RUN, OTHER, "01:12")).thenNothing();
        claimed.when(claim(RUN, RUNNER, "01:12")).thenNothing();
        asked.when(claim(AGAIN, RUNNER, "01:12")).thenNothing();
        claimed.did(exits(0)).when(claim(RUN, OTHER, "01:14")).thenNothing();
    }

    @Test
    void what_is_held_or_given_up_is_not_claimed() {
        Night asked = asked("drain");
        asked.hears("01:11", new WindowNews.Held(1))
                .when(claim(RUN, RUNNER, "01:11"))
                .thenNothing();
        asked.hears("01:11", new WindowNews.Cancelled())
                .when(claim(RUN, RUNNER, "01:11"))
                .thenNothing();
        asked.did(new CancelScript(by(BEN, "01:11"), "drain", null))
                .when(claim(RUN, RUNNER, "01:11"))
                .thenNothing();
    }

    @Test
    void success_completes_the_step_for_who_asked_and_another_confirms() {
        var decided =
                claimed("drain")
                        .when(exits(0))
                        .thenTypes(ScriptFinished.class, StepCompleted.class);
        assertThat(decided.the(ScriptFinished.class).outcome()).isEqualTo(ScriptOutcome.SUCCEEDED);
        assertThat(decided.the(ScriptFinished.class).took()).isEqualTo(Duration.ofSeconds(90));
        assertThat(decided.the(StepCompleted.class).performer()).isEqualTo("person:p-ana");
        Night done = claimed("drain").did(exits(0));
        assertThat(done.stateOf("drain")).isEqualTo(StepState.AwaitingConfirmation);
        done.when(new ConfirmSteps(by(ANA, "01:14"), List.of("drain"))).thenRejected("same-person");
        assertThat(done.confirms(BEN, "01:14", "drain").stateOf("drain")).isEqualTo(StepState.Done);
    }

    @Test
    void a_solo_step_is_done_by_its_script() {
        assertThat(claimed("alone").did(exits(0)).stateOf("alone")).isEqualTo(StepState.Done);
    }

    @Test
    void another_exit_code_fails_the_step_and_it_can_be_tried_again() {
        var decided =
                claimed("drain").when(exits(3)).thenTypes(ScriptFinished.class, StepFailed.class);
        assertThat(decided.the(StepFailed.class).reason()).isEqualTo("exit code 3");
        Night again =
                claimed("drain")
                        .did(exits(3))
                        .did(new RetryStep(by(ANA, "01:14"), "drain"))
                        .did(new RequestScript(by(ANA, "01:15"), "drain", AGAIN));
        assertThat(run(again, "drain").id()).isEqualTo(AGAIN);
        assertThat(again.state().step("drain").orElseThrow().scriptRuns()).hasSize(2);
    }

    @Test
    void the_outcome_says_what_the_runner_saw() {
        assertThat(outcome(report(Ending.TIMED_OUT, null, null)))
                .isEqualTo(ScriptOutcome.TIMED_OUT);
        assertThat(outcome(report(Ending.CANCELLED, null, null)))
                .isEqualTo(ScriptOutcome.CANCELLED);
        assertThat(outcome(report(Ending.LOST, null, null))).isEqualTo(ScriptOutcome.LOST);
        assertThat(outcome(report(Ending.NOT_STARTED, null, null))).isEqualTo(ScriptOutcome.FAILED);
        assertThat(outcome(report(Ending.EXITED, null, null))).isEqualTo(ScriptOutcome.FAILED);
    }

    private static ScriptOutcome outcome(ScriptReport report) {
        Night night = claimed("drain").did(finish(report));
        assertThat(night.stateOf("drain")).isEqualTo(StepState.Failed);
        return end(night, "drain").outcome();
    }

    @Test
    void a_value_that_nobody_probes_is_read_off_by_a_person() {
        Night over = claimed("count").did(exits(0));
        assertThat(over.stateOf("count")).isEqualTo(StepState.Running);
        over.when(Night.complete(by(ANA, "01:14"), "count")).thenTypes(StepCompleted.class);
    }

    @Test
    void a_probe_decides_without_a_script() {
        assertThat(asked("look").said().getLast()).isInstanceOf(ScriptRequested.class);
        var met = new Reading(200, Duration.ofMillis(40), new BigDecimal("5"), null);
        var decided =
                claimed("look")
                        .when(finish(report(Ending.EXITED, null, met)))
                        .thenTypes(ScriptFinished.class, StepCompleted.class);
        assertThat(decided.the(StepCompleted.class).value()).isEqualByComparingTo("5");
        assertThat(decided.the(StepCompleted.class).asExpected()).isTrue();
        var second = Duration.ofSeconds(1);
        assertThat(failure(new Reading(200, second, new BigDecimal("6"), null)))
                .isEqualTo("the probe found 6");
        assertThat(failure(new Reading(503, second, null, null)))
                .isEqualTo("the probe was answered with 503");
        assertThat(failure(new Reading(200, Duration.ofSeconds(3), BigDecimal.ONE, null)))
                .isEqualTo("the probe was answered after 3000 ms");
        assertThat(failure(new Reading(200, second, null, null)))
                .isEqualTo("the probe found no number at /n");
        assertThat(failure(new Reading(null, null, null, "refused")))
                .isEqualTo("the probe saw nothing: refused");
        assertThat(failure(null)).isEqualTo("the probe saw nothing");
    }

    private static @Nullable String failure(@Nullable Reading reading) {
        return claimed("look")
                .when(finish(report(Ending.EXITED, null, reading)))
                .the(StepFailed.class)
                .reason();
    }

    @Test
    void before_a_runner_has_it_a_cancelled_script_never_ran() {
        var decided =
                asked("drain")
                        .when(new CancelScript(by(BEN, "01:11"), "drain", "wrong"))
                        .thenTypes(ScriptCancelled.class, ScriptFinished.class);
        assertThat(decided.the(ScriptFinished.class).outcome()).isEqualTo(ScriptOutcome.CANCELLED);
        Night free = asked("drain").did(new CancelScript(by(BEN, "01:11"), "drain", "wrong"));
        assertThat(free.stateOf("drain")).isEqualTo(StepState.Running);
        free.when(new RequestScript(by(ANA, "01:12"), "drain", AGAIN))
                .thenTypes(ScriptRequested.class);
        free.when(Night.complete(by(ANA, "01:12"), "drain")).thenTypes(StepCompleted.class);
    }

    @Test
    void a_runner_is_told_to_end_it_and_says_when_it_has() {
        Night told = claimed("drain").did(new CancelScript(by(BEN, "01:12"), "drain", null));
        assertThat(run(told, "drain").cancelledAt()).isEqualTo(at("01:12"));
        assertThat(run(told, "drain").open()).isTrue();
        told.when(new CancelScript(by(ANA, "01:12"), "drain", null)).thenNothing();
        told.when(finish(report(Ending.CANCELLED, null, null)))
                .thenTypes(ScriptFinished.class, StepFailed.class);
        night().when(new CancelScript(by(BEN, "01:12"), "drain", null)).thenRejected("wrong-state");
        told.when(new CancelScript(by(CARLA, "01:12"), "drain", null)).thenRejected("not-crew");
    }

    @Test
    void a_lost_runner_frees_the_step() {
        asked("drain").when(new LoseScript(Acts.timer("lease", at("01:12")), RUN)).thenNothing();
        var decided =
                claimed("drain")
                        .when(new LoseScript(Acts.timer("lease", at("01:13")), RUN))
                        .thenTypes(ScriptFinished.class, StepFailed.class);
        assertThat(decided.the(ScriptFinished.class).outcome()).isEqualTo(ScriptOutcome.LOST);
        Night lost = lost();
        assertThat(lost.stateOf("drain")).isEqualTo(StepState.Failed);
        lost.when(new RetryStep(by(ANA, "01:14"), "drain"))
                .thenTypes(ChecklistEvent.StepRetried.class);
    }

    private static Night lost() {
        return claimed("drain").did(new LoseScript(Acts.timer("lease", at("01:13")), RUN));
    }

    @Test
    void a_result_after_the_loss_is_kept_and_changes_nothing() {
        Night back = lost().did(exits(0));
        assertThat(back.said().getLast()).isInstanceOf(ScriptReportedLate.class);
        assertThat(back.stateOf("drain")).isEqualTo(StepState.Failed);
        assertThat(end(back, "drain").outcome()).isEqualTo(ScriptOutcome.LOST);
        back.when(exits(0)).thenNothing();
        Night retried =
                lost().did(new RetryStep(by(ANA, "01:14"), "drain"))
                        .did(new RequestScript(by(ANA, "01:15"), "drain", AGAIN))
                        .did(exits(0));
        assertThat(retried.stateOf("drain")).isEqualTo(StepState.Running);
    }

    @Test
    void a_repeated_result_is_the_first_one() {
        claimed("drain").did(exits(0)).when(exits(0)).thenNothing();
        claimed("drain").did(exits(0)).when(exits(1)).thenNothing();
    }

    @Test
    void a_result_comes_from_who_has_the_run() {
        claimed("drain")
                .when(new FinishScript(runner("01:13"), RUN, OTHER, report(Ending.EXITED, 0, null)))
                .thenRejected("not-found");
        asked("drain").when(exits(0)).thenRejected("not-found");
        night().when(exits(0)).thenRejected("not-found");
    }

    @Test
    void what_no_runner_takes_in_time_does_not_run_by_surprise() {
        Night asked = asked("drain");
        assertThat(new ChecklistDecider().due(asked.state()))
                .contains(new Due("script/" + RUN, at("01:15")));
        asked.when(expires("01:14")).thenNothing();
        asked.when(expires("01:15")).thenTypes(ScriptFinished.class);
        Night given = asked.did(expires("01:15"));
        assertThat(end(given, "drain").outcome()).isEqualTo(ScriptOutcome.UNCLAIMED);
        assertThat(given.stateOf("drain")).isEqualTo(StepState.Running);
        given.when(claim(RUN, RUNNER, "01:16")).thenNothing();
        assertThat(new ChecklistDecider().due(given.state()))
                .noneMatch(due -> due.name().startsWith("script/"));
    }

    @Test
    void what_its_runner_does_not_end_in_time_is_given_up() {
        Night claimed = claimed("drain");
        assertThat(new ChecklistDecider().due(claimed.state()))
                .contains(new Due("script/" + RUN, at("01:22")));
        claimed.when(expires("01:20")).thenNothing();
        claimed.when(expires("01:22")).thenTypes(ScriptFinished.class, StepFailed.class);
        Night given = claimed.did(expires("01:22"));
        assertThat(end(given, "drain").outcome()).isEqualTo(ScriptOutcome.TIMED_OUT);
        given.when(exits(0)).thenTypes(ScriptReportedLate.class);
    }

    private static ExpireScript expires(String time) {
        return (ExpireScript)
                ChecklistDecider.whenDue(
                        new Due("script/" + RUN, at(time)), Acts.timer("script", at(time)));
    }

    @Test
    void a_step_that_is_undone_meanwhile_is_not_done_by_its_script() {
        String markdown =
                """
                # Way back
                ## Carry out
                - [ ] Go {#go script:go.sh}
                ## Verify
                - [ ] Look {#look script:look.sh verifies:both after:}
                ## Rollback
                - [ ] Undo {#undo rollback-of:go}
                """;
        Night turned =
                Night.announced(markdown)
                        .hears("02:00", new WindowNews.Started())
                        .did(new RequestScript(by(ANA, "02:01"), "look", RUN))
                        .did(claim(RUN, RUNNER, "02:02"))
                        .hears("02:03", new WindowNews.RollbackBegan());
        Night over =
                turned.did(
                        new FinishScript(
                                runner("02:04"), RUN, RUNNER, report(Ending.EXITED, 0, null)));
        assertThat(over.said().getLast()).isInstanceOf(ScriptFinished.class);
        assertThat(over.stateOf("look")).isEqualTo(StepState.Ready);
    }

    @Test
    void the_script_is_what_the_performer_is_offered() {
        assertThat(NextActs.of(night().state(), ANA.id(), at("01:10")))
                .contains(
                        new NextActs.NextAct("script-run", "drain"),
                        new NextActs.NextAct("start", "hand"));
        assertThat(NextActs.of(claimed("drain").state(), ANA.id(), at("01:12")))
                .noneMatch(act -> "drain".equals(act.stepId()));
    }

    @Test
    void a_probe_names_an_address_that_can_be_fetched() {
        for (String bad :
                List.of("ftp://x/", "http://user@x/", "http:///x", "nothing", "http://x y/")) {
            assertThat(faults(new Probe(bad, null, null, null)))
                    .containsKey("expectation/probe/url");
        }
        assertThat(faults(new Probe("http://x/", 99, Duration.ofSeconds(61), "n")))
                .containsOnlyKeys(
                        "expectation/probe/status",
                        "expectation/probe/within",
                        "expectation/probe/pointer");
        assertThat(faults(new Probe("https://x:8443/a?b=c", 204, Duration.ofMillis(5), "/a/0")))
                .isEmpty();
    }

    private static java.util.Map<String, String> faults(Probe probe) {
        Step step = night().state().step("hand").orElseThrow().step();
        return FieldRules.faults(
                new Step(
                        step.id(),
                        step.title(),
                        step.phase(),
                        null,
                        step.expectedDuration(),
                        List.of(),
                        step.lane(),
                        step.mode(),
                        List.of(),
                        null,
                        null,
                        step.verifies(),
                        false,
                        null,
                        null,
                        null,
                        new Expectation("x", null, null, null, probe)));
    }

    @Test
    void readiness_follows_a_script_as_it_follows_a_hand() {
        Night ready =
                Night.announced("# T\n## Prepare\n- [ ] Go {#go mode:solo script:go.sh}")
                        .did(new RequestScript(by(ANA, "01:10"), "go", RUN))
                        .did(claim(RUN, RUNNER, "01:11"));
        assertThat(ready.when(exits(0)).events())
                .anyMatch(e -> e instanceof ReadinessChanged r && r.prepared());
    }
}
