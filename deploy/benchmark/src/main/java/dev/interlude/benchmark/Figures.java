package dev.interlude.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Figures of several rounds, one each.
 *
 * @param values in the order they were taken
 */
record Figures(double... values) {

    static <T> Figures of(Iterable<T> rounds, ToDoubleFunction<T> figure) {
        var values = new java.util.ArrayList<Double>();
        rounds.forEach(round -> values.add(figure.applyAsDouble(round)));
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double min() {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    double max() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /** Largest to smallest. */
    double spread() {
        return max() / min();
    }

    /** Median and, in brackets, all of them. */
    String text(String format) {
        var all = new StringBuilder(String.format(Locale.ROOT, format, median())).append(" (");
        for (int i = 0; i < values.length; i++) {
            all.append(i == 0 ? "" : " · ").append(String.format(Locale.ROOT, format, values[i]));
        }
        return all.append(')').toString();
    }
}
