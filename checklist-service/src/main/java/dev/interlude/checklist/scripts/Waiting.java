package dev.interlude.checklist.scripts;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptClaimed;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptFinished;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Follower;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs that are not over, in memory: those that wait for a runner, and those that have one. */
@Singleton
class Waiting implements Follower {

    private static final Set<String> TOLD =
            Set.of("ScriptRequested", "ScriptClaimed", "ScriptFinished");

    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /**
     * A run that is not over.
     *
     * @param position of its request in the log
     * @param claim null as long as nobody has it
     */
    record Open(long position, ScriptRequested request, @Nullable ScriptClaimed claim) {

        boolean needsProbe() {
            Expectation expected = request.expectation();
            return expected != null && expected.probe() != null;
        }

        /** Null for a probe alone. */
        @Nullable String script() {
            Script script = request.script();
            return script == null ? null : script.name();
        }
    }

    @Override
    public String name() {
        return "waiting-scripts";
    }

    @Override
    public void follow(LogEvent event) {
        if (!event.own() || !event.category().equals("checklist") || !TOLD.contains(event.name())) {
            return;
        }
        ChecklistEvent said = event.read(ChecklistEvents.CHECKLIST);
        if (said instanceof ScriptRequested request) {
            open.put(request.runId(), new Open(event.position(), request, null));
        } else if (said instanceof ScriptClaimed claim) {
            open.computeIfPresent(
                    claim.runId(), (_, run) -> new Open(run.position(), run.request(), claim));
        } else if (said instanceof ScriptFinished finished) {
            open.remove(finished.runId());
        }
    }

    @Override
    public void forget() {
        open.clear();
    }

    /** Those that wait, the oldest first. */
    List<Open> unclaimed(Predicate<Open> which) {
        return open.values().stream()
                .filter(run -> run.claim() == null)
                .filter(which)
                .sorted(Comparator.comparingLong(Open::position))
                .toList();
    }

    /** Those that somebody has. */
    List<Open> claimed() {
        return open.values().stream().filter(run -> run.claim() != null).toList();
    }

    /** The one that a runner got by this claim; null when it got none. */
    @Nullable Open claimedBy(String runner, String claim) {
        return claimed().stream()
                .filter(run -> {
                    ScriptClaimed by = run.claim();
                    return by != null && by.runner().equals(runner) && by.claim().equals(claim);
                })
                .findFirst()
                .orElse(null);
    }
}
