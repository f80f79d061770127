package dev.interlude.checklist.view.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window that was run from a template.
 *
 * @param begun whether anything of it was carried out
 * @param rehearsal whether it was one: it tells nothing of how long the real thing takes
 * @param steps by id
 */
record RunRow(
        String windowId,
        String templateId,
        int version,
        Instant draftedAt,
        boolean begun,
        boolean rehearsal,
        Map<String, Turn> steps) {

    /**
     * The last turn of a step.
     *
     * @param seconds how long it took, once it was confirmed
     */
    record Turn(
            @Nullable Instant startedAt, @Nullable Instant completedAt, @Nullable Long seconds) {}

    RunRow started(String step, Instant at) {
        return with(step, new Turn(at, null, null), true);
    }

    RunRow completed(String step, Instant at) {
        Turn turn = steps.get(step);
        return turn == null ? this : with(step, new Turn(turn.startedAt(), at, null), begun);
    }

    RunRow confirmed(String step) {
        Turn turn = steps.get(step);
        if (turn == null || turn.startedAt() == null || turn.completedAt() == null) {
            return this;
        }
        long seconds = Duration.between(turn.startedAt(), turn.completedAt()).toSeconds();
        return with(step, new Turn(turn.startedAt(), turn.completedAt(), seconds), begun);
    }

    RunRow followed(boolean isRehearsal) {
        return new RunRow(windowId, templateId, version, draftedAt, begun, isRehearsal, steps);
    }

    private RunRow with(String step, Turn turn, boolean nowBegun) {
        Map<String, Turn> all = new LinkedHashMap<>(steps);
        all.put(step, turn);
        return new RunRow(windowId, templateId, version, draftedAt, nowBegun, rehearsal, all);
    }
}
