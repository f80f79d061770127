package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.AddStep;
import dev.interlude.checklist.checklist.ChecklistCommand.CancelScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.ClearStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps.Clearance;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.ExpireScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FailStep;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RejectStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RemoveStep;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestReopening;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestScript;
import dev.interlude.checklist.checklist.ChecklistCommand.RequestSkip;
import dev.interlude.checklist.checklist.ChecklistCommand.RetryStep;
import dev.interlude.checklist.checklist.ChecklistCommand.ReviseStep;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptClaimed;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.StepAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRevised;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.checklist.checklist.ScriptReport.Ending;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two or three people act on random plans, each on what they saw a moment ago. 2,000 runs; {@code
 * -Druns=100000 -Dseed=…} for more, or for the same again.
 */
class TogetherTest {

    private static final Instant TWO = Instant.parse("2026-03-07T02:00:00Z");
    private static final List<Actor> CREW = List.of(ANA, BEN, CARLA);
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final ChecklistDecider DECIDER = new ChecklistDecider();

    @Test
    void whatever_people_do_at_once_the_rules_hold() {
        long seed = Long.getLong("seed", System.nanoTime());
        int runs = Integer.getInteger("runs", 2_000);
        System.out.println("TogetherTest seed " + seed + ", " + runs + " runs");
        Random seeds = new Random(seed);
        long acts = 0;
        int finished = 0;
        for (int run = 0; run < runs; run++) {
            long one = seeds.nextLong();
            var night = new Chaos(one);
            try {
                night.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", run " + run + " of seed " + one, e);
            }
            acts += night.accepted;
            finished += night.state.finished() ? 1 : 0;
        }
        System.out.println("accepted " + acts + " acts, finished " + finished + " runs");
        assertThat(finished).isGreaterThan(runs / 10);
    }

    /** One run. */
    private static final class Chaos {
        private final Random random;
        private final List<Actor> crew;
        private final List<Recorded<ChecklistEvent>> log = new ArrayList<>();
        private final Map<String, Step> frozen = new HashMap<>();
        private final Map<String, Instant> workedUntil = new HashMap<>();
        private final Set<String> claimed = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private Checklist state = DECIDER.initial();
        private Checklist seen = state;
        private Instant now = TWO;
        private @Nullable Actor alone;
        private long accepted;
        private long heard;

        Chaos(long seed) {
            this.random = new Random(seed);
            this.crew = CREW.subList(0, 2 + random.nextInt(2));
        }

        void run() {
            does(new DraftChecklist(by(ANA), WINDOW, "Chaos", drafts()));
            hears(new WindowNews.Planned(TWO, TWO.plusSeconds(7_200), Acts.TEAM));
            hears(
                    new WindowNews.CrewNamed(
                            ANA.id(), BEN.id(), crew.size() > 2 ? CARLA.id() : null));
            hears(new WindowNews.Announced(TWO, TWO.plusSeconds(7_200)));
            hears(new WindowNews.Started());
            state.planned().forEach(step -> frozen.put(step.id(), step));
            boolean turned = false;
            for (int act = 0; act < 120 && !state.finished(); act++) {
                // two look at the same state, and act one after the other
                seen = state;
                for (int i = 0; i <= random.nextInt(3); i++) {
                    does(anything());
                }
                now = now.plusSeconds(random.nextInt(90));
                if (!turned && random.nextInt(200) == 0) {
                    turned = true;
                    hears(new WindowNews.RollbackBegan());
                }
                if (alone == null && random.nextInt(300) == 0) {
                    alone = ANA;
                    hears(new WindowNews.GlassBroken(1, ANA.id(), true));
                }
                if (random.nextInt(60) == 0) {
                    hears(new WindowNews.Held(1));
                } else if (state.window() != null && state.window().onHold()) {
                    hears(new WindowNews.Released(1));
                }
            }
            assertNothingIsLost();
        }

        private ChecklistCommand anything() {
            List<StepRecord> steps = List.copyOf(seen.steps().values());
            StepRecord s = steps.get(random.nextInt(steps.size()));
            String id = s.step().id();
            Act act = by(crew.get(random.nextInt(crew.size())));
            return switch (random.nextInt(10) == 0 ? StepState.Pending : seen.stateOf(s)) {
                case Pending -> odd(act, id);
                case AwaitingClearance -> new ClearStep(act, id, random.nextInt(5) > 0, null);
                case Ready ->
                        s.step().script() != null && random.nextBoolean()
                                ? new RequestScript(act, id, UUID.randomUUID().toString())
                                : random.nextBoolean()
                                        ? new StartStep(act, id, null)
                                        : Night.complete(act, id);
                case Running -> running(act, s);
                case AwaitingConfirmation ->
                        random.nextInt(8) == 0
                                ? new RejectStep(act, id, "no")
                                : confirming(act, id, steps);
                case Failed ->
                        random.nextBoolean()
                                ? new RetryStep(act, id)
                                : new StartStep(act, id, null);
                case Done, Skipped, RolledBack -> odd(act, id);
            };
        }

        /** Alone, or with a go for whatever, and the own next step. */
        private ChecklistCommand confirming(Act act, String id, List<StepRecord> steps) {
            String other = steps.get(random.nextInt(steps.size())).step().id();
            return random.nextBoolean()
                    ? new ConfirmSteps(act, List.of(id))
                    : new ConfirmSteps(
                            act,
                            List.of(id),
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(
                                            new Clearance(
                                                    other, true, null, GoNoGo.seen(seen, now))),
                            random.nextBoolean());
        }

        private ChecklistCommand running(Act act, StepRecord s) {
            String id = s.step().id();
            ScriptRun run = s.openRun();
            if (run == null) {
                return s.step().script() != null && random.nextBoolean()
                        ? new RequestScript(act, id, UUID.randomUUID().toString())
                        : Night.complete(act, id);
            }
            Act runner = Acts.by(Actor.machine("runner"), now);
            String one = "r" + random.nextInt(2);
            ScriptRun.Claim claim = run.claim();
            if (claim == null && random.nextInt(8) > 0) {
                return new ClaimScript(runner, run.id(), one, one, one);
            }
            return switch (random.nextInt(12)) {
                case 0 -> new CancelScript(act, id, null);
                case 1 -> new LoseScript(Acts.timer("lease", now), run.id());
                case 2 -> new ExpireScript(Acts.timer("script", now), run.id());
                case 3 -> new ClaimScript(runner, run.id(), one, one, one);
                case 4 -> Night.complete(act, id);
                default -> new FinishScript(runner, run.id(), one, report());
            };
        }

        private ScriptReport report() {
            Ending[] endings = Ending.values();
            Ending ending = random.nextBoolean() ? Ending.EXITED : endings[random.nextInt(5)];
            return new ScriptReport(
                    ending, random.nextInt(4) == 0 ? 1 : 0, now, now, 0L, null, null, null);
        }

        private ChecklistCommand odd(Act act, String id) {
            return switch (random.nextInt(14)) {
                case 0 -> new RequestSkip(act, id, "why not");
                case 1, 2 -> new ConfirmSkip(act, id);
                case 3 ->
                        random.nextInt(6) == 0
                                ? new RequestReopening(act, id, "again")
                                : fail(act, id);
                case 4 -> new ConfirmReopening(act, id);
                case 5 -> new FailStep(act, id, null);
                case 6 -> new WithdrawStart(act, id);
                case 7 -> new RemoveStep(act, id, random.nextInt(4) == 0 ? "not needed" : null);
                case 8 ->
                        random.nextInt(6) == 0
                                ? new AddStep(act, StepDraft.titled("More"), "found")
                                : fail(act, id);
                case 9 -> new ConfirmSteps(act, List.of(id));
                case 10 -> new StartStep(act, id, null);
                case 11 -> new ClearStep(act, id, true, null);
                case 12 -> new ReviseStep(act, id, mode(), "another way");
                default -> Night.complete(act, id);
            };
        }

        private StepPatch mode() {
            Mode mode = MODES.get(random.nextInt(MODES.size()));
            return new StepPatch(
                    null, null, null, null, null, null, mode, null, null, null, null, null, null,
                    null, null, null, Set.of());
        }

        private static ChecklistCommand fail(Act act, String id) {
            return new FailStep(act, id, "no");
        }

        private List<StepDraft> drafts() {
            List<StepDraft> drafts = new ArrayList<>();
            int size = 3 + random.nextInt(6);
            Phase[] phases = {Phase.PREPARE, Phase.CARRY_OUT, Phase.CARRY_OUT, Phase.VERIFY};
            for (int i = 0; i < size; i++) {
                Phase phase = phases[i * phases.length / size];
                List<String> after = new ArrayList<>();
                for (int before = 0; before < i; before++) {
                    if (random.nextInt(3) == 0) {
                        after.add("s" + before);
                    }
                }
                drafts.add(draft("s" + i, phase, after, null));
                if (phase == Phase.CARRY_OUT && random.nextBoolean()) {
                    drafts.add(draft("u" + i, Phase.ROLLBACK, List.of(), "s" + i));
                }
            }
            return drafts;
        }

        private StepDraft draft(
                String id, Phase phase, List<String> after, @Nullable String undoes) {
            boolean alone = random.nextInt(8) == 0;
            Mode two = random.nextBoolean() ? Mode.READ_DO : Mode.DO_CONFIRM;
            Mode mode = alone ? Mode.SOLO : two;
            boolean verify = phase == Phase.VERIFY && random.nextBoolean();
            return new StepDraft(
                    id,
                    id,
                    phase,
                    null,
                    Duration.ofMinutes(1 + random.nextInt(20)),
                    after,
                    random.nextBoolean() ? "driver" : "buddy",
                    mode,
                    null,
                    undoes,
                    null,
                    verify ? Verifies.BOTH : null,
                    null,
                    null,
                    null,
                    random.nextInt(3) == 0 ? new Script("s.sh", List.of(), null) : null,
                    null);
        }

        private Act by(Actor who) {
            return Acts.by(who, now, "planner", "operator");
        }

        private void hears(WindowNews news) {
            does(new FollowWindow(Acts.reaction("follow", now), WINDOW, ++heard, now, news));
        }

        private void does(ChecklistCommand command) {
            if (!(DECIDER.decide(command, state)
                    instanceof Decision.Accepted<ChecklistEvent>(var facts))) {
                return;
            }
            accepted++;
            Checklist before = state;
            for (Fact<ChecklistEvent> fact : facts) {
                Recorded<ChecklistEvent> event =
                        Recorded.decided(fact, command.act(), log.size() + 1L);
                if (fact.event() instanceof StepStarted e) {
                    assertDependenciesHold(e.stepId());
                    assertCleared(e, command.act().actor());
                }
                if (fact.event() instanceof StepRemoved e) {
                    assertThat(bound(e.stepId(), command.act().actor()))
                            .as("nobody takes away alone what two agreed on")
                            .isFalse();
                }
                if (fact.event() instanceof StepRevised e) {
                    Step old = state.step(e.step().id()).orElseThrow().step();
                    assertThat(
                                    e.step().mode().compareTo(old.mode()) > 0
                                            && bound(old.id(), command.act().actor()))
                            .as("no less is asked of it by one")
                            .isFalse();
                }
                if (fact.event() instanceof ScriptClaimed e) {
                    assertThat(claimed.add(e.runId())).as("given once").isTrue();
                }
                if (fact.event() instanceof ScriptFinished e) {
                    assertThat(ended.add(e.runId())).as("over once").isTrue();
                }
                if (fact.event() instanceof StepCompleted e) {
                    assertThat(state.step(e.stepId()).orElseThrow().progress())
                            .as("done once")
                            .isInstanceOf(Progress.Running.class);
                    workedUntil.put(e.stepId(), event.occurredAt());
                }
                log.add(event);
                state = DECIDER.evolve(state, event);
            }
            assertTwoPeople();
            assertNobodyIsStuck();
            assertThat(before.steps().keySet()).as("nothing is lost").satisfies(this::stillThere);
        }

        /** A step of the reviewed plan that needs a second person; who acts alone is free. */
        private boolean bound(String id, Actor by) {
            return frozen.containsKey(id)
                    && state.step(id).orElseThrow().step().mode() != Mode.SOLO
                    && !by.equals(alone);
        }

        private void assertDependenciesHold(String id) {
            StepRecord s = state.step(id).orElseThrow();
            assertThat(state.waitsFor(s.step()))
                    .as("dependencies of %s", id)
                    .allSatisfy(b ->
                            assertThat(state.step(b).orElseThrow().progress().settled()).isTrue());
        }

        private void assertCleared(StepStarted e, Actor starter) {
            StepRecord s = state.step(e.stepId()).orElseThrow();
            if (s.step().mode() == Mode.READ_DO) {
                StepRecord.Clearance clearance = s.clearance();
                assertThat(clearance).as("cleared").isNotNull();
                assertThat(clearance != null && clearance.go()).as("go").isTrue();
                if (e.breakGlass() == null) {
                    assertThat(clearance == null ? null : clearance.by())
                            .as("cleared by another")
                            .isNotEqualTo(starter);
                }
            }
        }

        /** Whatever was done and changed, somebody can go on. */
        private void assertNobodyIsStuck() {
            Window window = state.window();
            if (window == null || !window.state().underWay() || state.finished()) {
                return;
            }
            boolean runs =
                    state.steps().values().stream()
                            .anyMatch(s -> s.progress() instanceof Progress.Running);
            boolean goesOn =
                    state.onTheWay()
                            .anyMatch(s ->
                                    !s.progress().settled()
                                            && state.stateOf(s) != StepState.Pending);
            boolean nothingLeft = state.onTheWay().allMatch(s -> s.progress().settled());
            assertThat(runs || goesOn || nothingLeft).as("somebody can go on").isTrue();
        }

        private void assertTwoPeople() {
            for (StepRecord s : state.steps().values()) {
                if (s.progress() instanceof Progress.Done done) {
                    if (s.step().mode() == Mode.SOLO) {
                        assertThat(done.confirmer()).isNull();
                    } else if (done.breakGlass() == null) {
                        assertThat(done.confirmer()).isNotNull().isNotEqualTo(done.performer());
                    } else {
                        assertThat(done.confirmer()).isEqualTo(alone).isEqualTo(done.performer());
                    }
                    assertThat(done.completedAt())
                            .as("waiting for a person is no work")
                            .isEqualTo(workedUntil.get(s.step().id()));
                }
                if (s.progress() instanceof Progress.Skipped skipped) {
                    assertThat(skipped.confirmer()).isNotEqualTo(skipped.requester());
                }
            }
        }

        private void stillThere(Iterable<? extends String> before) {
            Set<String> gone = new TreeSet<>();
            before.forEach(gone::add);
            gone.removeAll(state.steps().keySet());
            for (Recorded<ChecklistEvent> event : log) {
                if (event.event() instanceof StepRemoved e) {
                    gone.remove(e.stepId());
                }
            }
            assertThat(gone).isEmpty();
        }

        /** The frozen plan, and what was said to deviate from it, is what there is in the end. */
        private void assertNothingIsLost() {
            Set<String> planned = new HashSet<>(frozen.keySet());
            for (Recorded<ChecklistEvent> event : log) {
                if (event.event() instanceof StepAdded e && e.reason() != null) {
                    planned.add(e.step().id());
                }
                if (event.event() instanceof StepRemoved e) {
                    assertThat(e.reason()).as("a deviation says why").isNotNull();
                    planned.remove(e.stepId());
                }
            }
            assertThat(state.steps().keySet()).isEqualTo(planned);
            Checklist again = DECIDER.initial();
            for (Recorded<ChecklistEvent> event : log) {
                again = DECIDER.evolve(again, event);
            }
            assertThat(again).as("the events are the state").isEqualTo(state);
            assertWaitingIsNoWork();
        }

        private void assertWaitingIsNoWork() {
            if (Lookout.from(state, now).isEmpty()) {
                return;
            }
            Instant hour = now.plusSeconds(3_600);
            boolean onlyWaiting =
                    state.onTheWay()
                            .allMatch(s ->
                                    s.progress().settled()
                                            || s.progress()
                                                    instanceof Progress.AwaitingConfirmation);
            if (onlyWaiting && !state.finished()) {
                assertThat(Lookout.from(state, hour).orElseThrow().p50()).isEqualTo(hour);
            }
        }
    }
}
