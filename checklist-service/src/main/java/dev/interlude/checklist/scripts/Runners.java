package dev.interlude.checklist.scripts;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.runner.Runner;
import dev.interlude.checklist.runner.RunnerEvent.RunnerRegistered;
import dev.interlude.checklist.runner.RunnerEvent.RunnerRevoked;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Follower;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The registered runners, in memory: each request of one is recognised without a query. */
@Singleton
class Runners implements Follower {

    private final Map<String, Runner> byId = new ConcurrentHashMap<>();
    private final Map<String, String> byToken = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "runners";
    }

    @Override
    public void follow(LogEvent event) {
        if (!event.own() || !event.category().equals("runner")) {
            return;
        }
        switch (event.read(ChecklistEvents.RUNNER)) {
            case RunnerRegistered e -> {
                var runner =
                        new Runner(
                                e.runnerId(),
                                e.name(),
                                e.team(),
                                e.scripts(),
                                e.tokenSha256(),
                                event.recordedAt(),
                                null);
                byId.put(runner.id(), runner);
                byToken.put(runner.tokenSha256(), runner.id());
            }
            case RunnerRevoked e ->
                    byId.computeIfPresent(
                            e.runnerId(), (_, runner) -> runner.revoked(event.recordedAt()));
        }
    }

    @Override
    public void forget() {
        byToken.clear();
        byId.clear();
    }

    /** Whose token it is; null when it is nobody's, or has been revoked. */
    @Nullable Runner holding(String token) {
        String id = byToken.get(RunnerToken.sha256(token));
        Runner runner = id == null ? null : byId.get(id);
        return runner == null || runner.revokedAt() != null ? null : runner;
    }

    @Nullable Runner find(String id) {
        return byId.get(id);
    }

    /** All that were ever registered, in the order of their ids. */
    List<Runner> all() {
        return byId.values().stream().sorted(Comparator.comparing(Runner::id)).toList();
    }
}
