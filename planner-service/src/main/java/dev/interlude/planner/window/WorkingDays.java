package dev.interlude.planner.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/** Monday to Friday, but for the holidays that the team's policy names. */
final class WorkingDays {

    private WorkingDays() {}

    /** The end of the n-th working day after the day of that instant, in that zone. */
    static Instant endOfNth(int n, Instant after, ZoneId zone, Collection<LocalDate> holidays) {
        LocalDate day = after.atZone(zone).toLocalDate();
        int left = n;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day) && !holidays.contains(day)) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
