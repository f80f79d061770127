package dev.interlude.planner.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;

/** Times as they are said. */
final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private Words() {}

    static String of(Duration duration) {
        var parts = new ArrayList<String>();
        if (duration.toDays() > 0) {
            parts.add(duration.toDays() + (duration.toDays() == 1 ? " day" : " days"));
        }
        if (duration.toHoursPart() > 0) {
            parts.add(duration.toHoursPart() + " h");
        }
        if (duration.toMinutesPart() > 0 && duration.toDays() == 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    static String of(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }
}
