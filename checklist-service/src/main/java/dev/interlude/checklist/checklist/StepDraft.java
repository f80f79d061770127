package dev.interlude.checklist.checklist;

import java.time.Duration;
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
        @Nullable Boolean pointOfNoReturn) {

    /** Nothing said but the title. */
    public static StepDraft titled(String title) {
        return new StepDraft(
                null, title, null, null, null, null, null, null, null, null, null, null, null);
    }
}
