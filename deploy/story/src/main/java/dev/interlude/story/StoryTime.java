package dev.interlude.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a story: its Saturday is the first one that is at least four days ahead at 02:00 of
 * the story's zone, so that a notice of 72 hours can be given.
 */
final class StoryTime {

    private static final Pattern CLOCK = Pattern.compile("(Wed|Thu|Fri|Sat) (\\d\\d:\\d\\d)");
    private static final Pattern AHEAD = Pattern.compile("now\\+(P\\d+D)");
    private static final Map<String, Integer> DAYS_BEFORE =
            Map.of("Wed", 3, "Thu", 2, "Fri", 1, "Sat", 0);

    private final ZoneId zone;
    private final Instant now;
    private final LocalDate saturday;

    StoryTime(Instant now, ZoneId zone) {
        this.zone = zone;
        this.now = now;
        ZonedDateTime earliest = now.atZone(zone).plusDays(4);
        LocalDate day =
                earliest.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        this.saturday = day.atTime(2, 0).atZone(zone).isBefore(earliest) ? day.plusWeeks(1) : day;
    }

    static boolean isTime(String text) {
        return CLOCK.matcher(text).matches() || AHEAD.matcher(text).matches();
    }

    /** {@code Sat 02:00} or, in whole hours, {@code now+P2D}. */
    Instant at(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            LocalDate day = saturday.minusDays(DAYS_BEFORE.getOrDefault(clock.group(1), 0));
            return day.atTime(LocalTime.parse(clock.group(2))).atZone(zone).toInstant();
        }
        Matcher ahead = AHEAD.matcher(text);
        if (ahead.matches()) {
            return now.atZone(zone)
                    .truncatedTo(ChronoUnit.HOURS)
                    .plus(Period.parse(ahead.group(1)))
                    .toInstant();
        }
        throw new IllegalArgumentException("not a time of the story: " + text);
    }
}
