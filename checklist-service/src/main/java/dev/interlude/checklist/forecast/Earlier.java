package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.util.List;

/**
 * How long something took before, as a distribution: its quantiles are the earlier durations, with
 * straight lines between them, and nothing beyond the shortest and the longest.
 */
public final class Earlier {

    /** With fewer earlier runs the estimate says more. */
    public static final int ENOUGH = 3;

    private final double[] sorted;

    private Earlier(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of these durations, in any order. */
    public static Earlier of(List<Duration> durations) {
        return new Earlier(durations.stream().mapToDouble(Duration::toMillis).sorted().toArray());
    }

    /** Whether nothing is known; then nothing can be asked of it. */
    boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The duration in the middle. */
    public Duration median() {
        return Duration.ofMillis(Math.round(quantile(0.5)));
    }

    /** Milliseconds within which that share of the runs was done. */
    double quantile(double share) {
        double place = share * sorted.length - 0.5;
        if (place <= 0) {
            return sorted[0];
        }
        int below = (int) place;
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        double part = place - below;
        return sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /** The share of runs that were done after so many milliseconds; 1 beyond the longest. */
    double shareDoneBy(double millis) {
        int n = sorted.length;
        if (millis >= sorted[n - 1]) {
            return 1;
        }
        if (millis < sorted[0]) {
            return 0;
        }
        int below = 0;
        while (sorted[below + 1] <= millis) {
            below++;
        }
        double part = (millis - sorted[below]) / (sorted[below + 1] - sorted[below]);
        return (below + 0.5 + part) / n;
    }
}
