package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.http.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What part of a timeline is asked for.
 *
 * @param order by which of the two times the entries are sorted
 * @param asOf only entries up to and including this instant; null for all
 * @param by which of the two times {@code asOf} is compared with
 * @param limit entries on a page, 1 to 200
 * @param after the place behind which the page begins
 */
record TimelineQuery(By order, @Nullable Instant asOf, By by, int limit, Cursor after) {

    /** The two times of an event. */
    enum By {
        /** When the event happened in the world. */
        OCCURRED,
        /** When a log took it: what was known. */
        RECORDED;

        static By parse(String name, @Nullable String text) {
            return switch (text) {
                case null -> RECORDED;
                case "recorded" -> RECORDED;
                case "occurred" -> OCCURRED;
                default -> throw Problem.invalid(name, "is recorded or occurred");
            };
        }
    }

    private static final int LARGEST = 200;

    static TimelineQuery parse(
            @Nullable String order,
            @Nullable String asOf,
            @Nullable String by,
            @Nullable String limit,
            @Nullable String cursor) {
        By sorted = By.parse("order", order);
        return new TimelineQuery(
                sorted,
                asOf == null ? null : instant(asOf),
                By.parse("by", by),
                limit == null ? LARGEST : limit(limit),
                cursor == null ? Cursor.START : Cursor.parse(cursor));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("asOf", "is an RFC 3339 instant in UTC");
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of bounds
        }
        throw Problem.invalid("limit", "is a whole number from 1 to " + LARGEST);
    }
}
