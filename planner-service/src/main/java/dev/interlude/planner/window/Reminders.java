package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Rejection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads before the start at which people are told again, as ISO 8601 durations. */
final class Reminders {

    static final List<String> USUAL = List.of("P1D", "PT1H");

    private static final Duration MOST_LATE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(90);

    private Reminders() {}

    static @Nullable Rejection acceptable(@Nullable List<String> reminders) {
        if (reminders == null) {
            return null;
        }
        var seen = new HashSet<Duration>();
        for (int i = 0; i < reminders.size(); i++) {
            String pointer = "/reminders/" + i;
            Duration lead = parsed(reminders.get(i));
            if (lead == null || lead.compareTo(Duration.ZERO) <= 0 || lead.compareTo(LONGEST) > 0) {
                return Rejection.invalid(
                        pointer, "must be a duration of days, hours or minutes, at most P90D");
            }
            if (!seen.add(lead)) {
                return Rejection.invalid(pointer, "must not be named twice");
            }
        }
        return null;
    }

    static Instant dueAt(String reminder, Instant start) {
        return start.minus(Duration.parse(reminder));
    }

    /** Too late to be of use: the start has passed, or a quarter of the lead, at most 15 min. */
    static boolean stale(String reminder, Instant start, Instant dueAt, Instant now) {
        Duration quarter = Duration.parse(reminder).dividedBy(4);
        Duration tolerated = quarter.compareTo(MOST_LATE) < 0 ? quarter : MOST_LATE;
        return !now.isBefore(start) || now.isAfter(dueAt.plus(tolerated));
    }

    private static @Nullable Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
