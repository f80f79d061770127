package dev.interlude.checklist.checklist;

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

    /** What is left of the way forward, each estimate taken that many times. */
    List<Task> forward(Instant now, int factor) {
        return checklist.steps().values().stream()
                .filter(s -> s.step().phase() != Phase.ROLLBACK)
                .flatMap(s -> Stream.ofNullable(task(s, now)))
                .map(task -> task.times(factor))
                .toList();
    }

    /** Whether everything of the way forward is settled. */
    boolean nothingLeft() {
        return checklist.steps().values().stream()
                .filter(s -> s.step().phase() != Phase.ROLLBACK)
                .allMatch(s -> s.progress().settled());
    }

    /** When it ends by this schedule, or when it ended. */
    Instant end(Schedule schedule, Instant now) {
        return nothingLeft() ? lastSettled().orElse(now) : schedule.end();
    }

    /** How long it takes to turn back from here; empty before there is anything, and too late. */
    Optional<Duration> wayBack(Instant now) {
        boolean begun = checklist.of(Phase.CARRY_OUT).anyMatch(s -> s.attempts() > 0);
        if (!begun || checklist.pastPointOfNoReturn()) {
            return Optional.empty();
        }
        List<Task> undo =
                checklist
                        .of(Phase.ROLLBACK)
                        .map(StepRecord::step)
                        .filter(this::needed)
                        .map(step -> idle(step, step.dependsOn(), now))
                        .toList();
        List<String> undone = undo.stream().map(Task::id).toList();
        Stream<Task> verify =
                checklist
                        .of(Phase.VERIFY)
                        .map(StepRecord::step)
                        .filter(step -> step.verifies() != Verifies.WORK)
                        .map(step -> idle(step, undone, now));
        Schedule back = Schedule.of(Stream.concat(undo.stream(), verify).toList(), now);
        return Optional.of(Duration.between(now, back.end()));
    }

    private boolean needed(Step rollback) {
        String undoes = rollback.rollbackOf();
        return undoes == null || checklist.step(undoes).filter(s -> s.attempts() > 0).isPresent();
    }

    private @Nullable Task task(StepRecord s, Instant now) {
        return switch (s.progress()) {
            case Progress.NotBegun _, Progress.Failed _ ->
                    idle(s.step(), s.step().dependsOn(), earliest(s.step(), now));
            case Progress.Running(var by, var since) -> running(s.step(), by, since, now);
            case Progress.AwaitingConfirmation _, Progress.Done _, Progress.Skipped _ -> null;
        };
    }

    private Task idle(Step step, List<String> after, Instant earliest) {
        return new Task(
                step.id(),
                step.expectedDuration(),
                after,
                window.workerOf(step.lane()),
                false,
                earliest);
    }

    private Task running(Step step, Actor by, Instant since, Instant now) {
        Duration left = step.expectedDuration().minus(Duration.between(since, now));
        String worker = by.isPerson() ? by.id() : "machine/" + step.id();
        return new Task(
                step.id(), left.isPositive() ? left : Duration.ZERO, List.of(), worker, true, now);
    }

    /** Before the window has started only preparing goes on. */
    private Instant earliest(Step step, Instant now) {
        boolean waits = step.phase() != Phase.PREPARE && !window.state().underWay();
        return waits && window.start().isAfter(now) ? window.start() : now;
    }

    private Optional<Instant> lastSettled() {
        return checklist.steps().values().stream()
                .flatMap(s -> Stream.ofNullable(s.progress().settledAt()))
                .max(Instant::compareTo);
    }
}
