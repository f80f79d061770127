package dev.interlude.faults.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client asked for, once or more often with the same Idempotency-Key.
 *
 * @param mark a text of its own that the first event it leads to carries; null when its command
 *     takes no text
 * @param answers in the order they came; none when it was never answered
 */
public record Operation(@Nullable String mark, List<Answer> answers) {

    public Operation {
        answers = List.copyOf(answers);
    }

    /** The answers that say that it is stored. */
    List<Answer.Acknowledged> acknowledgements() {
        return answers.stream()
                .filter(Answer.Acknowledged.class::isInstance)
                .map(Answer.Acknowledged.class::cast)
                .toList();
    }

    /** True when every answer promised that nothing is stored. */
    boolean refused() {
        return !answers.isEmpty() && answers.stream().allMatch(Answer.Refused.class::isInstance);
    }
}
