package dev.interlude.checklist.scripts;

import dev.interlude.checklist.runner.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runner.
 *
 * @param scripts names of the only scripts it may be given; null for all that its team asks for
 * @param offers names of the scripts that it has and may be given, as it said last
 * @param probes whether it makes probes
 * @param version of its program
 * @param lastSeen when it asked for work last; null when it never did
 * @param online whether that is so short ago that it will be there for the next request
 * @param token shown once, when it is made; null ever after
 */
record RunnerView(
        String id,
        String name,
        String team,
        @Nullable List<String> scripts,
        List<String> offers,
        boolean probes,
        @Nullable String version,
        Instant registeredAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastSeen,
        boolean online,
        @Nullable String token) {

    static final Duration FRESH = Duration.ofMinutes(1);

    static RunnerView of(Runner runner, @Nullable SeenRow seen, Instant now) {
        return of(runner, seen, now, null);
    }

    static RunnerView of(
            Runner runner, @Nullable SeenRow seen, Instant now, @Nullable String token) {
        return new RunnerView(
                runner.id(),
                runner.name(),
                runner.team(),
                runner.scripts(),
                seen == null ? List.of() : seen.scripts().stream().filter(runner::may).toList(),
                seen != null && seen.probes(),
                seen == null ? null : seen.version(),
                runner.registeredAt(),
                runner.revokedAt(),
                seen == null ? null : seen.at(),
                seen != null && runner.revokedAt() == null && seen.at().plus(FRESH).isAfter(now),
                token);
    }
}
