package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer did not agree to.
 *
 * @param n its number in the checklist, from 1
 * @param answer null as long as it is open
 */
public record Concern(
        int n,
        String stepId,
        String text,
        Actor raisedBy,
        @Nullable String answer,
        @Nullable Actor answeredBy) {

    /** Whether nobody has answered it. */
    public boolean open() {
        return answer == null;
    }

    Concern answered(String text, Actor by) {
        return new Concern(n, stepId, this.text, raisedBy, text, by);
    }
}
