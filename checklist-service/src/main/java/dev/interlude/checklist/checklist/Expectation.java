package dev.interlude.checklist.checklist;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to see when a step is done.
 *
 * @param text in words
 * @param atLeast lower bound of the value that is read off; null for none
 * @param atMost upper bound; null for none
 * @param unit of the bounds and the value; null when it needs none
 * @param probe how a runner looks; null when a person does
 */
public record Expectation(
        String text,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,
        @Nullable String unit,
        @Nullable Probe probe) {

    /** What a person looks for. */
    public Expectation(
            String text,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            @Nullable String unit) {
        this(text, atLeast, atMost, unit, null);
    }

    /** Whether a value is to be read off. */
    public boolean bounded() {
        return atLeast != null || atMost != null;
    }

    /** Whether the value lies within the bounds. */
    public boolean metBy(BigDecimal value) {
        return (atLeast == null || value.compareTo(atLeast) >= 0)
                && (atMost == null || value.compareTo(atMost) <= 0);
    }

    /** Whether a person has to read the value off, since no probe does. */
    boolean readByPerson() {
        return bounded() && (probe == null || probe.pointer() == null);
    }
}
