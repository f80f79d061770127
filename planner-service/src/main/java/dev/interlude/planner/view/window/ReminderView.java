package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Promise.ReminderFate;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reminder of the start.
 *
 * @param reminder the lead, ISO 8601
 * @param fate absent while it is to come
 */
public record ReminderView(String reminder, Instant dueAt, @Nullable ReminderFate fate) {

    static List<ReminderView> of(Known w) {
        return w.plan().reminders().stream()
                .map(lead ->
                        new ReminderView(
                                lead,
                                w.plan().start().minus(Duration.parse(lead)),
                                w.promise().reminders().get(lead)))
                .toList();
    }
}
