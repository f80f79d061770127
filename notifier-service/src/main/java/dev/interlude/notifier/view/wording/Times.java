package dev.interlude.notifier.view.wording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, each with its zone. */
public final class Times {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter IN_TEXT =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

    private Times() {}

    /** The zone of that name; UTC when this Java does not know it, never an error. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    public static String full(Instant at, ZoneId zone) {
        return FULL.format(at.atZone(zone));
    }

    public static String inText(Instant at, ZoneId zone) {
        return IN_TEXT.format(at.atZone(zone));
    }

    /** The time alone when it is on the same day as the other, else with its date. */
    public static String beside(Instant other, Instant at, ZoneId zone) {
        boolean sameDay = at.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
        return (sameDay ? TIME : FULL).format(at.atZone(zone));
    }

    /** "45 min", "3 h", "1 h 30 min", "2 d 4 h". */
    public static String duration(Duration duration) {
        var text = new StringBuilder();
        part(text, duration.toDaysPart(), "d");
        part(text, duration.toHoursPart(), "h");
        part(text, duration.toMinutesPart(), "min");
        return text.isEmpty() ? "0 min" : text.toString();
    }

    private static void part(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
        }
    }
}
