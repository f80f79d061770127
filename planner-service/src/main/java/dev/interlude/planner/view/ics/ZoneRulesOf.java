package dev.interlude.planner.view.ics;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A zone as a VTIMEZONE (RFC 5545, 3.6.5): each change of its clocks between two instants by
 * itself, as the JDK's zone data has them, and what held before the first.
 */
final class ZoneRulesOf {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final long SECOND = 1_000;

    private ZoneRulesOf() {}

    static VTimezone between(ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        var component = new VTimezone(zone.getId());
        ZoneOffsetTransition before = rules.previousTransition(from);
        if (before == null) {
            ZoneOffset offset = rules.getOffset(from);
            add(component, zone, from, observed(EVER, offset, offset, false));
        } else {
            add(component, zone, before);
        }
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            add(component, zone, next);
            next = rules.nextTransition(next.getInstant());
        }
        return component;
    }

    private static void add(VTimezone component, ZoneId zone, ZoneOffsetTransition change) {
        boolean daylight = zone.getRules().isDaylightSavings(change.getInstant());
        add(
                component,
                zone,
                change.getInstant(),
                observed(
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        daylight));
    }

    private static void add(VTimezone component, ZoneId zone, Instant since, Observance observed) {
        observed.addTimezoneName(name(zone, since));
        if (observed instanceof DaylightSavingsTime daylight) {
            component.addDaylightSavingsTime(daylight);
        } else if (observed instanceof StandardTime standard) {
            component.addStandardTime(standard);
        }
    }

    private static Observance observed(
            LocalDateTime at, ZoneOffset from, ZoneOffset to, boolean daylight) {
        Observance observed = daylight ? new DaylightSavingsTime() : new StandardTime();
        observed.setDateStart(
                new DateTimeComponents(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond(),
                        false));
        observed.setTimezoneOffsetFrom(offset(from));
        observed.setTimezoneOffsetTo(offset(to));
        return observed;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * SECOND);
    }

    private static String name(ZoneId zone, Instant since) {
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(since.atZone(zone));
    }

    /**
     * True when the wall clock says it: false for the second time that a local time comes in a
     * night, which RFC 5545 has no words for.
     */
    static boolean canSay(ZoneId zone, Instant instant) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        @Nullable ZoneOffset first = rules.getValidOffsets(local).stream().findFirst().orElse(null);
        return !rules.isFixedOffset() && rules.getOffset(instant).equals(first);
    }
}
