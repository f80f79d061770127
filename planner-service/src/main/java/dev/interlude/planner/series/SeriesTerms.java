package dev.interlude.planner.series;

import dev.interlude.planner.recurrence.Recurrence;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.ComponentImpact;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes again, and when.
 *
 * @param zone IANA zone of the wall clock
 * @param rule value of an RRULE (RFC 5545), at most daily
 * @param localStart first occurrence, on the wall of the zone
 * @param duration of each, elapsed time
 * @param openBefore how long before its start an occurrence becomes a window
 * @param autoAnnounce whether it is announced when it does
 * @param audience null: as of any window with these impacts
 * @param reminders null: as of any window
 * @param crew null while nobody is named
 * @param inGap what becomes of an occurrence that the clocks leap over; null: there must be none
 * @param templateId of the checklist that each opens with; null for none
 */
public record SeriesTerms(
        String title,
        Map<String, String> publicText,
        @Nullable Map<String, String> internalText,
        String zone,
        String rule,
        LocalDateTime localStart,
        Duration duration,
        List<ComponentImpact> components,
        String team,
        @Nullable Audience audience,
        Duration openBefore,
        boolean autoAnnounce,
        @Nullable List<String> reminders,
        @Nullable Crew crew,
        @Nullable InGap inGap,
        @Nullable String templateId) {

    /** Who is named for every occurrence. */
    public record Crew(String driver, String buddy, @Nullable String liaison) {}

    /** It is left out, or begins when the clocks have leapt. */
    public enum InGap {
        SKIP,
        LATER
    }

    ZoneId at() {
        return ZoneId.of(zone);
    }

    Recurrence recurrence() {
        return Recurrence.known(rule, localStart, at());
    }
}
