package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.RollbackPlanned;
import dev.interlude.checklist.forecast.Earlier;
import dev.interlude.checklist.forecast.Schedule;
import dev.interlude.checklist.forecast.Task;
import dev.interlude.eventlog.decider.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unfinished steps as tasks of people. Waiting for a person is no work: a step that only lacks
 * its confirmation is no task, and those behind it are counted from now on.
 */
final class WorkLeft {

    private final Checklist checklist;
    private final Window window;

    WorkLeft(Checklist checklist, Window window) {
        this.checklist = checklist;
        this.window = window;
    }

    /** What is left of the way that is gone. */
    List<Task> ahead(Instant now) {
        return checklist.onTheWay().flatMap(s -> Stream.ofNullable(task(s, now))).toList();
    }

    /** Whether everything of that is settled. */
    boolean nothingLeft() {
        return checklist.onTheWay().allMatch(s -> s.progress().settled());
    }

    /** When the last of it was settled. */
    Optional<Instant> lastSettled() {
        return checklist.steps().values().stream()
                .flatMap(s -> Stream.ofNullable(s.progress().settledAt()))
                .max(Instant::compareTo);
    }

    /** How long it takes to turn back from here; empty before there is anything, and too late. */
    Optional<Duration> wayBack(Instant now) {
        boolean begun = checklist.of(Phase.CARRY_OUT).anyMatch(s -> s.attempts() > 0);
        if (!begun || checklist.pastPointOfNoReturn() || checklist.rollback() != null) {
            return Optional.empty();
        }
        Schedule back = Schedule.of(back(WayBack.from(checklist, ""), now), now);
        return Optional.of(Duration.between(now, back.end()));
    }

    /** The whole of a way back as tasks. */
    List<Task> back(RollbackPlanned way, Instant now) {
        return Stream.concat(way.steps().stream(), way.verify().stream())
                .flatMap(undo ->
                        checklist.step(undo.stepId()).stream()
                                .map(s -> idle(s, undo.dependsOn(), now)))
                .toList();
    }

    private @Nullable Task task(StepRecord s, Instant now) {
        return switch (s.progress()) {
            case Progress.NotBegun _, Progress.Failed _ ->
                    idle(s, checklist.waitsFor(s.step()), earliest(s.step(), now));
            case Progress.Running(var by, var since, _) -> running(s, by, since, now);
            case Progress.AwaitingConfirmation _,
                    Progress.Done _,
                    Progress.Skipped _,
                    Progress.RolledBack _ ->
                    null;
        };
    }

    private Task idle(StepRecord s, List<String> after, Instant earliest) {
        return new Task(
                s.step().id(),
                expected(s),
                after,
                Duty.at(window, earliest).workerOf(s.step().lane()),
                false,
                earliest,
                Duration.ZERO,
                earlier(s));
    }

    private Task running(StepRecord s, Actor by, Instant since, Instant now) {
        Duration elapsed = Duration.between(since, now);
        Duration left = expected(s).minus(elapsed);
        String worker = by.isPerson() ? by.id() : "machine/" + s.step().id();
        return new Task(
                s.step().id(),
                left.isPositive() ? left : Duration.ZERO,
                List.of(),
                worker,
                true,
                now,
                elapsed,
                earlier(s));
    }

    /** What it took in the middle of earlier runs, or what was estimated. */
    private static Duration expected(StepRecord s) {
        List<Duration> earlier = earlier(s);
        return earlier.isEmpty() ? s.step().expectedDuration() : Earlier.of(earlier).median();
    }

    private static List<Duration> earlier(StepRecord s) {
        List<Duration> earlier = s.earlier();
        return earlier == null || earlier.size() < Earlier.ENOUGH ? List.of() : earlier;
    }

    /** Before the window has started only preparing goes on. */
    private Instant earliest(Step step, Instant now) {
        boolean waits = step.phase() != Phase.PREPARE && !window.state().underWay();
        Instant opens = waits && window.start().isAfter(now) ? window.start() : now;
        Instant notBefore = step.notBefore();
        return notBefore != null && notBefore.isAfter(opens) ? notBefore : opens;
    }
}
