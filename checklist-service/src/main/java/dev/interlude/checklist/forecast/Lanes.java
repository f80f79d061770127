package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same rule as {@link Schedule}, made ready for many runs one after the other: who does what
 * next is decided by the plan, and each run takes what it takes. Times are milliseconds from the
 * beginning. A run goes from one instant at which something changes to the next, and makes no
 * objects.
 */
final class Lanes {

    private final int[] worker;
    private final int[][] followers;
    private final int[] unmet;
    private final long[] opens;
    private final boolean[] running;
    private final int[] rankOf;
    private final int[][] byRank;

    // where one run stands
    private final int[] left;
    private final long[] busyUntil;
    private final long[][] ready;
    private final int[] waiting;
    private final Changes changes;
    private long now;
    private long last;

    Lanes(List<Task> tasks, Instant from) {
        int n = tasks.size();
        var graph = new Graph(tasks);
        Map<String, Integer> people = new HashMap<>();
        this.worker = new int[n];
        this.unmet = new int[n];
        this.opens = new long[n];
        this.running = new boolean[n];
        for (int i = 0; i < n; i++) {
            Task task = tasks.get(i);
            Integer known = people.putIfAbsent(task.worker(), people.size());
            worker[i] = known == null ? people.size() - 1 : known;
            opens[i] = Math.max(0, Duration.between(from, task.notBefore()).toMillis());
            running[i] = task.running();
            unmet[i] = graph.unmet(i);
        }
        this.followers = graph.followers();
        this.rankOf = new int[n];
        this.byRank = new int[people.size()][];
        this.ready = new long[people.size()][];
        int[] longestWayFirst = graph.longestWayFirst(tasks);
        for (int w = 0; w < byRank.length; w++) {
            int one = w;
            byRank[w] = Arrays.stream(longestWayFirst).filter(i -> worker[i] == one).toArray();
            for (int rank = 0; rank < byRank[w].length; rank++) {
                rankOf[byRank[w][rank]] = rank;
            }
            ready[w] = new long[(byRank[w].length + 63) >> 6];
        }
        this.left = new int[n];
        this.busyUntil = new long[people.size()];
        this.waiting = new int[people.size()];
        this.changes = new Changes(2 * n + 2);
    }

    /** When all is done, if each task takes that long. */
    long end(long[] work) {
        System.arraycopy(unmet, 0, left, 0, left.length);
        Arrays.fill(busyUntil, 0);
        now = 0;
        last = 0;
        for (int i = 0; i < work.length; i++) {
            if (running[i]) {
                place(i, work[i]);
            }
        }
        for (int i = 0; i < work.length; i++) {
            if (!running[i] && left[i] == 0) {
                offer(i);
            }
        }
        startWhatCanBe(work);
        while (!changes.isEmpty()) {
            now = changes.firstAt();
            while (!changes.isEmpty() && changes.firstAt() == now) {
                take(changes.remove());
            }
            startWhatCanBe(work);
        }
        return last;
    }

    private void take(int change) {
        int task = change >> 1;
        if ((change & 1) == 0) {
            offer(task);
            return;
        }
        for (int follower : followers[task]) {
            if (--left[follower] == 0) {
                offer(follower);
            }
        }
    }

    private void offer(int task) {
        if (opens[task] > now) {
            changes.add(opens[task], task << 1);
        } else {
            int rank = rankOf[task];
            int by = worker[task];
            ready[by][rank >> 6] |= 1L << rank;
            waiting[by]++;
        }
    }

    private void startWhatCanBe(long[] work) {
        for (int w = 0; w < busyUntil.length; w++) {
            while (waiting[w] > 0 && busyUntil[w] <= now) {
                int task = byRank[w][next(ready[w])];
                waiting[w]--;
                place(task, work[task]);
            }
        }
    }

    /** Takes the first out of those that are ready; there is one. */
    private static int next(long[] ranks) {
        int word = 0;
        while (ranks[word] == 0) {
            word++;
        }
        int rank = (word << 6) + Long.numberOfTrailingZeros(ranks[word]);
        ranks[word] &= ranks[word] - 1;
        return rank;
    }

    private void place(int task, long work) {
        long end = now + work;
        int by = worker[task];
        last = Math.max(last, end);
        busyUntil[by] = Math.max(busyUntil[by], end);
        changes.add(end, task << 1 | 1);
    }
}
