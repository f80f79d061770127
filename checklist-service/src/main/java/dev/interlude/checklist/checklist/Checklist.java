package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param rollback the way back while it is gone; null on the way forward
 * @param deviations how the plan was changed after it was frozen; null for not at all
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
        Instant at,
        @Nullable Rollback rollback,
        @Nullable List<Deviation> deviations) {

    /**
     * The head of a drafted checklist.
     *
     * @param drafter person or machine that wrote it
     * @param origin what it was made from; null when it was written anew
     */
    public record Plan(
            String windowId,
            String title,
            String drafter,
            boolean frozen,
            @Nullable Origin origin) {
        Plan freeze() {
            return new Plan(windowId, title, drafter, true, origin);
        }
    }

    public static final Checklist NONE =
            new Checklist(
                    null,
                    null,
                    Map.of(),
                    Set.of(),
                    List.of(),
                    null,
                    false,
                    false,
                    Instant.EPOCH,
                    null,
                    null);

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

    /** The step that a run of a script belongs to; null when there is no such run. */
    @Nullable StepRecord stepOfRun(String runId) {
        return steps.values().stream().filter(s -> s.run(runId) != null).findFirst().orElse(null);
    }

    /** A run of a script; null when there is none with that id. */
    public @Nullable ScriptRun run(String runId) {
        StepRecord s = stepOfRun(runId);
        return s == null ? null : s.run(runId);
    }

    /** Runs of scripts that wait for a runner or have one. */
    Stream<ScriptRun> openRuns() {
        return steps.values().stream()
                .flatMap(s -> s.scriptRuns().stream().filter(ScriptRun::open));
    }

    /** The steps of a phase, in order. */
    public Stream<StepRecord> of(Phase phase) {
        return steps.values().stream().filter(s -> s.step().phase() == phase);
    }

    /** The plan's steps, in order. */
    public List<Step> planned() {
        return steps.values().stream().map(StepRecord::step).toList();
    }

    /** The steps that lie ahead or behind on the way that is gone: forward, or back. */
    public Stream<StepRecord> onTheWay() {
        return steps.values().stream().filter(s -> onTheWay(s.step()));
    }

    private boolean onTheWay(Step step) {
        return rollback == null ? step.leadsForward() : rollback.of(step.id()) != null;
    }

    /**
     * What a step waits for: as planned, on the way back as that was planned. What lies off the way
     * forward is passed over: who waits for it waits for what that waits for.
     */
    public List<String> waitsFor(Step step) {
        Undo undo = rollback == null ? null : rollback.of(step.id());
        if (undo != null) {
            return undo.dependsOn();
        }
        boolean straight =
                !step.leadsForward() || step.dependsOn().stream().allMatch(this::leadsForward);
        if (straight) {
            return step.dependsOn();
        }
        return List.copyOf(onTheWayBefore(step));
    }

    /** What a step waits for, as far as it lies on the way forward. */
    private Set<String> onTheWayBefore(Step step) {
        Set<String> before = new LinkedHashSet<>();
        for (String id : step.dependsOn()) {
            StepRecord passed = leadsForward(id) ? null : steps.get(id);
            before.addAll(passed == null ? Set.of(id) : onTheWayBefore(passed.step()));
        }
        return before;
    }

    private boolean leadsForward(String id) {
        StepRecord record = steps.get(id);
        return record == null || record.step().leadsForward();
    }

    /** Whether the window is where this step is worked on. */
    public boolean permits(Step step) {
        if (window == null || window.state().over()) {
            return false;
        }
        if (rollback != null) {
            return window.state().underWay() && rollback.of(step.id()) != null;
        }
        return switch (step.phase()) {
            case PREPARE -> true;
            case CARRY_OUT, VERIFY -> step.leadsForward() && window.state().underWay();
            case ROLLBACK -> false;
        };
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
            case Progress.RolledBack _ -> StepState.RolledBack;
        };
    }

    private StepState standing(StepRecord record) {
        boolean free =
                waitsFor(record.step()).stream()
                        .map(steps::get)
                        .allMatch(before -> before == null || before.progress().settled());
        if (!free || undoesWhatRuns(record.step())) {
            return StepState.Pending;
        }
        return record.step().mode() == Mode.READ_DO && !record.cleared()
                ? StepState.AwaitingClearance
                : StepState.Ready;
    }

    /** What is being done is brought to an end before it is undone. */
    private boolean undoesWhatRuns(Step step) {
        String undoes = step.rollbackOf();
        StepRecord undone = rollback == null || undoes == null ? null : steps.get(undoes);
        return undone != null && undone.progress() instanceof Progress.Running;
    }

    /** When the last of what a step depends on was settled; null when it depends on nothing. */
    public @Nullable Instant freeSince(Step step) {
        return waitsFor(step).stream()
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

    /** Changes of the plan after it was frozen, in order. */
    public List<Deviation> deviated() {
        return deviations == null ? List.of() : deviations;
    }

    Checklist change(String id, UnaryOperator<StepRecord> change) {
        Map<String, StepRecord> next = new LinkedHashMap<>(steps);
        next.computeIfPresent(id, (_, record) -> change.apply(record));
        return with(next);
    }

    Checklist with(Plan next) {
        return new ChecklistCopy(this).plan(next).done();
    }

    Checklist with(Window next) {
        return new ChecklistCopy(this).window(next).done();
    }

    Checklist withoutWindow() {
        return new ChecklistCopy(this).window(null).done();
    }

    Checklist with(Map<String, StepRecord> next) {
        return new ChecklistCopy(this).steps(next).done();
    }

    Checklist on(@Nullable Rollback way, Map<String, StepRecord> next) {
        return new ChecklistCopy(this).rollback(way).steps(next).done();
    }

    Checklist reviewed(Set<String> seen, List<Concern> all) {
        return new ChecklistCopy(this).reviewed(seen, all).done();
    }

    Checklist said(ReadinessChanged next) {
        return new ChecklistCopy(this).said(next).done();
    }

    Checklist turned(boolean noReturn, boolean done) {
        return new ChecklistCopy(this).turned(noReturn, done).done();
    }

    Checklist at(Instant recordedAt) {
        return new ChecklistCopy(this).at(recordedAt).done();
    }
}
