package dev.interlude.notifier.view.calendar;

import biweekly.component.VEvent;
import biweekly.property.Status;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.notice.WindowState;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.notifier.view.wording.Plain;
import dev.interlude.notifier.view.wording.StandaloneText;
import dev.interlude.notifier.view.wording.Words;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;

/**
 * A window as a calendar entry: UID is the window's id for ever, SEQUENCE rises with each change of
 * time, title or standing, a cancelled entry stays as such, and a completed one ends when the work
 * did. Times are UTC; calendars show them in their owner's zone.
 */
final class CalendarEntry {

    private CalendarEntry() {}

    static VEvent of(WindowHistory history, Site site) {
        PublicWindow window = history.window();
        var entry = new VEvent();
        entry.setUid(history.id());
        entry.setSequence(history.timeChanges());
        entry.setStatus(status(window));
        entry.setSummary(Plain.of(window.title()));
        entry.setDateStart(Date.from(window.start()), true);
        entry.setDateEnd(Date.from(end(window)), true);
        entry.setDescription(description(history));
        entry.setUrl(site.at("/maintenance/" + history.number()));
        entry.addCategories(window.components().stream().map(c -> Plain.of(c.name())).toList());
        entry.setTransparency(true);
        entry.setCreated(Date.from(history.first().publishedAt()));
        entry.setDateTimeStamp(Date.from(history.latest().publishedAt()));
        entry.setLastModified(Date.from(history.latest().publishedAt()));
        return entry;
    }

    private static Status status(PublicWindow window) {
        if (window.state() == WindowState.Cancelled) {
            return Status.cancelled();
        }
        return window.tentative() ? Status.tentative() : Status.confirmed();
    }

    private static Instant end(PublicWindow window) {
        Instant actualEnd = window.actualEnd();
        return window.state() == WindowState.Completed
                        && actualEnd != null
                        && actualEnd.isAfter(window.start())
                ? actualEnd
                : window.end();
    }

    private static String description(WindowHistory history) {
        String impacts =
                history.window().components().stream()
                        .map(CalendarEntry::impact)
                        .collect(Collectors.joining("\n"));
        return Words.of(history.window())
                + ". "
                + StandaloneText.of(history.latest())
                + "\n\n"
                + impacts;
    }

    private static String impact(AffectedComponent component) {
        return Plain.of(component.name()) + ": " + Words.of(component.impact());
    }
}
