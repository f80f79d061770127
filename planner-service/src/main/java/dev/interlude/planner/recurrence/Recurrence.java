package dev.interlude.planner.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The local times of an RRULE (RFC 5545) from a first one on. It knows no zone: 02:00 stays 02:00,
 * and what that is on a night of changing clocks is {@link WallClock}'s to say.
 */
public final class Recurrence {

    /** More than five centuries of weeks, or a daily rule over 50 years. */
    private static final int MOST = 20_000;

    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private Recurrence(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    /** Why a rule can't be used. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why, null, false, false);
        }

        /** What should hold, as the end of a sentence. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads a rule.
     *
     * @param rule value of an RRULE, without its name; an UNTIL in UTC is read in the zone
     * @param start the first occurrence, which the rule must come to by itself
     * @throws Unusable when it is no such rule, more often than daily, or doesn't begin at the
     *     start
     */
    public static Recurrence of(String rule, LocalDateTime start, ZoneId zone) throws Unusable {
        try {
            var parsed = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
            if (parsed.getFreq().compareTo(Freq.DAILY) > 0) {
                throw new Unusable("must not recur more often than daily");
            }
            untilOnTheWall(parsed, zone);
            var recurrence = new Recurrence(parsed, start);
            if (!recurrence.between(start, start.plusSeconds(1), 1).contains(start)) {
                throw new Unusable("must come to the start by itself: " + start + " is not of it");
            }
            return recurrence;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new Unusable("must be an RRULE of RFC 5545: " + e.getMessage());
        }
    }

    /** One that was accepted before. */
    public static Recurrence known(String rule, LocalDateTime start, ZoneId zone) {
        try {
            return of(rule, start, zone);
        } catch (Unusable e) {
            throw new IllegalStateException("accepted earlier: " + rule, e);
        }
    }

    private static void untilOnTheWall(RecurrenceRule rule, ZoneId zone) {
        DateTime until = rule.getUntil();
        if (until == null) {
            return;
        }
        if (until.isAllDay()) {
            rule.setUntil(
                    new DateTime(
                            until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59));
        } else if (!until.isFloating()) {
            rule.setUntil(
                    floating(
                            LocalDateTime.ofInstant(
                                    Instant.ofEpochMilli(until.getTimestamp()), zone)));
        }
    }

    /** Those from an instant on the wall up to, but without, another; at most so many. */
    public List<LocalDateTime> between(LocalDateTime from, LocalDateTime to, int atMost) {
        var found = new ArrayList<LocalDateTime>();
        RecurrenceRuleIterator all = rule.iterator(floating(start));
        for (int seen = 0; seen < MOST && found.size() < atMost && all.hasNext(); seen++) {
            LocalDateTime next = local(all.nextDateTime());
            if (!next.isBefore(to)) {
                break;
            }
            if (!next.isBefore(from)) {
                found.add(next);
            }
        }
        return found;
    }

    /** The first one behind a local time; empty when the rule has ended. */
    public Optional<LocalDateTime> next(LocalDateTime behind) {
        return between(behind.plusNanos(1), LocalDateTime.MAX, 1).stream().findFirst();
    }

    /** True when it is one of them. */
    public boolean has(LocalDateTime local) {
        return !between(local, local.plusNanos(1), 1).isEmpty();
    }

    private static DateTime floating(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateTime floating) {
        return LocalDateTime.of(
                floating.getYear(),
                floating.getMonth() + 1,
                floating.getDayOfMonth(),
                floating.getHours(),
                floating.getMinutes(),
                floating.getSeconds());
    }
}
