package dev.interlude.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time of the parts so far.
 *
 * @param parts by name
 */
record ProcessorTime(Map<String, Duration> parts) {

    static ProcessorTime now(Stand stand, Planner planner) {
        var parts = new LinkedHashMap<String, Duration>();
        parts.put("planner", of(ProcessHandle.of(planner.pid()).orElseThrow()));
        parts.put("broker", of(ProcessHandle.of(stand.brokerPid()).orElseThrow()));
        Duration database =
                stand.postgresProcess()
                        .descendants()
                        .map(ProcessorTime::of)
                        .reduce(Duration.ZERO, Duration::plus);
        parts.put("PostgreSQL", database);
        return new ProcessorTime(parts);
    }

    /**
     * What was used since, for each of so many commands; database sessions that ended don't count.
     */
    String since(ProcessorTime before, int commands) {
        return parts.entrySet().stream()
                .map(part ->
                        String.format(
                                Locale.ROOT,
                                "%s %.0f",
                                part.getKey(),
                                part.getValue()
                                                .minus(
                                                        before.parts()
                                                                .getOrDefault(
                                                                        part.getKey(),
                                                                        Duration.ZERO))
                                                .toNanos()
                                        / 1e3
                                        / Math.max(1, commands)))
                .collect(Collectors.joining(", "));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
