package dev.interlude.planner.view.calendar;

import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.window.Impact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in the calendar.
 *
 * @param number of a window; absent for others
 * @param state of a window; Expected for an occurrence; absent for a freeze
 * @param localStart on the wall of the asked zone, with its offset
 * @param impacts by component; of a freeze, its components without an impact
 */
record CalendarItem(
        Kind kind,
        String id,
        @Nullable String number,
        String title,
        @Nullable String team,
        @Nullable String state,
        Instant start,
        Instant end,
        String localStart,
        String localEnd,
        Map<String, Impact> impacts,
        List<String> components) {

    /** A window, one of a series that is no window yet, or a time in which none is begun. */
    enum Kind {
        WINDOW,
        OCCURRENCE,
        FREEZE
    }

    static CalendarItem of(ScheduledWindow window, ZoneId zone) {
        return of(Kind.WINDOW, window.booked(), window.state(), zone);
    }

    static CalendarItem of(Booked occurrence, ZoneId zone) {
        return of(Kind.OCCURRENCE, occurrence, "Expected", zone);
    }

    private static CalendarItem of(Kind kind, Booked b, String state, ZoneId zone) {
        return new CalendarItem(
                kind,
                b.id(),
                b.number(),
                b.title(),
                b.team(),
                state,
                b.time().start(),
                b.time().end(),
                local(b.time().start(), zone),
                local(b.time().end(), zone),
                b.impacts(),
                List.copyOf(b.impacts().keySet()));
    }

    static CalendarItem of(Declared freeze, Period time, ZoneId zone) {
        return new CalendarItem(
                Kind.FREEZE,
                freeze.id(),
                null,
                freeze.terms().title(),
                freeze.terms().team(),
                null,
                time.start(),
                time.end(),
                local(time.start(), zone),
                local(time.end(), zone),
                Map.of(),
                freeze.terms().components());
    }

    private static String local(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    boolean concerns(@Nullable String component) {
        return component == null
                || components.contains(component)
                || (kind == Kind.FREEZE && components.isEmpty());
    }

    /** True when it takes place at some time of that day on the wall of the zone. */
    boolean on(LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Period(start, end).overlaps(new Period(from, to));
    }
}
