package dev.interlude.planner.series;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.recurrence.WallClock;
import dev.interlude.planner.recurrence.WallClock.Reading;
import dev.interlude.planner.series.Occurrence.Status;
import dev.interlude.planner.series.Series.Change;
import dev.interlude.planner.series.Series.Part;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesTerms.InGap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The occurrences of a series: what its rule says, and what people have said of single ones. */
public final class Occurrences {

    private static final int MOST = 5_000;

    private final Recurring series;

    private Occurrences(Recurring series) {
        this.series = series;
    }

    public static Occurrences of(Recurring series) {
        return new Occurrences(series);
    }

    /** Those that share an instant with the period, where they were moved to; by start. */
    public List<Occurrence> within(Period period) {
        var zone = series.terms().at();
        LocalDateTime from =
                LocalDateTime.ofInstant(period.start(), zone)
                        .minus(series.terms().duration())
                        .minusDays(8);
        LocalDateTime to = LocalDateTime.ofInstant(period.end(), zone).plusDays(1);
        return Stream.concat(
                        locals(from, to, MOST).stream(),
                        series.changes().stream().map(Change::localStart).filter(this::has))
                .distinct()
                .flatMap(local -> at(local).stream())
                .filter(occurrence -> occurrence.time().overlaps(period))
                .sorted(
                        Comparator.comparing(Occurrence::start)
                                .thenComparing(Occurrence::localStart))
                .toList();
    }

    /** The one of that original local start; empty when there is none. */
    public Optional<Occurrence> at(LocalDateTime local) {
        return has(local) ? Optional.ofNullable(occurrence(local)) : Optional.empty();
    }

    /** The first that neither is a window nor was left out. */
    Optional<Occurrence> nextToOpen() {
        LocalDateTime from = series.parts().getFirst().from();
        return locals(from, LocalDateTime.MAX, MOST).stream()
                .filter(local -> !series.opened().contains(local))
                .filter(local -> !series.skipped().contains(local))
                .flatMap(local -> Optional.ofNullable(occurrence(local)).stream())
                .findFirst();
    }

    /** What holds for the one of that original local start. */
    public SeriesTerms terms(LocalDateTime local) {
        return part(local).terms();
    }

    private boolean has(LocalDateTime local) {
        LocalDateTime ends = series.endsBefore();
        return !local.isBefore(series.parts().getFirst().from())
                && (ends == null || local.isBefore(ends))
                && terms(local).recurrence().has(local);
    }

    private Part part(LocalDateTime local) {
        Part part = series.parts().getFirst();
        for (Part next : series.parts()) {
            part = next.from().isAfter(local) ? part : next;
        }
        return part;
    }

    private List<LocalDateTime> locals(LocalDateTime from, LocalDateTime to, int atMost) {
        var found = new ArrayList<LocalDateTime>();
        for (int i = 0; i < series.parts().size(); i++) {
            Part part = series.parts().get(i);
            LocalDateTime last = earlier(to, series.endsBefore());
            if (i + 1 < series.parts().size()) {
                last = earlier(last, series.parts().get(i + 1).from());
            }
            LocalDateTime first = part.from().isAfter(from) ? part.from() : from;
            if (first.isBefore(last)) {
                found.addAll(part.terms().recurrence().between(first, last, atMost - found.size()));
            }
        }
        return found;
    }

    private static LocalDateTime earlier(LocalDateTime one, @Nullable LocalDateTime other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private @Nullable Occurrence occurrence(LocalDateTime local) {
        SeriesTerms terms = terms(local);
        return switch (WallClock.read(local, terms.at())) {
            case Reading.Once once ->
                    occurrence(local, terms, once.instant(), once.offset().toString(), null);
            case Reading.Twice twice ->
                    occurrence(
                            local,
                            terms,
                            twice.first(),
                            twice.offset().toString(),
                            "This time comes twice that night; the first is meant, at offset "
                                    + twice.offset()
                                    + ".");
            case Reading.Never never ->
                    terms.inGap() == InGap.SKIP
                            ? null
                            : occurrence(
                                    local,
                                    terms,
                                    never.next(),
                                    never.offset().toString(),
                                    "The clocks leap over this time; it begins at "
                                            + never.gapEnd().toLocalTime()
                                            + ".");
        };
    }

    private Occurrence occurrence(
            LocalDateTime local,
            SeriesTerms terms,
            Instant byRule,
            String offset,
            @Nullable String note) {
        Change change = series.change(local).orElse(new Change(local, null, null, null, null));
        Instant start = change.start() == null ? byRule : change.start();
        Instant end = change.end() == null ? start.plus(terms.duration()) : change.end();
        return new Occurrence(
                Occurrence.id(series.id(), local),
                local,
                start,
                end,
                change.start() == null ? offset : terms.at().getRules().getOffset(start).toString(),
                status(local),
                change.title() == null ? terms.title() : change.title(),
                note);
    }

    private Status status(LocalDateTime local) {
        if (series.opened().contains(local)) {
            return Status.OPEN;
        }
        return series.skipped().contains(local) ? Status.SKIPPED : Status.EXPECTED;
    }
}
