package dev.interlude.planner.view.series;

import static java.util.Comparator.comparing;

import dev.interlude.eventlog.follow.KeptRows;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Occurrence;
import dev.interlude.planner.series.Occurrences;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesTerms;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.view.memory.InMemory;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Occurrences that are to come and are no windows yet. */
@Singleton
public class Upcoming extends InMemory<SeriesProjection.Entry, Recurring> {

    Upcoming(SeriesProjection projection, KeptRows kept) {
        super(projection, kept);
    }

    /** All series, by title. */
    public Uni<List<Recurring>> series() {
        return Uni.createFrom().item(all());
    }

    @Override
    protected List<Recurring> listed(Stream<SeriesProjection.Entry> some) {
        return some.map(SeriesProjection.Entry::recurring)
                .sorted(
                        comparing((Recurring series) -> series.terms().title())
                                .thenComparing(Recurring::id))
                .toList();
    }

    /** Those of a time, as what they will take up. */
    public Uni<List<Booked>> booked(Period time) {
        return occurrences(time).map(all -> all.stream().map(Upcoming::booked).toList());
    }

    /**
     * One of a series, and what it is planned with.
     *
     * @param sequence how often what is said of it has changed
     */
    public record Expected(Occurrence occurrence, SeriesTerms terms, int sequence) {}

    /** Those of a time that are to come. */
    public Uni<List<Expected>> occurrences(Period time) {
        return series().map(all -> all.stream().flatMap(series -> expected(series, time)).toList());
    }

    /** Each with the terms that hold for it, which later ones may not share. */
    static Stream<Expected> expected(Recurring series, Period time) {
        Occurrences all = Occurrences.of(series);
        return all.within(time).stream()
                .filter(one -> one.status() == Occurrence.Status.EXPECTED)
                .map(one ->
                        new Expected(
                                one,
                                all.terms(one.localStart()),
                                series.sequence(one.localStart())));
    }

    static Booked booked(Expected expected) {
        Occurrence one = expected.occurrence();
        SeriesTerms terms = expected.terms();
        var impacts = new LinkedHashMap<String, Impact>();
        for (ComponentImpact c : terms.components()) {
            impacts.put(c.id(), c.impact());
        }
        var crew = terms.crew();
        return new Booked(
                one.windowId(),
                null,
                one.title(),
                terms.team(),
                new Period(one.start(), one.end()),
                impacts,
                crew == null ? null : crew.driver(),
                crew == null
                        ? List.of()
                        : Stream.of(crew.buddy(), crew.liaison())
                                .filter(Objects::nonNull)
                                .toList());
    }
}
