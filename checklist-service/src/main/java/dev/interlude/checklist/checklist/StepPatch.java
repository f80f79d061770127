package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be otherwise with a planned step; null means "as it is".
 *
 * @param remove names of members that are to be empty
 */
public record StepPatch(
        @Nullable String title,
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
        @Nullable Expectation expectation,
        Set<String> remove) {

    /** The members that can be empty. */
    public static final Set<String> REMOVABLE =
            Set.of(
                    "instruction",
                    "rollbackOf",
                    "noRollback",
                    "notBefore",
                    "dueAt",
                    "script",
                    "expectation");

    public StepPatch {
        remove = Set.copyOf(remove);
    }

    Step of(Step s) {
        boolean noReturn = or(pointOfNoReturn, s.pointOfNoReturn());
        // a step that becomes the point of no return is cleared, if nothing else is said
        Mode usual = noReturn && !s.pointOfNoReturn() ? Mode.READ_DO : s.mode();
        return new Step(
                s.id(),
                or(title, s.title()).strip(),
                or(phase, s.phase()),
                kept("instruction", instruction, s.instruction()),
                or(expectedDuration, s.expectedDuration()),
                or(dependsOn, s.dependsOn()),
                or(lane, s.lane()),
                or(mode, usual),
                or(sideEffects, s.sideEffects()),
                kept("rollbackOf", rollbackOf, s.rollbackOf()),
                kept("noRollback", noRollback, s.noRollback()),
                or(verifies, s.verifies()),
                noReturn,
                kept("notBefore", notBefore, s.notBefore()),
                kept("dueAt", dueAt, s.dueAt()),
                kept("script", script, s.script()),
                kept("expectation", expectation, s.expectation()));
    }

    private static <T> T or(@Nullable T next, T before) {
        return next == null ? before : next;
    }

    private <T> @Nullable T kept(String member, @Nullable T next, @Nullable T before) {
        if (next != null) {
            return next;
        }
        return remove.contains(member) ? null : before;
    }
}
