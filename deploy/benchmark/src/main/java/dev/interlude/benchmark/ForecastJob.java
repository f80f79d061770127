package dev.interlude.benchmark;

import dev.interlude.checklist.forecast.Schedule;
import dev.interlude.checklist.forecast.Spread;
import dev.interlude.checklist.forecast.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * The forecast of a checklist with as many steps as there can be. Its limit is a time and not a
 * peer; how even the machine was is told by the draws, which every simulation has to make.
 */
final class ForecastJob {

    private static final double GOAL_MILLIS = 50;
    private static final int STEPS = 200;
    private static final int RUNS = 1_000;
    private static final int EARLIER = 20;
    private static final int LOOKS = 100;
    private static final Instant FROM = Instant.parse("2026-03-07T02:00:00Z");

    private final Random random = new Random(17);
    private final List<Task> tasks = tasks();
    private final double[] drawn = random.doubles(STEPS, 30, 3_000).sorted().toArray();

    /** Whatever was made is looked at, so that no compiler leaves it out. */
    private long seen;

    private ForecastJob() {}

    static Verdict run(Options options, Report report) {
        return new ForecastJob().measure(options, report);
    }

    private Verdict measure(Options options, Report report) {
        long warm = System.nanoTime() + Duration.ofSeconds(options.warmUp()).toNanos();
        while (System.nanoTime() < warm) {
            seen += forecast() + draws();
        }
        var limits = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (int round = 0; round < options.rounds(); round++) {
            limits.add(millis(this::draws));
            ours.add(millis(this::forecast));
        }
        Figures draws = Figures.of(limits, millis -> millis);
        Figures forecasts = Figures.of(ours, millis -> millis);
        report.title("%d steps, %,d runs, %d looks a round".formatted(STEPS, RUNS, LOOKS));
        report.table(
                List.of(
                        List.of("", "milliseconds, median of a round"),
                        List.of("draws alone", draws.text("%.1f")),
                        List.of("forecast", forecasts.text("%.1f"))));
        return new Verdict(
                "forecast", forecasts.median() / GOAL_MILLIS, 1, true, draws.spread(), seen != 0);
    }

    /** The median of many looks. */
    private double millis(LongSupplier look) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < LOOKS; i++) {
            long from = System.nanoTime();
            seen += look.getAsLong();
            all.add((System.nanoTime() - from) / 1e6);
        }
        return Figures.of(all, one -> one).median();
    }

    /** What a person who asks for it waits for: the schedule, and the two quantiles. */
    private long forecast() {
        return Schedule.of(tasks, FROM).criticalPath().size()
                + Spread.of(tasks, FROM, 1).p50().getEpochSecond();
    }

    private long draws() {
        var of = new SplittableRandom(3);
        long all = 0;
        for (int i = 0; i < RUNS * STEPS; i++) {
            double place = of.nextDouble() * (drawn.length - 1);
            int below = (int) place;
            all += Math.round(drawn[below] + (place - below) * (drawn[below + 1] - drawn[below]));
        }
        return all;
    }

    private List<Task> tasks() {
        List<Task> all = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            List<String> after = new ArrayList<>();
            for (int before = Math.max(0, i - 12); before < i; before++) {
                if (random.nextInt(4) == 0) {
                    after.add("s" + before);
                }
            }
            List<Duration> earlier = new ArrayList<>();
            for (int run = 0; run < EARLIER; run++) {
                earlier.add(Duration.ofSeconds(30 + random.nextInt(600)));
            }
            all.add(
                    new Task(
                            "s" + i,
                            Duration.ofMinutes(5),
                            after,
                            random.nextBoolean() ? "driver" : "buddy",
                            false,
                            FROM,
                            Duration.ZERO,
                            earlier));
        }
        return all;
    }
}
