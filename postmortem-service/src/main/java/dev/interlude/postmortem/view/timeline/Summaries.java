package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.UnreadableEvent;
import dev.interlude.postmortem.heard.CommandRefused;
import dev.interlude.postmortem.postmortem.PostmortemEvent.PostmortemDue;
import dev.interlude.postmortem.postmortem.Reason;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One English sentence for an event, made of its data alone. An event that this build does not
 * know, or can't read, is told by its name: nothing is left out of a timeline.
 */
final class Summaries {

    private Summaries() {}

    static String of(LogEvent event, WindowFacts facts) {
        try {
            String known = known(event, facts);
            return known == null ? words(event.name()) : known;
        } catch (UnreadableEvent e) {
            return words(event.name());
        }
    }

    /** The sentence; null for a type that this build doesn't know. */
    static @Nullable String known(LogEvent event, WindowFacts facts) {
        if (event.name().equals("CommandRefused")) {
            return refused(event.read(CommandRefused.class));
        }
        if (event.name().equals("StoreRestored")) {
            return "The store of the %s came back from a backup".formatted(event.source());
        }
        return switch (event.source()) {
            case "planner" -> PlannerSummaries.of(event, facts);
            case "checklist" -> ChecklistSummaries.of(event, facts);
            case "notifier" -> NotifierSummaries.of(event);
            case "postmortem" -> own(event);
            default -> null;
        };
    }

    private static String refused(CommandRefused refused) {
        String gates =
                refused.gates() == null || refused.gates().isEmpty()
                        ? ""
                        : " (" + String.join(", ", refused.gates()) + ")";
        String more = refused.repeated() == 0 ? "" : "; " + refused.repeated() + " more before";
        return "Refused: " + refused.command() + ", " + refused.code() + gates + more;
    }

    private static @Nullable String own(LogEvent event) {
        return switch (event.name()) {
            case "PostmortemDue" -> due(event);
            case "LessonProposed" -> "Lesson: " + event.read(Lesson.class).text();
            default -> null;
        };
    }

    /** What is read of a lesson. */
    private record Lesson(String text) {}

    private static String due(LogEvent event) {
        return "Post-mortem is due: "
                + event.read(PostmortemDue.class).reasons().stream()
                        .map(Reason::text)
                        .collect(Collectors.joining("; "));
    }

    /** {@code WindowExtended} to {@code Window extended}. */
    private static String words(String name) {
        String spaced =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
