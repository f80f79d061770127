package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Expectation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in braces about what to see in the end. */
final class ExpectationWords {

    @Nullable String text;
    @Nullable BigDecimal atLeast;
    @Nullable BigDecimal atMost;
    @Nullable String unit;

    @Nullable Expectation expectation(int line) {
        if (text == null) {
            if (atLeast != null || atMost != null || unit != null) {
                throw new UnreadableMarkdown(line, "bounds and a unit need what is to be expected");
            }
            return null;
        }
        return new Expectation(text, atLeast, atMost, unit);
    }
}
