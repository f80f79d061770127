package dev.interlude.notifier.reaction;

import dev.interlude.notifier.heard.HeardComponent;
import dev.interlude.notifier.heard.PlannerEvent.WindowCompleted;
import dev.interlude.notifier.notice.Impact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What undone work is told with when nobody has written a text: not as if it had been done. */
final class OutcomeText {

    private OutcomeText() {}

    /** Null where the usual sentence is true: it names what is still affected. */
    static @Nullable Map<String, String> of(WindowCompleted completed) {
        if (completed.publicText() != null && !completed.publicText().isEmpty()) {
            return completed.publicText();
        }
        String sentence = completed.outcome() == null ? null : sentence(completed.outcome());
        return sentence == null || somethingIsLeft(completed) ? null : Map.of("en", sentence);
    }

    private static @Nullable String sentence(String outcome) {
        return switch (outcome) {
            case "ROLLED_BACK" ->
                    "The maintenance has ended. The change was undone: all is as it was before.";
            case "FAILED" -> "The maintenance has ended without reaching its aim.";
            case "PARTIAL" -> "The maintenance has ended. Part of the work is left for later.";
            default -> null;
        };
    }

    private static boolean somethingIsLeft(WindowCompleted completed) {
        List<HeardComponent> left = completed.impactLeft();
        return left != null && left.stream().anyMatch(c -> c.impact() != Impact.NO_IMPACT);
    }
}
