package dev.interlude.planner.view.collisions;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.slot.Collisions;
import dev.interlude.planner.slot.Neighbours;
import dev.interlude.planner.view.catalogue.Components;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.view.series.Upcoming;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What else takes place, as the rows of the schedule say it: a moment behind the log. */
@ApplicationScoped
public class InTheWay {

    /** Nobody reads more than so many warnings about one window: the first by their start. */
    public static final int TOLD = 10;

    private final Components catalogue;
    private final Schedule schedule;
    private final Upcoming upcoming;

    InTheWay(Components catalogue, Schedule schedule, Upcoming upcoming) {
        this.catalogue = catalogue;
        this.schedule = schedule;
        this.upcoming = upcoming;
    }

    /** What takes place in a time that has to do with these, and how components are related. */
    public record Around(List<Booked> booked, Neighbours graph) {}

    /** Windows, at most so many, and occurrences that are not open yet. */
    public Uni<Around> around(
            Collection<String> components, Collection<String> persons, Period time, int most) {
        return catalogue
                .list()
                .map(Neighbours::new)
                .chain(graph ->
                        schedule.using(graph.around(components), persons, time, most)
                                .chain(windows ->
                                        upcoming.booked(time)
                                                .map(more ->
                                                        new Around(all(windows, more), graph))));
    }

    private static List<Booked> all(List<ScheduledWindow> windows, List<Booked> upcoming) {
        return Stream.concat(windows.stream().map(ScheduledWindow::booked), upcoming.stream())
                .toList();
    }

    /** The collisions of one. */
    public Uni<List<Collision>> of(Booked one) {
        var persons = new ArrayList<>(one.others());
        if (one.driver() != null) {
            persons.add(one.driver());
        }
        return around(one.impacts().keySet(), persons, one.time(), TOLD)
                .map(around -> Collisions.of(one, around.booked(), around.graph()));
    }
}
