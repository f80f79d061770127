package dev.interlude.postmortem.view.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a reader wants them: in the window's zone, which is always named. */
final class Times {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Times() {}

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code Sat 28 Nov 2026 02:00 to 04:00 (Europe/Berlin)}. */
    static String span(Instant from, Instant to, ZoneId zone) {
        boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        return day(from, zone)
                + " to "
                + (sameDay ? clock(to, zone) : day(to, zone))
                + " ("
                + zone
                + ")";
    }

    /** {@code 1 h 5 min}, at least minutes; the sign is dropped. */
    static String length(Duration duration) {
        Duration d = duration.abs();
        if (d.toDays() > 0) {
            return d.toDays() + " d" + (d.toHoursPart() == 0 ? "" : " " + d.toHoursPart() + " h");
        }
        if (d.toHours() == 0) {
            return d.toMinutes() + " min";
        }
        return d.toHours()
                + " h"
                + (d.toMinutesPart() == 0 ? "" : " " + d.toMinutesPart() + " min");
    }
}
