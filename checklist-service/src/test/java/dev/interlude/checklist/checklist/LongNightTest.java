package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistCommand.StartStep;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * As many steps as a checklist can have, with earlier runs of most, are looked at in a small
 * multiple of the time that drawing the durations of a thousand runs takes by itself. That is
 * measured in turns with it, so that a slow or busy machine fails nobody; {@code ./interlude bench
 * forecast} tells the milliseconds.
 */
class LongNightTest {

    private static final int LOOKS = 10;
    private static final int RUNS = 1_000;
    private static final int STEPS = 200;
    private static final ChecklistDecider DECIDER = new ChecklistDecider();

    private final Random random = new Random(17);

    @Test
    void two_hundred_steps_are_forecast_in_the_time_of_a_few_draws() {
        Checklist night = started(STEPS, 0);
        assertQuick(
                "forecast of 200 steps",
                20,
                () -> Lookout.from(night, at("02:30")).orElseThrow().p50().toEpochMilli());
    }

    @Test
    void the_next_word_on_two_hundred_steps_takes_two_forecasts() {
        Checklist night = started(STEPS, 0);
        assertQuick("next word on 200 steps", 40, () -> DECIDER.due(night).size());
    }

    @Test
    void the_way_back_over_a_hundred_steps_is_no_dearer() {
        Checklist night = started(STEPS / 2, STEPS / 2);
        assertQuick(
                "way back over 100 steps",
                20,
                () -> Return.from(night, at("02:30")).way().steps().size());
    }

    private void assertQuick(String what, int most, LongSupplier look) {
        double[] earlier = random.doubles(STEPS, 30, 3_000).sorted().toArray();
        long looked = Long.MAX_VALUE;
        long drawn = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            looked = Math.min(looked, nanos(look));
            drawn = Math.min(drawn, nanos(() -> draws(earlier)));
        }
        System.out.printf("%s: %d µs at best, draws %d µs%n", what, looked / 1_000, drawn / 1_000);
        assertThat((double) looked / drawn).as(what).isLessThan(most);
    }

    private static long nanos(LongSupplier work) {
        long from = System.nanoTime();
        assertThat(work.getAsLong()).isNotZero();
        return System.nanoTime() - from;
    }

    /** A thousand times a duration between two earlier ones for each step. */
    private static long draws(double[] earlier) {
        var of = new SplittableRandom(3);
        long all = 0;
        for (int i = 0; i < RUNS * STEPS; i++) {
            double place = of.nextDouble() * (earlier.length - 1);
            int below = (int) place;
            all +=
                    Math.round(
                            earlier[below]
                                    + (place - below) * (earlier[below + 1] - earlier[below]));
        }
        return all;
    }

    /** Under way, with a start of each step that could be started. */
    private Checklist started(int forward, int back) {
        List<StepDraft> drafts = new ArrayList<>();
        for (int i = 0; i < forward; i++) {
            List<String> after = new ArrayList<>();
            for (int before = Math.max(0, i - 12); before < i; before++) {
                if (random.nextInt(4) == 0) {
                    after.add("s" + before);
                }
            }
            String reason = i < back ? null : "nothing to undo";
            drafts.add(draft("s" + i, Phase.CARRY_OUT, after, null, reason));
        }
        for (int i = 0; i < back; i++) {
            drafts.add(draft("u" + i, Phase.ROLLBACK, List.of(), "s" + i, null));
        }
        Map<String, List<Duration>> earlier = new HashMap<>();
        for (int i = 0; i < forward; i++) {
            List<Duration> took = new ArrayList<>();
            for (int run = 0; run < random.nextInt(21); run++) {
                took.add(Duration.ofSeconds(30 + random.nextInt(600)));
            }
            earlier.put("s" + i, took);
        }
        Checklist night =
                decided(
                        new DraftChecklist(by(ANA, "01:00"), WINDOW, "Long", drafts, null, earlier),
                        Checklist.NONE);
        night = heard(night, 1, new WindowNews.Planned(at("02:00"), at("04:00"), Acts.TEAM));
        night = heard(night, 2, new WindowNews.CrewNamed(ANA.id(), BEN.id(), null));
        night = heard(night, 3, new WindowNews.Announced(at("02:00"), at("23:00")));
        night = heard(night, 4, new WindowNews.Started());
        for (int i = 0; i < forward; i++) {
            StepRecord step = night.step("s" + i).orElseThrow();
            if (back > 0 && night.stateOf(step) == StepState.Ready) {
                night = decided(new StartStep(by(ANA, "02:00"), "s" + i, null), night);
                night = decided(Night.complete(by(ANA, "02:01"), "s" + i), night);
            }
        }
        return night;
    }

    private static StepDraft draft(
            String id,
            Phase phase,
            List<String> after,
            @Nullable String undoes,
            @Nullable String reason) {
        boolean buddy = Math.floorMod(id.hashCode(), 2) == 0;
        return new StepDraft(
                id,
                id,
                phase,
                null,
                Duration.ofMinutes(1 + id.length()),
                after,
                buddy ? "buddy" : "driver",
                Mode.SOLO,
                null,
                undoes,
                reason,
                null,
                null);
    }

    private static Checklist heard(Checklist night, long sequence, WindowNews news) {
        return decided(
                new FollowWindow(
                        Acts.reaction("follow", at("02:00")), WINDOW, sequence, at("02:00"), news),
                night);
    }

    private static Checklist decided(ChecklistCommand command, Checklist night) {
        if (!(DECIDER.decide(command, night)
                instanceof Decision.Accepted<ChecklistEvent>(var facts))) {
            throw new AssertionError(command + " was refused");
        }
        Checklist next = night;
        for (Fact<ChecklistEvent> fact : facts) {
            next = DECIDER.evolve(next, Recorded.decided(fact, command.act(), 1));
        }
        return next;
    }
}
