package dev.interlude.benchmark;

import java.util.Locale;

/**
 * The end of a job.
 *
 * @param job its name
 * @param ratio ours to the limit
 * @param goal what the ratio must reach
 * @param atMost true when a smaller ratio is the better one
 * @param spread largest to smallest figure of the limit; above 1.5 the run says little
 * @param also whether everything else that the job checks holds
 */
record Verdict(String job, double ratio, double goal, boolean atMost, double spread, boolean also) {

    boolean met() {
        return also && (atMost ? ratio <= goal : ratio >= goal);
    }

    String line() {
        return String.format(
                Locale.ROOT, "%s ratio=%.2f goal=%.2f spread=%.2f", job, ratio, goal, spread);
    }
}
