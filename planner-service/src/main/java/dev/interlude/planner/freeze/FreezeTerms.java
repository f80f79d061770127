package dev.interlude.planner.freeze;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.recurrence.Recurrence;
import dev.interlude.planner.recurrence.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen and when: {@code start} and {@code end}, or {@code rule}, {@code localStart} and
 * {@code duration}.
 *
 * @param zone IANA zone that it is meant in
 * @param start first instant of a freeze that takes place once
 * @param end first instant after it
 * @param rule value of an RRULE of RFC 5545
 * @param localStart its first start, on the wall of the zone
 * @param duration from wall clock to wall clock, ISO 8601, at most 31 days: from Friday 16:00 on,
 *     PT64H lasts until Monday 08:00 also when the clocks are changed in between
 * @param components slugs of those that are frozen; empty for all
 * @param team whose windows are frozen; null for everybody's
 */
public record FreezeTerms(
        String title,
        @Nullable String reason,
        String zone,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String rule,
        @Nullable LocalDateTime localStart,
        @Nullable Duration duration,
        List<String> components,
        @Nullable String team) {

    /** At how many of its periods one look goes. */
    private static final int MOST = 1_000;

    boolean recurs() {
        return rule != null;
    }

    /** True when it is about a window of this team on these components. */
    public boolean concerns(Collection<String> ofComponents, @Nullable String ofTeam) {
        return (team == null || team.equals(ofTeam))
                && (components.isEmpty() || ofComponents.stream().anyMatch(components::contains));
    }

    /** Its periods that share an instant with the given one. */
    public List<Period> within(Period asked) {
        if (start != null && end != null) {
            var once = new Period(start, end);
            return once.overlaps(asked) ? List.of(once) : List.of();
        }
        Duration lasts = Objects.requireNonNull(duration, "one that recurs has a duration");
        ZoneId at = ZoneId.of(zone);
        LocalDateTime from = LocalDateTime.ofInstant(asked.start(), at).minus(lasts).minusHours(25);
        LocalDateTime to = LocalDateTime.ofInstant(asked.end(), at).plusHours(25);
        return recurrence(at).between(from, to, MOST).stream()
                .map(local -> period(local, lasts, at))
                .filter(asked::overlaps)
                .toList();
    }

    private Recurrence recurrence(ZoneId at) {
        return Recurrence.known(
                Objects.requireNonNull(rule, "neither once nor by a rule"),
                Objects.requireNonNull(localStart, "a rule has a first start"),
                at);
    }

    private static Period period(LocalDateTime local, Duration lasts, ZoneId at) {
        return new Period(WallClock.first(local, at), WallClock.last(local.plus(lasts), at));
    }
}
