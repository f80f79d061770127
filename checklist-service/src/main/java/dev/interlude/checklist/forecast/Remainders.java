package dev.interlude.checklist.forecast;

import java.util.List;
import java.util.SplittableRandom;

/** What is left of each task, in one run or another. Milliseconds. */
final class Remainders {

    private final Earlier[] earlier;
    private final double[] estimate;
    private final double[] elapsed;
    private final double[] gone;

    Remainders(List<Task> tasks) {
        int n = tasks.size();
        this.earlier = new Earlier[n];
        this.estimate = new double[n];
        this.elapsed = new double[n];
        this.gone = new double[n];
        for (int i = 0; i < n; i++) {
            Task task = tasks.get(i);
            earlier[i] = Earlier.of(task.earlier());
            estimate[i] = task.work().toMillis();
            if (task.running()) {
                elapsed[i] = task.elapsed().toMillis();
                // what has been running so long is one of those that took longer
                gone[i] = earlier[i].isEmpty() ? 0 : earlier[i].shareDoneBy(elapsed[i]);
            }
        }
    }

    /**
     * A further run.
     *
     * @param factor by which all that is only estimated is longer or shorter
     * @param work filled with what each task takes in it
     */
    void draw(double factor, SplittableRandom random, long[] work) {
        for (int i = 0; i < work.length; i++) {
            Earlier known = earlier[i];
            if (known.isEmpty()) {
                work[i] = Math.round(estimate[i] * factor);
            } else {
                double took = known.quantile(gone[i] + (1 - gone[i]) * random.nextDouble());
                work[i] = Math.max(0, Math.round(took - elapsed[i]));
            }
        }
    }
}
