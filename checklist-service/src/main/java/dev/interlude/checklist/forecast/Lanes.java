package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same rule as {@link Schedule}, made ready for many runs: who does what next is decided by the
 * plan, and each run takes what it takes. Times are milliseconds from the beginning.
 */
final class Lanes {

    private final int[] worker;
    private final int[][] followers;
    private final int[] unmet;
    private final long[] opens;
    private final boolean[] running;
    private final int[] rankOf;
    private final int[] byRank;
    private final int workers;

    Lanes(List<Task> tasks, Instant from) {
        int n = tasks.size();
        Map<String, Integer> index = new HashMap<>();
        Map<String, Integer> people = new HashMap<>();
        for (Task task : tasks) {
            index.put(task.id(), index.size());
            people.putIfAbsent(task.worker(), people.size());
        }
        this.workers = people.size();
        this.worker = new int[n];
        this.unmet = new int[n];
        this.opens = new long[n];
        this.running = new boolean[n];
        List<List<Integer>> behind = new ArrayList<>();
        tasks.forEach(_ -> behind.add(new ArrayList<>()));
        for (int i = 0; i < n; i++) {
            Task task = tasks.get(i);
            worker[i] = people.getOrDefault(task.worker(), 0);
            opens[i] = Math.max(0, Duration.between(from, task.notBefore()).toMillis());
            running[i] = task.running();
            for (String id : task.after().stream().distinct().toList()) {
                Integer before = index.get(id);
                if (before != null) {
                    behind.get(before).add(i);
                    unmet[i]++;
                }
            }
        }
        this.followers =
                behind.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        long[] tails = new long[n];
        Arrays.fill(tails, -1);
        for (int i = 0; i < n; i++) {
            tail(i, tasks, tails);
        }
        this.byRank =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong((Integer i) -> tails[i])
                                        .reversed()
                                        .thenComparing(i -> i))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.rankOf = new int[n];
        for (int rank = 0; rank < n; rank++) {
            rankOf[byRank[rank]] = rank;
        }
    }

    /** When all is done, if each task takes that long. */
    long end(long[] work) {
        return new Run(work).end();
    }

    private long tail(int i, List<Task> tasks, long[] tails) {
        if (tails[i] < 0) {
            long longest = 0;
            for (int follower : followers[i]) {
                longest = Math.max(longest, tail(follower, tasks, tails));
            }
            tails[i] = tasks.get(i).work().toMillis() + longest;
        }
        return tails[i];
    }

    /** One run, from one instant at which something changes to the next. */
    private final class Run {
        private final long[] work;
        private final int[] left = unmet.clone();
        private final long[] busyUntil = new long[workers];
        private final long[][] ready = new long[workers][(worker.length + 63) >> 6];
        private final Changes changes = new Changes(2 * worker.length + 2);
        private long now;
        private long last;

        Run(long[] work) {
            this.work = work;
        }

        long end() {
            for (int i = 0; i < work.length; i++) {
                if (running[i]) {
                    place(i);
                }
            }
            for (int i = 0; i < work.length; i++) {
                if (!running[i] && left[i] == 0) {
                    offer(i);
                }
            }
            startWhatCanBe();
            while (!changes.isEmpty()) {
                now = changes.firstAt();
                while (!changes.isEmpty() && changes.firstAt() == now) {
                    take(changes.remove());
                }
                startWhatCanBe();
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
                if (--left[follower] == 0 && !running[follower]) {
                    offer(follower);
                }
            }
        }

        private void offer(int task) {
            if (opens[task] > now) {
                changes.add(opens[task], task << 1);
            } else {
                int rank = rankOf[task];
                ready[worker[task]][rank >> 6] |= 1L << rank;
            }
        }

        private void startWhatCanBe() {
            for (int w = 0; w < workers; w++) {
                while (busyUntil[w] <= now) {
                    int task = next(ready[w]);
                    if (task < 0) {
                        break;
                    }
                    place(task);
                }
            }
        }

        private int next(long[] ranks) {
            for (int word = 0; word < ranks.length; word++) {
                if (ranks[word] != 0) {
                    int rank = (word << 6) + Long.numberOfTrailingZeros(ranks[word]);
                    ranks[word] &= ranks[word] - 1;
                    return byRank[rank];
                }
            }
            return -1;
        }

        private void place(int task) {
            long end = now + work[task];
            last = Math.max(last, end);
            busyUntil[worker[task]] = Math.max(busyUntil[worker[task]], end);
            changes.add(end, task << 1 | 1);
        }
    }
}
