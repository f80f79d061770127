package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step with what has happened to it.
 *
 * @param clearance the last go or no-go; null when there was none since it was reopened
 * @param skip an open request to leave it out
 * @param reopening an open request to do it again
 * @param attempts how often it was started
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
        @Nullable String evidence) {

    /** Go or no-go, by whom and when. */
    public record Clearance(Actor by, Instant at, boolean go, @Nullable String reason) {}

    /** Something one person asked for and the other has not answered. */
    public record Request(Actor by, Instant at, String reason) {}

    /** Something somebody wrote down. */
    public record Remark(Actor by, Instant at, String text) {}

    public StepRecord {
        notes = List.copyOf(notes);
        observedSideEffects = List.copyOf(observedSideEffects);
    }

    static StepRecord planned(Step step) {
        return new StepRecord(
                step, new Progress.NotBegun(null), null, null, null, 0, List.of(), List.of(), null);
    }

    /** Whether the other has said go. */
    public boolean cleared() {
        return clearance != null && clearance.go();
    }

    StepRecord now(Progress next) {
        return new StepRecord(
                step,
                next,
                clearance,
                skip,
                reopening,
                attempts,
                notes,
                observedSideEffects,
                evidence);
    }

    StepRecord started(Actor by, Instant at) {
        return new StepRecord(
                step,
                new Progress.Running(by, at),
                clearance,
                null,
                null,
                attempts + 1,
                notes,
                observedSideEffects,
                null);
    }

    StepRecord reopened(Instant since) {
        return new StepRecord(
                step,
                new Progress.NotBegun(since),
                null,
                null,
                null,
                attempts,
                notes,
                observedSideEffects,
                evidence);
    }

    StepRecord with(@Nullable Clearance given) {
        return new StepRecord(
                step,
                progress,
                given,
                skip,
                reopening,
                attempts,
                notes,
                observedSideEffects,
                evidence);
    }

    StepRecord asked(@Nullable Request forSkip, @Nullable Request forReopening) {
        return new StepRecord(
                step,
                progress,
                clearance,
                forSkip,
                forReopening,
                attempts,
                notes,
                observedSideEffects,
                evidence);
    }

    StepRecord proved(@Nullable String by) {
        return new StepRecord(
                step,
                progress,
                clearance,
                skip,
                reopening,
                attempts,
                notes,
                observedSideEffects,
                by == null ? evidence : by);
    }

    StepRecord noted(Remark note) {
        return new StepRecord(
                step,
                progress,
                clearance,
                skip,
                reopening,
                attempts,
                and(notes, List.of(note)),
                observedSideEffects,
                evidence);
    }

    StepRecord observed(List<Remark> effects) {
        return new StepRecord(
                step,
                progress,
                clearance,
                skip,
                reopening,
                attempts,
                notes,
                and(observedSideEffects, effects),
                evidence);
    }

    private static List<Remark> and(List<Remark> some, List<Remark> more) {
        List<Remark> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
