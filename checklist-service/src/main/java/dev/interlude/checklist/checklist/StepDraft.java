package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as its author gives it: a title is enough, the rest has defaults. Null means "not said";
 * see {@link Step} for the members.
 */
public record StepDraft(
        @Nullable String id,
        String title,
        @Nullable Phase phase,
        @Nullable String instruction,
        @Nullable Duration expectedDuration,
        @Nullable List<String> dependsOn,
        @Nullable String lane,
        @Nullable Mode mode,
        @Nullable List<String> sideEffects,
        @Nullable String rollbackOf,
        @Nullable String noRollback,
        @Nullable Verifies verifies,
        @Nullable Boolean pointOfNoReturn,
        @Nullable Instant notBefore,
        @Nullable Instant dueAt,
        @Nullable Script script,
        @Nullable Expectation expectation) {

    /** Without times, script and expectation. */
    public StepDraft(
            @Nullable String id,
            String title,
            @Nullable Phase phase,
            @Nullable String instruction,
            @Nullable Duration expectedDuration,
            @Nullable List<String> dependsOn,
            @Nullable String lane,
            @Nullable Mode mode,
            @Nullable List<String> sideEffects,
            @Nullable String rollbackOf,
            @Nullable String noRollback,
            @Nullable Verifies verifies,
            @Nullable Boolean pointOfNoReturn) {
        this(
                id,
                title,
                phase,
                instruction,
                expectedDuration,
                dependsOn,
                lane,
                mode,
                sideEffects,
                rollbackOf,
                noRollback,
                verifies,
                pointOfNoReturn,
                null,
                null,
                null,
                null);
    }

    /** A planned step as its author would have given it, everything said. */
    public static StepDraft of(Step step) {
        return new StepDraft(
                step.id(),
                step.title(),
                step.phase(),
                step.instruction(),
                step.expectedDuration(),
                step.dependsOn(),
                step.lane(),
                step.mode(),
                step.sideEffects(),
                step.rollbackOf(),
                step.noRollback(),
                step.verifies(),
                step.pointOfNoReturn(),
                step.notBefore(),
                step.dueAt(),
                step.script(),
                step.expectation());
    }

    /** The same without instants, which belong to one night. */
    public StepDraft atAnyTime() {
        return new StepDraft(
                id,
                title,
                phase,
                instruction,
                expectedDuration,
                dependsOn,
                lane,
                mode,
                sideEffects,
                rollbackOf,
                noRollback,
                verifies,
                pointOfNoReturn,
                null,
                null,
                script,
                expectation);
    }

    /** Nothing said but the title. */
    public static StepDraft titled(String title) {
        return new StepDraft(
                null, title, null, null, null, null, null, null, null, null, null, null, null);
    }
}
