package dev.interlude.planner;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command of a window.
 *
 * @param what its path under the window; empty for the window itself, which is patched
 * @param body what is sent, null for none
 * @param who may do it
 * @param others what an auditor of another team is told
 * @param over what is said when the window is over
 */
record WindowRow(
        Where where,
        String what,
        @Nullable Map<String, Object> body,
        String who,
        String others,
        String over) {

    /** Where a row can be done: still planned, at work, stopped, or looked over. */
    enum Where {
        PLAN,
        PROVIDED,
        NIGHT,
        STOPPED,
        VERIFYING
    }

    /** True when the version that was seen has to be said. */
    boolean matching() {
        return what.isEmpty() || what.equals("moves");
    }

    String name() {
        return what.isEmpty() ? "PATCH" : what;
    }

    WindowRow with(@Nullable Map<String, Object> other) {
        return new WindowRow(where, what, other, who, others, over);
    }

    /** As the interface writes it. */
    String operation() {
        return what.isEmpty()
                ? "PATCH /api/v1/windows/{id}"
                : "POST /api/v1/windows/{id}/" + what.replace("/1", "/{n}");
    }
}
