package dev.interlude.planner.freeze;

import dev.interlude.planner.recurrence.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a freeze's stream. */
public sealed interface Freeze {

    /** There is no such freeze. */
    record NotDeclared() implements Freeze {}

    /**
     * A freeze.
     *
     * @param liftedAt since when it holds no longer; null while it holds
     */
    record Declared(String id, FreezeTerms terms, @Nullable Instant liftedAt) implements Freeze {

        /** Its periods that share an instant with the given one, up to when it was lifted. */
        public List<Period> within(Period asked) {
            return terms.within(asked).stream().map(this::cut).filter(asked::overlaps).toList();
        }

        private Period cut(Period period) {
            return liftedAt == null || !liftedAt.isBefore(period.end())
                    ? period
                    : new Period(period.start(), later(period.start(), liftedAt));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        /** Those that keep a window of this team and these components from being worked on. */
        public List<Period> against(Collection<String> components, String team, Period window) {
            return terms.concerns(components, team) ? within(window) : List.of();
        }
    }
}
