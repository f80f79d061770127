package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of one window.
 *
 * @param plan null until it is drafted; the window may be known before
 * @param window null until the planner was heard
 * @param steps by id, in order
 * @param reviewed ids of the steps that the second person has seen
 * @param readiness what was said last
 * @param finished whether that was said
 * @param at when the newest event was recorded
 */
public record Checklist(
        @Nullable Plan plan,
        @Nullable Window window,
        Map<String, StepRecord> steps,
        Set<String> reviewed,
        List<Concern> concerns,
        @Nullable ReadinessChanged readiness,
        boolean pastPointOfNoReturn,
        boolean finished,
        Instant at) {

    /**
     * The head of a drafted checklist.
     *
     * @param drafter person or machine that wrote it
     */
    public record Plan(String windowId, String title, String drafter, boolean frozen) {
        Plan freeze() {
            return new Plan(windowId, title, drafter, true);
        }
    }

    public static final Checklist NONE =
            new Checklist(
                    null, null, Map.of(), Set.of(), List.of(), null, false, false, Instant.EPOCH);

    public Checklist {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        reviewed = Set.copyOf(reviewed);
        concerns = List.copyOf(concerns);
    }

    /** Whether somebody has written it. */
    public boolean drafted() {
        return plan != null;
    }

    /** The step with that id. */
    public Optional<StepRecord> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The steps of a phase, in order. */
    public Stream<StepRecord> of(Phase phase) {
        return steps.values().stream().filter(s -> s.step().phase() == phase);
    }

    /** The plan's steps, in order. */
    public List<Step> planned() {
        return steps.values().stream().map(StepRecord::step).toList();
    }

    /** Where a step of this checklist stands. */
    public StepState stateOf(StepRecord record) {
        return switch (record.progress()) {
            case Progress.NotBegun _ -> standing(record);
            case Progress.Running _ -> StepState.Running;
            case Progress.AwaitingConfirmation _ -> StepState.AwaitingConfirmation;
            case Progress.Done _ -> StepState.Done;
            case Progress.Failed _ -> StepState.Failed;
            case Progress.Skipped _ -> StepState.Skipped;
        };
    }

    private StepState standing(StepRecord record) {
        boolean free =
                record.step().dependsOn().stream()
                        .map(steps::get)
                        .allMatch(before -> before == null || before.progress().settled());
        if (!free) {
            return StepState.Pending;
        }
        return record.step().mode() == Mode.READ_DO && !record.cleared()
                ? StepState.AwaitingClearance
                : StepState.Ready;
    }

    /** When the last of what a step depends on was settled; null when it depends on nothing. */
    public @Nullable Instant freeSince(Step step) {
        return step.dependsOn().stream()
                .map(steps::get)
                .flatMap(before -> Stream.ofNullable(before))
                .flatMap(before -> Stream.ofNullable(before.progress().settledAt()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Open concerns, in order. */
    public List<Concern> openConcerns() {
        return concerns.stream().filter(Concern::open).toList();
    }

    Checklist change(String id, UnaryOperator<StepRecord> change) {
        Map<String, StepRecord> next = new LinkedHashMap<>(steps);
        next.computeIfPresent(id, (_, record) -> change.apply(record));
        return with(next);
    }

    Checklist with(Plan next) {
        return new Checklist(
                next,
                window,
                steps,
                reviewed,
                concerns,
                readiness,
                pastPointOfNoReturn,
                finished,
                at);
    }

    Checklist with(Window next) {
        return new Checklist(
                plan,
                next,
                steps,
                reviewed,
                concerns,
                readiness,
                pastPointOfNoReturn,
                finished,
                at);
    }

    Checklist with(Map<String, StepRecord> next) {
        return new Checklist(
                plan,
                window,
                next,
                reviewed,
                concerns,
                readiness,
                pastPointOfNoReturn,
                finished,
                at);
    }

    Checklist reviewed(Set<String> seen, List<Concern> all) {
        return new Checklist(
                plan, window, steps, seen, all, readiness, pastPointOfNoReturn, finished, at);
    }

    Checklist said(ReadinessChanged next) {
        return new Checklist(
                plan, window, steps, reviewed, concerns, next, pastPointOfNoReturn, finished, at);
    }

    Checklist turned(boolean noReturn, boolean done) {
        return new Checklist(
                plan, window, steps, reviewed, concerns, readiness, noReturn, done, at);
    }

    Checklist at(Instant recordedAt) {
        return new Checklist(
                plan,
                window,
                steps,
                reviewed,
                concerns,
                readiness,
                pastPointOfNoReturn,
                finished,
                recordedAt);
    }
}
