package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step with what has happened to it.
 *
 * @param clearance the last go or no-go; null when there was none since it was reopened
 * @param skip an open request to leave it out
 * @param reopening an open request to do it again
 * @param attempts how often it was started
 * @param value what was read off when it was completed last
 * @param attachments files and links; null for none
 * @param earlier how long it took in earlier runs, latest first; null for none
 * @param runs of its script, oldest first; null for none
 */
public record StepRecord(
        Step step,
        Progress progress,
        @Nullable Clearance clearance,
        @Nullable Request skip,
        @Nullable Request reopening,
        int attempts,
        List<Remark> notes,
        List<Remark> observedSideEffects,
        @Nullable String evidence,
        @Nullable Value value,
        @Nullable List<Attached> attachments,
        @Nullable List<Duration> earlier,
        @Nullable List<ScriptRun> runs) {

    /** Go or no-go, by whom and when. */
    public record Clearance(Actor by, Instant at, boolean go, @Nullable String reason) {}

    /** Something one person asked for and the other has not answered. */
    public record Request(Actor by, Instant at, String reason) {}

    /** Something somebody wrote down. */
    public record Remark(Actor by, Instant at, String text) {}

    /** What was read off, and whether that was expected. */
    public record Value(BigDecimal value, boolean asExpected) {}

    /** A file or link somebody put beside the step. */
    public record Attached(Actor by, Instant at, Attachment attachment) {}

    public StepRecord {
        notes = List.copyOf(notes);
        observedSideEffects = List.copyOf(observedSideEffects);
    }

    static StepRecord planned(Step step, @Nullable List<Duration> earlier) {
        return new StepRecord(
                step,
                new Progress.NotBegun(null),
                null,
                null,
                null,
                0,
                List.of(),
                List.of(),
                null,
                null,
                null,
                earlier,
                null);
    }

    /** Runs of its script, oldest first. */
    public List<ScriptRun> scriptRuns() {
        return runs == null ? List.of() : runs;
    }

    /** The run that waits for a runner or has one; null when there is none. */
    public @Nullable ScriptRun openRun() {
        return scriptRuns().stream().filter(ScriptRun::open).findFirst().orElse(null);
    }

    /** The run with that id; null when it is none of this step's. */
    @Nullable ScriptRun run(String id) {
        return scriptRuns().stream().filter(run -> run.id().equals(id)).findFirst().orElse(null);
    }

    /** Files and links, oldest first. */
    public List<Attached> attached() {
        return attachments == null ? List.of() : attachments;
    }

    /** Whether the other has said go. */
    public boolean cleared() {
        return clearance != null && clearance.go();
    }

    StepRecord now(Progress next) {
        return copy(c -> c.progress = next);
    }

    StepRecord started(Actor by, Instant at, Instant toldAt) {
        return copy(c -> {
            c.progress = new Progress.Running(by, at, toldAt);
            c.skip = null;
            c.reopening = null;
            c.attempts++;
            c.evidence = null;
            c.value = null;
        });
    }

    /** As if it had not been started. */
    StepRecord withdrawn() {
        return copy(c -> {
            c.progress = new Progress.NotBegun(null);
            c.attempts--;
        });
    }

    StepRecord reopened(Instant since) {
        return copy(c -> {
            c.progress = new Progress.NotBegun(since);
            c.clearance = null;
            c.skip = null;
            c.reopening = null;
        });
    }

    /** A go was given for what it said then: it doesn't hold for what it says now. */
    StepRecord revised(Step next) {
        return copy(c -> {
            c.step = next;
            c.clearance = null;
        });
    }

    /** The same step, waiting for others. */
    StepRecord after(List<String> others) {
        return copy(c -> c.step = c.step.after(others));
    }

    StepRecord with(@Nullable Clearance given) {
        return copy(c -> c.clearance = given);
    }

    StepRecord asked(@Nullable Request forSkip, @Nullable Request forReopening) {
        return copy(c -> {
            c.skip = forSkip;
            c.reopening = forReopening;
        });
    }

    StepRecord proved(@Nullable String by) {
        return copy(c -> c.evidence = by == null ? c.evidence : by);
    }

    StepRecord noted(Remark note) {
        return copy(c -> c.notes = and(c.notes, List.of(note)));
    }

    StepRecord observed(List<Remark> effects) {
        return copy(c -> c.observedSideEffects = and(c.observedSideEffects, effects));
    }

    StepRecord read(@Nullable Value off) {
        return copy(c -> c.value = off);
    }

    StepRecord attached(Attached more) {
        return copy(c -> c.attachments = and(attached(), List.of(more)));
    }

    StepRecord ran(ScriptRun next) {
        return copy(c -> c.runs = and(scriptRuns(), List.of(next)));
    }

    StepRecord ran(String id, UnaryOperator<ScriptRun> change) {
        return copy(c ->
                c.runs =
                        scriptRuns().stream()
                                .map(run -> run.id().equals(id) ? change.apply(run) : run)
                                .toList());
    }

    private StepRecord copy(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The record while something of it is changed. */
    private static final class Copy {
        private Step step;
        private Progress progress;
        private @Nullable Clearance clearance;
        private @Nullable Request skip;
        private @Nullable Request reopening;
        private int attempts;
        private List<Remark> notes;
        private List<Remark> observedSideEffects;
        private @Nullable String evidence;
        private @Nullable Value value;
        private @Nullable List<Attached> attachments;
        private final @Nullable List<Duration> earlier;
        private @Nullable List<ScriptRun> runs;

        Copy(StepRecord s) {
            this.step = s.step;
            this.progress = s.progress;
            this.clearance = s.clearance;
            this.skip = s.skip;
            this.reopening = s.reopening;
            this.attempts = s.attempts;
            this.notes = s.notes;
            this.observedSideEffects = s.observedSideEffects;
            this.evidence = s.evidence;
            this.value = s.value;
            this.attachments = s.attachments;
            this.earlier = s.earlier;
            this.runs = s.runs;
        }

        StepRecord done() {
            return new StepRecord(
                    step,
                    progress,
                    clearance,
                    skip,
                    reopening,
                    attempts,
                    notes,
                    observedSideEffects,
                    evidence,
                    value,
                    attachments,
                    earlier,
                    runs);
        }
    }
}
