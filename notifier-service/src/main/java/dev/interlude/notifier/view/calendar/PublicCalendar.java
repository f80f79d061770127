package dev.interlude.notifier.view.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.util.Duration;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.WindowHistory;
import java.util.List;

/** Windows as an iCalendar object that is published, not invited to (RFC 5545, RFC 7986). */
final class PublicCalendar {

    static final String TYPE = "text/calendar;charset=utf-8";

    private PublicCalendar() {}

    static Rendered of(List<WindowHistory> windows, Site site) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Interlude//Maintenance calendar//EN");
        calendar.setMethod("PUBLISH");
        calendar.setName(site.title() + ": maintenance");
        calendar.addExperimentalProperty("X-WR-CALNAME", site.title() + ": maintenance");
        calendar.setRefreshInterval(Duration.builder().minutes(15).build());
        windows.forEach(window -> calendar.addEvent(CalendarEntry.of(window, site)));
        return Rendered.of(TYPE, Biweekly.write(calendar).go());
    }
}
