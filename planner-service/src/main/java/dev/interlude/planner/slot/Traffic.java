package dev.interlude.planner.slot;

import dev.interlude.planner.component.LoadProfile;
import dev.interlude.planner.recurrence.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** How much of its busiest hour a component sees in a time, by the hours of its week. */
final class Traffic {

    private static final int[] WORKING_DAY = {
        10, 10, 10, 10, 10, 10, 40, 70, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 70, 50,
        50, 50, 20, 10
    };
    private static final int[] WEEKEND = {
        5, 5, 5, 5, 5, 5, 10, 15, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 20, 20, 20, 10, 5
    };

    private Traffic() {}

    /** What is taken where nobody said: quiet nights from 22 to 6, and quiet weekends. */
    static LoadProfile usual(ZoneId zone) {
        return new LoadProfile(
                zone.getId(),
                IntStream.range(0, LoadProfile.HOURS)
                        .mapToObj(hour ->
                                (double)
                                        (hour / 24 >= DayOfWeek.SATURDAY.getValue() - 1
                                                        ? WEEKEND
                                                        : WORKING_DAY)
                                                [hour % 24])
                        .toList());
    }

    /** From 0 to 1; an hour that is touched in part counts in part. */
    static double share(LoadProfile load, Period time) {
        ZoneId zone = ZoneId.of(load.zone());
        double sum = 0;
        Instant at = time.start();
        while (at.isBefore(time.end())) {
            ZonedDateTime local = at.atZone(zone);
            Instant next = local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            Instant until = next.isAfter(at) && next.isBefore(time.end()) ? next : time.end();
            int hour = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
            sum += load.hours().get(hour) * Duration.between(at, until).toSeconds();
            at = until;
        }
        return sum / load.peak() / Duration.between(time.start(), time.end()).toSeconds();
    }
}
