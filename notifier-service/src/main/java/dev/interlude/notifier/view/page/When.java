package dev.interlude.notifier.view.page;

import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.notice.WindowState;
import dev.interlude.notifier.view.wording.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The times of a window.
 *
 * @param previousStart the start before the last move; null when there was none
 * @param previousEnd the end before the last extension; null when there was none
 * @param actualEnd null until the work has ended
 * @param nextUpdateBy null when no update was promised
 * @param day of the start: number, month and weekday, for a calendar leaf
 */
public record When(
        Moment start,
        Moment end,
        @Nullable Moment previousStart,
        @Nullable Moment previousEnd,
        @Nullable Moment actualEnd,
        @Nullable Moment nextUpdateBy,
        Day day) {

    /** A day on a calendar leaf. */
    public record Day(String number, String month, String weekday) {}

    static When of(PublicWindow window) {
        ZoneId zone = Times.zone(window.zone());
        Instant start = window.start();
        return new When(
                Moment.full(start, zone),
                Moment.beside(start, window.end(), zone),
                window.previousStart() == null ? null : Moment.full(window.previousStart(), zone),
                optional(window.previousEnd(), start, zone),
                window.state() == WindowState.Completed
                        ? optional(window.actualEnd(), start, zone)
                        : null,
                optional(window.nextUpdateBy(), start, zone),
                day(start, zone));
    }

    private static @Nullable Moment optional(@Nullable Instant at, Instant start, ZoneId zone) {
        return at == null ? null : Moment.beside(start, at, zone);
    }

    private static Day day(Instant start, ZoneId zone) {
        var date = start.atZone(zone);
        return new Day(
                String.valueOf(date.getDayOfMonth()),
                DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH).format(date),
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }
}
