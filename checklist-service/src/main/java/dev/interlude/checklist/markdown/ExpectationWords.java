package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Probe;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What stands in braces about what to see in the end. */
final class ExpectationWords {

    @Nullable String text;
    @Nullable BigDecimal atLeast;
    @Nullable BigDecimal atMost;
    @Nullable String unit;
    @Nullable String probe;
    @Nullable Integer status;
    @Nullable Duration within;
    @Nullable String pointer;

    @Nullable Expectation expectation(int line) {
        if (probe == null && (status != null || within != null || pointer != null)) {
            throw new UnreadableMarkdown(line, "what a probe is answered needs the probe");
        }
        if (text == null) {
            if (atLeast != null || atMost != null || unit != null || probe != null) {
                throw new UnreadableMarkdown(
                        line, "bounds, a unit and a probe need what is to be expected");
            }
            return null;
        }
        return new Expectation(
                text,
                atLeast,
                atMost,
                unit,
                probe == null ? null : new Probe(probe, status, within, pointer));
    }
}
