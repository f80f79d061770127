package dev.interlude.planner.slot;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.recurrence.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Starts on the hour and the half of a wall clock; a time that is not there is none. */
final class Candidates {

    private static final int HALVES = 48;

    private Candidates() {}

    static List<Period> of(SlotQuestion question) {
        ZoneId zone = question.zone();
        var found = new ArrayList<Period>();
        LocalDate last = LocalDate.ofInstant(question.range().end(), zone);
        for (LocalDate day = LocalDate.ofInstant(question.range().start(), zone);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (int half = 0; half < HALVES; half++) {
                add(day.atTime(half / 2, half % 2 * 30), question, found);
            }
        }
        return found;
    }

    private static void add(LocalDateTime local, SlotQuestion question, List<Period> found) {
        if (WallClock.read(local, question.zone()) instanceof WallClock.Reading.Never) {
            return;
        }
        Instant start = WallClock.first(local, question.zone());
        var time = new Period(start, start.plus(question.duration()));
        if (!start.isBefore(question.range().start())
                && !time.end().isAfter(question.range().end())) {
            found.add(time);
        }
    }
}
