package dev.interlude.planner.view.calendar;

import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pipeline may go on with a component.
 *
 * @param freeze that holds now for everybody, or for the team that looks after the component;
 *     absent for none
 * @param windows at work on it now
 * @param clear neither a freeze nor a window
 * @param retryAfter when it is worth asking again, in seconds; absent when clear
 */
record CalendarNow(
        @Nullable FreezeNow freeze,
        List<WindowNow> windows,
        boolean clear,
        @Nullable Long retryAfter) {

    private static final long SOONEST = 60;

    record FreezeNow(String id, String title, Instant until) {}

    record WindowNow(String id, String number, String title, String state, Instant end) {}

    static CalendarNow of(
            Listed component, Instant now, List<Declared> freezes, List<ScheduledWindow> atWork) {
        var instant = new Period(now, now.plusMillis(1));
        FreezeNow freeze =
                freezes.stream()
                        .filter(f -> f.terms().concerns(List.of(component.id()), component.team()))
                        .flatMap(f ->
                                f.within(instant).stream()
                                        .map(p ->
                                                new FreezeNow(f.id(), f.terms().title(), p.end())))
                        .max(Comparator.comparing(FreezeNow::until))
                        .orElse(null);
        List<WindowNow> windows =
                atWork.stream()
                        .filter(w -> w.booked().impacts().containsKey(component.id()))
                        .map(w ->
                                new WindowNow(
                                        w.booked().id(),
                                        String.valueOf(w.booked().number()),
                                        w.booked().title(),
                                        w.state(),
                                        w.booked().time().end()))
                        .toList();
        Long retryAfter =
                Stream.concat(
                                Stream.ofNullable(freeze).map(FreezeNow::until),
                                windows.stream().map(WindowNow::end))
                        .map(end -> Math.max(SOONEST, Duration.between(now, end).toSeconds()))
                        .max(Long::compare)
                        .orElse(null);
        return new CalendarNow(freeze, windows, retryAfter == null, retryAfter);
    }
}
