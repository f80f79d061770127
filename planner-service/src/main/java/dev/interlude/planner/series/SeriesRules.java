package dev.interlude.planner.series;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.recurrence.Recurrence;
import dev.interlude.planner.recurrence.WallClock;
import dev.interlude.planner.recurrence.WallClock.Reading;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.PlanRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold of a series before it is one. */
final class SeriesRules {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LOOK_AHEAD_YEARS = 5;
    private static final int MOST = 2_000;

    private SeriesRules() {}

    /** By these rules each one can become a window; what can't is told now, and not to nobody. */
    static @Nullable Rejection acceptable(SeriesTerms terms, NoticePolicy policy, Instant now) {
        ZoneId zone = zone(terms.zone());
        if (zone == null) {
            return Rejection.invalid("/zone", "must be an IANA zone, for example Europe/Berlin");
        }
        if (outside(terms.duration(), Duration.ofMinutes(1), LONGEST)) {
            return Rejection.invalid("/duration", "must be PT1M to P7D");
        }
        if (outside(terms.openBefore(), Duration.ofHours(1), FARTHEST)) {
            return Rejection.invalid("/openBefore", "must be PT1H to P366D");
        }
        Rejection plan = PlanRules.components(terms.components());
        plan = plan == null ? PlanRules.reminders(terms.reminders()) : plan;
        plan = plan == null ? announced(terms, policy) : plan;
        if (plan != null) {
            return plan;
        }
        if (terms.crew() != null && terms.crew().driver().equals(terms.crew().buddy())) {
            return Rejection.conflict("same-person", "Driver and buddy must be two people.");
        }
        Rejection no = start(terms, zone, now);
        return no == null ? rule(terms, zone) : no;
    }

    private static @Nullable Rejection announced(SeriesTerms terms, NoticePolicy policy) {
        Duration required = PlanRules.notice(terms.components(), terms.audience(), policy);
        return terms.autoAnnounce() && policy.refuses(terms.openBefore(), required)
                ? Rejection.invalid(
                        "/openBefore",
                        "must be at least "
                                + required
                                + ", the notice that the policy asks for: with autoAnnounce each is"
                                + " announced when it opens")
                : null;
    }

    private static @Nullable ZoneId zone(String written) {
        try {
            ZoneId zone = ZoneId.of(written);
            return zone.getId().contains("/") || zone.getId().equals("UTC") ? zone : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static boolean outside(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) < 0 || duration.compareTo(most) > 0;
    }

    private static @Nullable Rejection start(SeriesTerms terms, ZoneId zone, Instant now) {
        if (!terms.localStart().equals(terms.localStart().truncatedTo(ChronoUnit.SECONDS))) {
            return Rejection.invalid("/localStart", "must be a whole second");
        }
        if (!WallClock.first(terms.localStart(), zone).isAfter(now)) {
            return Rejection.invalid("/localStart", "must lie in the future");
        }
        return WallClock.first(terms.localStart(), zone).isAfter(now.plus(Duration.ofDays(1_826)))
                ? Rejection.invalid("/localStart", "must not lie more than 5 years ahead")
                : null;
    }

    private static @Nullable Rejection rule(SeriesTerms terms, ZoneId zone) {
        try {
            var recurrence = Recurrence.of(terms.rule(), terms.localStart(), zone);
            LocalDateTime from = terms.localStart();
            return terms.inGap() != null
                    ? null
                    : recurrence.between(from, from.plusYears(LOOK_AHEAD_YEARS), MOST).stream()
                            .flatMap(local -> gap(local, from, zone).stream())
                            .findFirst()
                            .orElse(null);
        } catch (Recurrence.Unusable e) {
            return Rejection.invalid("/rule", e.why());
        }
    }

    private static Optional<Rejection> gap(LocalDateTime local, LocalDateTime first, ZoneId zone) {
        if (!(WallClock.read(local, zone) instanceof Reading.Never never)) {
            return Optional.empty();
        }
        String where = local.equals(first) ? "/localStart" : "/rule";
        String words =
                "comes to "
                        + local
                        + ", which is not there in "
                        + zone
                        + ": the clocks go from "
                        + never.gapStart().toLocalTime()
                        + " to "
                        + never.gapEnd().toLocalTime()
                        + "; choose another time, or say by inGap whether such a one is left out"
                        + " (SKIP) or begins later (LATER)";
        return Optional.of(Rejection.invalid(where, words));
    }
}
