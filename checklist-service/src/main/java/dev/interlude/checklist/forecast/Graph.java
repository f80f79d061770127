package dev.interlude.checklist.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What comes before what, by the places of the tasks in their list. What follows from other
 * dependencies is left out, since whoever waits for the later of two waits for the earlier as well:
 * a plan in which everything waits for everything before it has as many arrows as tasks.
 */
final class Graph {

    private final int[][] before;
    private final int[][] needed;

    Graph(List<Task> tasks) {
        int n = tasks.size();
        Map<String, Integer> index = new HashMap<>();
        tasks.forEach(task -> index.put(task.id(), index.size()));
        this.before = new int[n][];
        for (int i = 0; i < n; i++) {
            before[i] =
                    tasks.get(i).after().stream()
                            .filter(index::containsKey)
                            .distinct()
                            .mapToInt(id -> index.getOrDefault(id, 0))
                            .toArray();
        }
        this.needed = new int[n][];
        Map<Integer, BitSet> above = new HashMap<>();
        for (int i = 0; i < n; i++) {
            above(i, tasks, above);
        }
    }

    /** How many others a task waits for. */
    int unmet(int task) {
        return needed[task].length;
    }

    /** Who waits for each task. */
    int[][] followers() {
        return reversed(needed);
    }

    /** Places by the longest way from the start of a task to the end of all behind it. */
    int[] longestWayFirst(List<Task> tasks) {
        int[][] behind = reversed(before);
        long[] tails = new long[before.length];
        Arrays.fill(tails, -1);
        for (int i = 0; i < tails.length; i++) {
            tail(i, tasks, behind, tails);
        }
        return IntStream.range(0, tails.length)
                .boxed()
                .sorted(
                        Comparator.comparingLong((Integer i) -> tails[i])
                                .reversed()
                                .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** All that a task waits for, directly or not; one that runs waits for nothing any more. */
    private BitSet above(int task, List<Task> tasks, Map<Integer, BitSet> known) {
        BitSet found = known.get(task);
        if (found != null) {
            return found;
        }
        var all = new BitSet();
        int[] direct = tasks.get(task).running() ? new int[0] : before[task];
        for (int one : direct) {
            all.or(above(one, tasks, known));
        }
        needed[task] = Arrays.stream(direct).filter(one -> !all.get(one)).toArray();
        for (int one : direct) {
            all.set(one);
        }
        known.put(task, all);
        return all;
    }

    private static long tail(int task, List<Task> tasks, int[][] behind, long[] tails) {
        if (tails[task] < 0) {
            long longest = 0;
            for (int follower : behind[task]) {
                longest = Math.max(longest, tail(follower, tasks, behind, tails));
            }
            tails[task] = tasks.get(task).work().toMillis() + longest;
        }
        return tails[task];
    }

    private static int[][] reversed(int[][] arrows) {
        List<List<Integer>> other = new ArrayList<>();
        for (int[] _ : arrows) {
            other.add(new ArrayList<>());
        }
        for (int i = 0; i < arrows.length; i++) {
            for (int one : arrows[i]) {
                other.get(one).add(i);
            }
        }
        return other.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
