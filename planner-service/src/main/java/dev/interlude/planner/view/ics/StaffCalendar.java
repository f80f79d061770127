package dev.interlude.planner.view.ics;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.property.Status;
import biweekly.util.Duration;
import dev.interlude.planner.recurrence.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/**
 * Entries as an iCalendar object that is published, not invited to (RFC 5545, RFC 7986). Times
 * stand on the wall of each entry's zone (TZID), so that a calendar program shows what people said,
 * whatever the clocks do; the zone's rules are sent along.
 */
final class StaffCalendar {

    static final String TYPE = "text/calendar;charset=utf-8";

    private static final java.time.Duration AROUND = java.time.Duration.ofDays(370);

    private StaffCalendar() {}

    /** {@code covered}: what entries are of; zones are described for it and a year around. */
    static String of(List<IcsEntry> entries, Period covered) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Interlude//Calendar of staff//EN");
        calendar.setMethod("PUBLISH");
        calendar.setName("Maintenance (staff)");
        calendar.addExperimentalProperty("X-WR-CALNAME", "Maintenance (staff)");
        calendar.setRefreshInterval(Duration.builder().minutes(15).build());
        Map<String, TimezoneAssignment> zones = new HashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(IcsEntry::start).thenComparing(IcsEntry::uid))
                .forEach(entry -> calendar.addEvent(event(entry, calendar, zones, covered)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(
            IcsEntry entry,
            ICalendar calendar,
            Map<String, TimezoneAssignment> zones,
            Period covered) {
        var event = new VEvent();
        event.setUid(entry.uid());
        event.setSequence(entry.sequence());
        event.setStatus(status(entry));
        event.setSummary(entry.summary());
        event.setDescription(entry.description());
        event.addCategories(entry.categories());
        event.setTransparency(true);
        event.setClassification("CONFIDENTIAL");
        event.setCreated(Date.from(entry.createdAt()));
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        var start = new DateStart(Date.from(entry.start()), true);
        event.setDateStart(start);
        onTheWall(start, entry.start(), entry.zone(), calendar, zones, covered);
        var end = new DateEnd(Date.from(entry.end()), true);
        event.setDateEnd(end);
        onTheWall(end, entry.end(), entry.zone(), calendar, zones, covered);
        return event;
    }

    /** In UTC where the wall clock can't say it. */
    private static void onTheWall(
            ICalProperty property,
            Instant at,
            ZoneId zone,
            ICalendar calendar,
            Map<String, TimezoneAssignment> zones,
            Period covered) {
        if (ZoneRulesOf.canSay(zone, at)) {
            calendar.getTimezoneInfo()
                    .setTimezone(
                            property,
                            zones.computeIfAbsent(zone.getId(), _ -> assignment(zone, covered)));
        }
    }

    private static TimezoneAssignment assignment(ZoneId zone, Period covered) {
        return new TimezoneAssignment(
                TimeZone.getTimeZone(zone),
                ZoneRulesOf.between(
                        zone, covered.start().minus(AROUND), covered.end().plus(AROUND)));
    }

    private static Status status(IcsEntry entry) {
        return switch (entry.standing()) {
            case TENTATIVE -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }
}
