package dev.interlude.checklist;

import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what can't be read is 422 with the parameter's name. */
public final class Queries {

    private Queries() {}

    /** A whole number between these, both included. */
    public static int number(String name, @Nullable String text, int least, int most) {
        String rule = "a number from " + least + " to " + most;
        if (text == null || !text.matches("\\d{1,9}")) {
            throw Problem.invalid(name, rule);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw Problem.invalid(name, rule);
        }
        return number;
    }

    /** A text of some length, or null when it is not given. */
    public static @Nullable String text(String name, @Nullable String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most || !LogJson.isWritable(text))) {
            throw Problem.invalid(name, "needs 1 to " + most + " characters");
        }
        return text;
    }

    /** An RFC 3339 instant, or null when it is not given. */
    public static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // a plus sign of an offset arrives as a blank when it was not escaped
            var instant = OffsetDateTime.parse(text.replace(' ', '+'));
            if (instant.getYear() >= 1970 && instant.getYear() <= 9999) {
                return instant.toInstant();
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Problem.invalid(name, "an RFC 3339 instant");
    }
}
