package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.Promise.Announcement;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a window does by itself as time passes. */
final class Timers {

    private static final String REMINDER = "reminder/";
    private static final String OVERRUN = "overrun";

    private Timers() {}

    static Set<Due> due(Known w) {
        var due = new LinkedHashSet<Due>();
        Announcement announcement = w.promise().announcement();
        if (announcement == null || w.state().ended()) {
            return due;
        }
        if (w.state() == State.ANNOUNCED) {
            for (String reminder : w.plan().reminders()) {
                addReminder(reminder, w, announcement, due);
            }
        }
        if (!w.promise().overrun()) {
            due.add(new Due(OVERRUN, w.plan().end()));
        }
        return due;
    }

    /** One that would have come before the announcement itself has nothing to remind of. */
    private static void addReminder(
            String reminder, Known w, Announcement announcement, Set<Due> due) {
        Instant at = Reminders.dueAt(reminder, w.plan().start());
        if (!w.promise().reminders().containsKey(reminder) && at.isAfter(announcement.at())) {
            due.add(new Due(REMINDER + reminder, at));
        }
    }

    static Decision<WindowEvent> fire(FireTimer c, Known w) {
        if (!due(w).contains(new Due(c.name(), c.dueAt()))) {
            return Decision.nothing();
        }
        String id = w.plan().windowId();
        if (c.name().equals(OVERRUN)) {
            return Decision.accept(new WindowOverran(id, w.plan().end()));
        }
        String reminder = c.name().substring(REMINDER.length());
        Instant start = w.plan().start();
        return Reminders.stale(reminder, start, c.dueAt(), c.act().now())
                ? Decision.accept(new ReminderMissed(id, reminder, start, c.dueAt()))
                : Decision.accept(new ReminderDue(id, reminder, start, c.dueAt()));
    }
}
