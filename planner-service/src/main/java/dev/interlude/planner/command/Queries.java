package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.recurrence.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what can't be read is 422 with the parameter's name. */
public final class Queries {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofDays(3_653);

    private Queries() {}

    /** An RFC 3339 instant, or null when it is not given. */
    public static @Nullable Instant instant(String name, @Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            // a plus sign of an offset arrives as a blank when it was not escaped
            var instant = OffsetDateTime.parse(written.replace(' ', '+'));
            if (instant.getYear() >= 1970 && instant.getYear() <= 9999) {
                return instant.toInstant();
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Problem.invalid(name, "must be an RFC 3339 instant");
    }

    /** From an instant on, up to another or for so long; at most ten years. */
    public static Period period(Instant from, @Nullable Instant to, Duration usual) {
        return period(from, to, usual, LONGEST);
    }

    /** The same with another bound. */
    public static Period period(
            Instant from, @Nullable Instant to, Duration usual, Duration longest) {
        Instant end = to == null ? from.plus(usual) : to;
        if (!from.isBefore(end)) {
            throw Problem.invalid("to", "must be later than from");
        }
        if (end.isAfter(from.plus(longest))) {
            throw Problem.invalid(
                    "to", "must not be more than " + longest.toDays() + " days later than from");
        }
        return new Period(from, end);
    }

    /** An ISO 8601 duration of at least a minute. */
    public static Duration duration(String name, @Nullable String written, Duration longest) {
        try {
            Duration duration = written == null ? Duration.ZERO : Duration.parse(written);
            if (duration.toMinutes() >= 1 && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Problem.invalid(name, "must be an ISO 8601 duration, PT1M to " + longest);
    }

    /** An IANA zone; UTC when it is not given. */
    public static ZoneId zone(String name, @Nullable String written) {
        try {
            ZoneId zone = ZoneId.of(written == null ? "UTC" : written);
            if (zone.getId().contains("/") || zone.getId().equals("UTC")) {
                return zone;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Problem.invalid(name, "must be an IANA zone, for example Europe/Berlin");
    }

    /** Some of these words, with commas between; none when it is not given. */
    public static List<String> words(String name, @Nullable String written, List<String> known) {
        if (written == null) {
            return List.of();
        }
        List<String> some = List.of(written.split(",", -1));
        if (!known.containsAll(some)) {
            throw Problem.invalid(name, "must be of " + String.join(", ", known));
        }
        return some.stream().distinct().toList();
    }

    /** One of these words, or null when it is not given. */
    public static @Nullable String word(String name, @Nullable String written, List<String> known) {
        if (written == null || known.contains(written)) {
            return written;
        }
        throw Problem.invalid(name, "must be one of " + String.join(", ", known));
    }

    /** A slug, or null when it is not given. */
    public static @Nullable String slug(String name, @Nullable String written) {
        if (written == null || written.matches(Requests.SLUG)) {
            return written;
        }
        throw Problem.invalid(name, "must be a slug of a-z, 0-9 and hyphens");
    }

    /** How many to list at most. */
    public static int limit(@Nullable String written) {
        if (written == null) {
            return USUAL;
        }
        if (written.matches("[1-9][0-9]{0,2}") && Integer.parseInt(written) <= MOST) {
            return Integer.parseInt(written);
        }
        throw Problem.invalid("limit", "must be 1 to " + MOST);
    }

    /** The number of a sub-thing; what is none is 404, like a number that was not given out. */
    static int ordinal(String written) {
        if (!written.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound("there is nothing of that number");
        }
        return Integer.parseInt(written);
    }
}
