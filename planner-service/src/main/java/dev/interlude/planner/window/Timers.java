package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.UpdateDue;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a window does by itself as time passes. */
final class Timers {

    /** People start by hand: a start is late when this much has passed. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final String REMINDER = "reminder/";
    private static final String DELAYED = "delayed";
    private static final String UPDATE = "update";
    private static final String OVERRUN = "overrun";

    private Timers() {}

    static Set<Due> due(Known w) {
        var due = new LinkedHashSet<Due>();
        Instant toldAt = w.promise().timing().toldAt();
        if (toldAt == null || w.state().ended()) {
            return due;
        }
        if (w.state() == State.ANNOUNCED) {
            for (String reminder : w.plan().reminders()) {
                addReminder(reminder, w, toldAt, due);
            }
            addDelay(w, toldAt, due);
        }
        Instant nextUpdate = NextUpdate.of(w);
        if (nextUpdate != null && !nextUpdate.equals(w.promise().saying().missed())) {
            due.add(new Due(UPDATE, nextUpdate));
        }
        if (!w.promise().overrun()) {
            due.add(new Due(OVERRUN, w.plan().end()));
        }
        return due;
    }

    /** One that would have come before the time itself was told has nothing to remind of. */
    private static void addReminder(String reminder, Known w, Instant toldAt, Set<Due> due) {
        Instant at = Reminders.dueAt(reminder, w.plan().start());
        if (!w.promise().reminders().containsKey(reminder) && at.isAfter(toldAt)) {
            due.add(new Due(REMINDER + reminder, at));
        }
    }

    private static void addDelay(Known w, Instant toldAt, Set<Due> due) {
        if (!w.promise().timing().delayed()) {
            Instant start = w.plan().start();
            due.add(new Due(DELAYED, (start.isAfter(toldAt) ? start : toldAt).plus(GRACE)));
        }
    }

    static Decision<WindowEvent> fire(FireTimer c, Known w) {
        if (!due(w).contains(new Due(c.name(), c.dueAt()))) {
            return Decision.nothing();
        }
        String id = w.plan().windowId();
        Instant start = w.plan().start();
        return switch (c.name()) {
            case OVERRUN -> Decision.accept(new WindowOverran(id, w.plan().end()));
            case DELAYED -> Decision.accept(new StartDelayed(id, start, c.act().now()));
            case UPDATE -> Decision.accept(new UpdateDue(id, c.dueAt()));
            default -> reminder(c, id, start);
        };
    }

    private static Decision<WindowEvent> reminder(FireTimer c, String id, Instant start) {
        String reminder = c.name().substring(REMINDER.length());
        return Reminders.stale(reminder, start, c.dueAt(), c.act().now())
                ? Decision.accept(new ReminderMissed(id, reminder, start, c.dueAt()))
                : Decision.accept(new ReminderDue(id, reminder, start, c.dueAt()));
    }
}
