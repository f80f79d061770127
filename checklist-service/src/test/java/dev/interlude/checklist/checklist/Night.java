package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.AddNote;
import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.AnswerConcern;
import dev.interlude.checklist.checklist.ChecklistCommand.AttachEvidence;
import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.CheckSlack;
import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.CompleteStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.DeclineSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowAnew;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ObserveSideEffect;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReorderSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewChecklist.Doubt;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviewStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.markdown.MarkdownReader;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import dev.interlude.testkit.DecisionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A night told by commands: each must be accepted, or the night fails. */
public final class Night {

    static final String WINDOW = "01980000-0000-7000-8000-00000000000a";
    static final Actor ANA = Actor.person("p-ana");
    static final Actor BEN = Actor.person("p-ben");
    static final Actor CARLA = Actor.person("p-carla");
    static final Actor ROBOT = Actor.machine("m-robot");

    /** Two lanes, a point of no return, a rollback. */
    static final String SMALL =
            """
            # Small
            ## Prepare
            - [ ] Look {#look 10m @driver}
            ## Carry out
            - [ ] Left {#left 20m @driver no-rollback:"harmless"}
            - [ ] Right {#right 10m @buddy}
            - [ ] Over {#over 5m @driver after:left,right no-return no-rollback:"no way back"}
            - [ ] Alone {#alone 5m @driver mode:solo after:over no-rollback:"nothing to undo"}
            ## Verify
            - [ ] Check {#check 10m @driver}
            ## Rollback
            - [ ] Left again {#left-again 15m @driver rollback-of:right}
            """;

    private final DeciderSpec<ChecklistCommand, ChecklistEvent, Checklist> past;
    private final List<ChecklistEvent> said;
    private long heard;

    private Night(
            DeciderSpec<ChecklistCommand, ChecklistEvent, Checklist> past,
            List<ChecklistEvent> said,
            long heard) {
        this.past = past;
        this.said = said;
        this.heard = heard;
    }

    static Night empty() {
        return new Night(DeciderSpec.given(new ChecklistDecider()), List.of(), 0);
    }

    /** Drafted by Ana; Ana drives, Ben is her buddy; announced for 02:00 to 04:00. */
    static Night announced(String markdown) {
        MarkdownPlan plan = MarkdownReader.read(markdown);
        return empty().did(new DraftChecklist(by(ANA, "01:00"), WINDOW, plan.title(), plan.steps()))
                .hears("01:00", new WindowNews.Planned(at("02:00"), at("04:00"), Acts.TEAM))
                .hears("01:01", new WindowNews.CrewNamed(ANA.id(), BEN.id(), null))
                .hears("01:02", new WindowNews.Announced(at("02:00"), at("04:00")));
    }

    /** The same, prepared and started at 02:00. */
    static Night started(String markdown) {
        return announced(markdown)
                .done(ANA, BEN, "01:10", "01:20", "look")
                .hears("02:00", new WindowNews.Started());
    }

