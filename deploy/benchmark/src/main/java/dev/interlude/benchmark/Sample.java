package dev.interlude.benchmark;

/**
 * What one run saw.
 *
 * @param sorted latencies in nanoseconds, the shortest first
 * @param nanos how long it ran
 * @param cpuNanos processor time that whoever measured used up by itself; 0 when not known
 */
record Sample(long[] sorted, long nanos, long cpuNanos) {

    double perSecond() {
        return sorted.length / (nanos / 1e9);
    }

    /** A latency in milliseconds that this share of all did not exceed. */
    double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }

    /** Processor time of the measuring itself, microseconds for each answer. */
    double ownMicros() {
        return cpuNanos / 1e3 / Math.max(1, sorted.length);
    }
}
