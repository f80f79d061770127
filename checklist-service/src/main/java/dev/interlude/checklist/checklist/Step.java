package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is planned.
 *
 * @param id slug, unique in the checklist
 * @param instruction Markdown
 * @param expectedDuration estimate, without waiting for people
 * @param dependsOn ids of the steps that come first
 * @param lane {@code driver}, {@code buddy}, {@code liaison} or the slug of an expert
 * @param sideEffects what the author expects it to cause elsewhere
 * @param rollbackOf id of the carry-out step that this rollback step undoes
 * @param noRollback why there is nothing that undoes this carry-out step
 * @param verifies what a verify step verifies; WORK for all others
 * @param pointOfNoReturn whether there is no way back once it has started
 * @param notBefore earliest start; null for none
 * @param dueAt when it should be done, as a word to the customers should; null for none
 * @param script what carries it out; null when a person does
 * @param expectation what to see when it is done; null when nothing is said
 */
public record Step(
        String id,
        String title,
        Phase phase,
        @Nullable String instruction,
        Duration expectedDuration,
        List<String> dependsOn,
        String lane,
        Mode mode,
        List<String> sideEffects,
        @Nullable String rollbackOf,
        @Nullable String noRollback,
        Verifies verifies,
        boolean pointOfNoReturn,
        @Nullable Instant notBefore,
        @Nullable Instant dueAt,
        @Nullable Script script,
        @Nullable Expectation expectation) {

    public Step {
        dependsOn = List.copyOf(dependsOn);
        sideEffects = List.copyOf(sideEffects);
    }

    /**
     * Whether it is done when nobody turns back: it undoes nothing, and verifies no undoing alone.
     */
    public boolean leadsForward() {
        return phase != Phase.ROLLBACK && verifies != Verifies.ROLLBACK;
    }

    /** The same step, waiting for others. */
    public Step after(List<String> others) {
        return new Step(
                id,
                title,
                phase,
                instruction,
                expectedDuration,
                others,
                lane,
                mode,
                sideEffects,
                rollbackOf,
                noRollback,
                verifies,
                pointOfNoReturn,
                notBefore,
                dueAt,
                script,
                expectation);
    }
}
