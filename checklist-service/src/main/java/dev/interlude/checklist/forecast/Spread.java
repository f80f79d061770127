package dev.interlude.checklist.forecast;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When the work will be done, in the middle and at the latest. A task whose earlier durations are
 * known takes one of those; all others take their estimate times one common factor, log-normal with
 * median 1 and a ninth decile of 2. Where nothing is known of any, these two are exact: the end
 * with the estimates as they are, and with all of them doubled. Else they come from runs with
 * random durations, always the same ones for a seed.
 *
 * @param p50 by then, half of the runs are done
 * @param p90 by then, nine of ten
 */
public record Spread(Instant p50, Instant p90) {

    static final int RUNS = 1_000;

    /** Of a log-normal factor whose ninth decile is 2: ln 2 / 1.2816. */
    private static final double SIGMA = Math.log(2) / Normal.quantile(0.9);

    private static final double[] FACTORS = factors();

    /**
     * Of these tasks, from an instant on.
     *
     * @param tasks acyclic, in the order of the checklist
     */
    public static Spread of(List<Task> tasks, Instant from, long seed) {
        return known(tasks)
                ? simulated(tasks, from, seed)
                : new Spread(
                        Schedule.of(tasks, from).end(),
                        Schedule.of(tasks.stream().map(task -> task.times(2)).toList(), from)
                                .end());
    }

    /** Whether earlier durations of any of them are known. */
    public static boolean known(List<Task> tasks) {
        return tasks.stream().anyMatch(task -> !task.earlier().isEmpty());
    }

    static Spread simulated(List<Task> tasks, Instant from, long seed) {
        var lanes = new Lanes(tasks, from);
        var remainders = new Remainders(tasks);
        var random = new SplittableRandom(seed);
        long[] work = new long[tasks.size()];
        long[] ends = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            remainders.draw(FACTORS[run], random, work);
            ends[run] = lanes.end(work);
        }
        Arrays.sort(ends);
        return new Spread(
                from.plusMillis(ends[RUNS / 2 - 1]), from.plusMillis(ends[RUNS * 9 / 10 - 1]));
    }

    private static double[] factors() {
        double[] factors = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            factors[i] = Math.exp(SIGMA * Normal.quantile((i + 0.5) / RUNS));
        }
        return factors;
    }
}
