package dev.interlude.planner.freeze;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.recurrence.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a freeze must say to be understood in one way only. */
public final class FreezeRules {

    private static final Duration LONGEST_ONCE = Duration.ofDays(366);
    private static final Duration LONGEST = Duration.ofDays(31);

    private FreezeRules() {}

    /** A rule that does not hold. */
    public record Broken(String pointer, String rule) {}

    /** What is wrong with it, if anything. */
    public static Optional<Broken> broken(FreezeTerms terms, Set<String> known) {
        return Optional.ofNullable(wrong(terms, known));
    }

    static @Nullable Rejection acceptable(FreezeTerms terms, Set<String> known) {
        Broken broken = wrong(terms, known);
        return broken == null ? null : Rejection.invalid(broken.pointer(), broken.rule());
    }

    private static @Nullable Broken wrong(FreezeTerms terms, Set<String> known) {
        ZoneId zone;
        try {
            zone = ZoneId.of(terms.zone());
        } catch (DateTimeException _) {
            return notIana();
        }
        if (!zone.getId().contains("/") && !zone.getId().equals("UTC")) {
            return notIana();
        }
        Broken no = terms.recurs() ? rule(terms, zone) : once(terms);
        return no == null ? components(terms.components(), known) : no;
    }

    private static Broken notIana() {
        return new Broken("/zone", "must be an IANA zone, for example Europe/Berlin");
    }

    private static @Nullable Broken once(FreezeTerms terms) {
        if (terms.localStart() != null || terms.duration() != null) {
            return new Broken("/rule", "must be there beside localStart and duration");
        }
        if (terms.start() == null) {
            return new Broken("/start", "must be there, or else a rule");
        }
        if (terms.end() == null || !terms.start().isBefore(terms.end())) {
            return new Broken("/end", "must be later than start");
        }
        return terms.end().isAfter(terms.start().plus(LONGEST_ONCE))
                ? new Broken("/end", "must not be more than a year later than start")
                : null;
    }

    private static @Nullable Broken rule(FreezeTerms terms, ZoneId zone) {
        LocalDateTime first = terms.localStart();
        Duration lasts = terms.duration();
        if (terms.start() != null || terms.end() != null) {
            return new Broken("/rule", "must not be there beside start and end");
        }
        if (first == null) {
            return new Broken("/localStart", "must be there beside a rule");
        }
        if (lasts == null || !lasts.isPositive() || lasts.compareTo(LONGEST) > 0) {
            return new Broken("/duration", "must be there beside a rule, at most P31D");
        }
        try {
            Recurrence.of(String.valueOf(terms.rule()), first, zone);
            return null;
        } catch (Recurrence.Unusable e) {
            return new Broken("/rule", e.why());
        }
    }

    private static @Nullable Broken components(List<String> components, Set<String> known) {
        for (int i = 0; i < components.size(); i++) {
            String pointer = "/components/" + i;
            if (!known.contains(components.get(i))) {
                return new Broken(pointer, "must be a component of the catalogue");
            }
            if (components.indexOf(components.get(i)) != i) {
                return new Broken(pointer, "must not be named twice");
            }
        }
        return null;
    }
}