    static Night story() {
        try {
            return announced(Files.readString(Path.of("../deploy/system-tests/story/rabbitmq.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Night did(ChecklistCommand command) {
        DecisionSpec<ChecklistCommand, ChecklistEvent, Checklist> decided = when(command);
        List<ChecklistEvent> all = new ArrayList<>(said);
        all.addAll(decided.events());
        return new Night(decided.next(), all, heard);
    }

    Night hears(String time, WindowNews news) {
        return hears(heard + 1, time, news);
    }

    Night hears(long sequence, String time, WindowNews news) {
        Night night =
                did(
                        new FollowWindow(
                                Acts.reaction("follow", at(time)),
                                WINDOW,
                                sequence,
                                at(time),
                                news));
        night.heard = sequence;
        return night;
    }

    Night starts(Actor who, String time, String step) {
        return did(new StartStep(by(who, time), step, null));
    }

    Night completes(Actor who, String time, String step) {
        return did(complete(by(who, time), step));
    }

    Night confirms(Actor who, String time, String... steps) {
        return did(new ConfirmSteps(by(who, time), List.of(steps)));
    }

    /** Started by one at a time, completed and confirmed by the other at another. */
    Night done(Actor who, Actor other, String from, String to, String step) {
        return starts(who, from, step).completes(who, to, step).confirms(other, to, step);
    }

    /** A night in which everything happens that a checklist can say. */
    public static Night eventful() {
        return announced(SMALL)
                .did(new ReviewChecklist(by(BEN, "01:05"), List.of(new Doubt("left", "sure?"))))
                .did(new AnswerConcern(by(ANA, "01:06"), 1, "yes"))
                .did(new ReviewStep(by(BEN, "01:06"), "right", "and this?"))
                .did(new AddStep(by(ANA, "01:06"), expecting(), null))
                .did(new RequestScript(by(ANA, "01:06"), "read-off", RUN))
                .did(new CancelScript(by(BEN, "01:06"), "read-off", "wrong one"))
                .did(new RequestScript(by(ANA, "01:06"), "read-off", AGAIN))
                .did(new ClaimScript(by(ROBOT, "01:06"), AGAIN, RUNNER, "host", "c"))
                .did(new LoseScript(Acts.timer("lease", at("01:06")), AGAIN))
                .did(new FinishScript(by(ROBOT, "01:06"), AGAIN, RUNNER, REPORT))
                .did(new RemoveStep(by(ANA, "01:06"), "read-off", null))
                .did(new ReviseStep(by(ANA, "01:06"), "left", expecting("left"), null))
                .did(new ReorderSteps(by(ANA, "01:06"), SWAPPED, null))
                .did(new AttachEvidence(by(ANA, "01:07"), "look", PICTURE))
                .did(new AddNote(by(ANA, "01:07"), "look", "dark in here"))
                .did(new ObserveSideEffect(by(BEN, "01:07"), "look", "light went on"))
                .did(new RequestSkip(by(ANA, "01:08"), "look", "looked yesterday"))
                .did(new DeclineSkip(by(BEN, "01:09"), "look", "look again"))
                .did(new RequestSkip(by(ANA, "01:10"), "look", "I did"))
                .did(new ConfirmSkip(by(BEN, "01:11"), "look"))
                .did(new RequestReopening(by(BEN, "01:12"), "look", "a node"))
                .did(new DeclineReopening(by(ANA, "01:12"), "look", "which one?"))
                .did(new RequestReopening(by(BEN, "01:12"), "look", "a new node"))
                .did(new ConfirmReopening(by(ANA, "01:13"), "look"))
                .done(ANA, BEN, "01:14", "01:20", "look")
                .hears("02:00", new WindowNews.Started())
                .starts(ANA, "02:00", "left")
                .did(new WithdrawStart(by(ANA, "02:01"), "left"))
                .starts(ANA, "02:02", "left")
                .did(new FailStep(by(ANA, "02:05"), "left", "time-out"))
                .did(new RetryStep(by(ANA, "02:06"), "left"))
                .starts(ANA, "02:06", "left")
                .did(
                        new CompleteStep(
                                by(ANA, "02:10"),
                                "left",
                                "log 17",
                                List.of("fans"),
                                BigDecimal.ONE,
                                null,
                                null,
                                false))
                .did(new RejectStep(by(BEN, "02:11"), "left", "not yet"))
                .did(new RetryStep(by(ANA, "02:12"), "left"))
                .done(ANA, BEN, "02:12", "02:15", "left")
                .done(BEN, ANA, "02:00", "02:10", "right")
                .did(new ClearStep(by(BEN, "02:20"), "over", true, "all quiet"))
                .starts(ANA, "02:21", "over")
                .did(new CheckSlack(Acts.timer("slack", at("03:50"))))
                .completes(ANA, "03:51", "over")
                .confirms(BEN, "03:52", "over")
                .completes(ANA, "03:53", "alone")
                .done(ANA, BEN, "03:54", "03:58", "check")
                .hears("03:58", new WindowNews.Held(1))
                .hears("03:59", new WindowNews.GlassBroken(1, ANA.id(), true))
                .hears("03:59", new WindowNews.RollbackBegan())
                .did(
                        new FollowAnew(
                                Acts.reaction("follow-anew", at("04:10")), WINDOW, 2, List.of()));
    }

    private static final List<String> SWAPPED =
            List.of("look", "right", "left", "over", "alone", "check", "left-again");

    private static final Attachment PICTURE =
            new Attachment(WINDOW, "look.png", "image/png", 17L, "a".repeat(64), null);

    private static final String RUN = "01980000-0000-7000-8000-0000000000a1";
    private static final String AGAIN = "01980000-0000-7000-8000-0000000000a2";
    private static final String RUNNER = "01980000-0000-7000-8000-0000000000b1";

    private static final ScriptReport REPORT =
            new ScriptReport(
                    ScriptReport.Ending.EXITED,
                    0,
                    at("01:05"),
                    at("01:06"),
                    17L,
                    "a".repeat(64),
                    "late",
                    null);

    private static StepDraft expecting() {
        return new StepDraft(
                "read-off",
                "Read off",
                Phase.PREPARE,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at("01:00"),
                at("01:30"),
                new Script("read-off", List.of("--quiet"), Duration.ofMinutes(1)),
                new Expectation(
                        "quiet",
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        "dB",
                        new Probe("http://localhost/", 200, Duration.ofSeconds(2), "/dB")));
    }

    private static StepPatch expecting(String step) {
        var expected = new Expectation("left of " + step, BigDecimal.ZERO, BigDecimal.TEN, null);
        return patch(expected, Set.of());
    }

    static StepPatch patch(@Nullable Expectation expectation, Set<String> remove) {
        return new StepPatch(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                expectation,
                remove);
    }

    DecisionSpec<ChecklistCommand, ChecklistEvent, Checklist> when(ChecklistCommand command) {
        return past.when(command);
    }

    /** Everything that was decided so far. */
    public List<ChecklistEvent> said() {
        return said;
    }

    Checklist state() {
        return past.state();
    }

    ChecklistEvent.ReadinessChanged readiness() {
        return Objects.requireNonNull(state().readiness());
    }

    Rollback rollback() {
        return Objects.requireNonNull(state().rollback());
    }

    StepState stateOf(String step) {
        Checklist state = state();
        return state.stateOf(state.step(step).orElseThrow());
    }

    static CompleteStep complete(Act act, String step) {
        return new CompleteStep(act, step, null, List.of(), null, null, null, false);
    }

    static Act by(Actor who, String time, String... roles) {
        return Acts.by(
                who, at(time), roles.length == 0 ? new String[] {"planner", "operator"} : roles);
    }

    static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2026, 3, 7)).toInstant(ZoneOffset.UTC);
    }
}
