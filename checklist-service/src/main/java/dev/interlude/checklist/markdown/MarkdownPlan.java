package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.StepDraft;
import java.util.List;

/**
 * What was read.
 *
 * @param steps in order
 * @param lines the line of each step, from 1
 * @param warnings what was read in another sense than it was written
 */
public record MarkdownPlan(
        String title, List<StepDraft> steps, List<Integer> lines, List<String> warnings) {

    public MarkdownPlan {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}
