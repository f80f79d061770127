package dev.interlude.planner.series;

import dev.interlude.planner.series.SeriesEvent.OccurrenceChanged;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.series.SeriesEvent.OccurrenceSkipped;
import dev.interlude.planner.series.SeriesEvent.SeriesEnded;
import dev.interlude.planner.series.SeriesEvent.SeriesPlanned;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of a series' stream. */
public sealed interface Series {

    /** There is no such series. */
    record NotPlanned() implements Series {}

    /** Terms that hold from an occurrence on. */
    record Part(LocalDateTime from, SeriesTerms terms) {}

    /** What is otherwise about one occurrence. */
    record Change(
            LocalDateTime localStart,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String title,
            @Nullable Map<String, String> publicText) {}

    /**
     * A series.
     *
     * @param parts oldest first; each holds up to the next
     * @param endsBefore there are none from this local start on; null while it goes on
     * @param opened original local starts of those that are windows
     * @param revisedFrom from which occurrence on each revision was, oldest first
     */
    record Recurring(
            String id,
            List<Part> parts,
            @Nullable LocalDateTime endsBefore,
            List<LocalDateTime> skipped,
            List<Change> changes,
            List<LocalDateTime> opened,
            List<LocalDateTime> revisedFrom)
            implements Series {

        /**
         * How often what is said of the one of that original local start has changed: the SEQUENCE
         * of RFC 5545, which only grows.
         */
        public int sequence(LocalDateTime localStart) {
            long revised = revisedFrom.stream().filter(f -> !f.isAfter(localStart)).count();
            return Math.toIntExact(revised) + (change(localStart).isPresent() ? 1 : 0);
        }

        /** The same of the one that this window is; none when it is none of them. */
        public int sequence(String windowId) {
            return opened.stream()
                    .filter(local -> Occurrence.id(id, local).equals(windowId))
                    .findFirst()
                    .map(this::sequence)
                    .orElse(0);
        }

        /** What holds for what is still to come. */
        public SeriesTerms terms() {
            return parts.getLast().terms();
        }

        Optional<Change> change(LocalDateTime localStart) {
            return changes.stream().filter(c -> c.localStart().equals(localStart)).findFirst();
        }

        private Recurring revised(Part part) {
            var all = new ArrayList<>(parts);
            all.removeIf(p -> !p.from().isBefore(part.from()));
            all.add(part);
            return new Recurring(
                    id,
                    List.copyOf(all),
                    endsBefore,
                    skipped,
                    changes,
                    opened,
                    plus(revisedFrom, part.from()));
        }

        private Recurring changed(Change change) {
            var all = new ArrayList<>(changes);
            all.removeIf(c -> c.localStart().equals(change.localStart()));
            all.add(change);
            return new Recurring(
                    id, parts, endsBefore, skipped, List.copyOf(all), opened, revisedFrom);
        }
    }

    /** What an event does to it. */
    static Series evolve(Series state, SeriesEvent event) {
        if (event instanceof SeriesPlanned(var id, var terms)) {
            return new Recurring(
                    id,
                    List.of(new Part(terms.localStart(), terms)),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return state instanceof Recurring s ? evolve(s, event) : state;
    }

    private static Recurring evolve(Recurring s, SeriesEvent event) {
        return switch (event) {
            case SeriesPlanned _ -> s;
            case SeriesRevised e -> s.revised(new Part(e.from(), e.terms()));
            case SeriesEnded e ->
                    new Recurring(
                            s.id(),
                            s.parts(),
                            e.from(),
                            s.skipped(),
                            s.changes(),
                            s.opened(),
                            s.revisedFrom());
            case OccurrenceSkipped e ->
                    new Recurring(
                            s.id(),
                            s.parts(),
                            s.endsBefore(),
                            plus(s.skipped(), e.localStart()),
                            s.changes(),
                            s.opened(),
                            s.revisedFrom());
            case OccurrenceChanged e ->
                    s.changed(
                            new Change(
                                    e.localStart(), e.start(), e.end(), e.title(), e.publicText()));
            case OccurrenceOpened e ->
                    new Recurring(
                            s.id(),
                            s.parts(),
                            s.endsBefore(),
                            s.skipped(),
                            s.changes(),
                            plus(s.opened(), e.localStart()),
                            s.revisedFrom());
        };
    }

    private static List<LocalDateTime> plus(List<LocalDateTime> some, LocalDateTime more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }
}
