package dev.interlude.checklist.markdown;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 1h30m}. */
final class Durations {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,5})s)?");

    private static final Pattern FINE = Pattern.compile("(\\d{1,5})ms");

    private Durations() {}

    /** The duration, or null when the text is none. */
    static @Nullable Duration parse(String text) {
        Matcher m = FORM.matcher(text);
        if (text.isEmpty() || !m.matches()) {
            return null;
        }
        return Duration.ofHours(number(m.group(1)))
                .plusMinutes(number(m.group(2)))
                .plusSeconds(number(m.group(3)));
    }

    /** The same, or milliseconds: {@code 250ms}. */
    static @Nullable Duration parseFine(String text) {
        Matcher m = FINE.matcher(text);
        return m.matches() ? Duration.ofMillis(number(m.group(1))) : parse(text);
    }

    /** The shortest form that keeps milliseconds. */
    static String printFine(Duration duration) {
        return duration.toMillisPart() == 0 ? print(duration) : duration.toMillis() + "ms";
    }

    /** The shortest form; parts of a second are dropped. */
    static String print(Duration duration) {
        String text =
                part(duration.toHours(), "h")
                        + part(duration.toMinutesPart(), "m")
                        + part(duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String part(long n, String unit) {
        return n == 0 ? "" : n + unit;
    }
}
