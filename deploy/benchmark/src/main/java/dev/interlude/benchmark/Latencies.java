package dev.interlude.benchmark;

import java.util.Arrays;

/** Latencies in nanoseconds, all of them. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
    }

    /** Those taken so far, the shortest first. */
    long[] taken() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
